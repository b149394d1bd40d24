import type { CarrierWord } from '#lib/carrier/message.ts'
import { comesFrom } from '#lib/sending.ts'
import type { Tx } from '../client.ts'

/** What became of a carrier's word: it moved something on, or told what was known, or what is over. */
export type HeardWord = 'kept' | 'known'

const of = {
  'message-state': { table: 'sms_message', pages: '' },
  'fax-state': { table: 'fax', pages: ', pages_sent = coalesce($4, pages_sent)' },
} as const

/**
 * Takes a carrier's words of what was sent, one after another, by the portal's own ids. Gives what became of each; an id under
 * which nothing was sent is not among them.
 */
export async function takeWords(
  tx: Tx,
  words: readonly CarrierWord[],
): Promise<ReadonlyMap<string, HeardWord>> {
  const heard = new Map<string, HeardWord>()
  for (const word of words) {
    const one = await takeWord(tx, word)
    // Of two words in one message the first may have moved it: then so has the message.
    if (one && heard.get(word.recordId) !== 'kept') heard.set(word.recordId, one)
  }
  return heard
}

async function takeWord(
  tx: Tx,
  { type, recordId, state, reason, pagesSent }: CarrierWord,
): Promise<HeardWord | null> {
  const { table, pages } = of[type]
  const values = [recordId, state, reason, ...(pages ? [pagesSent] : []), [...comesFrom(state)]]
  const moved = await tx.$client.query<{ conversation?: string }>(
    `update ${table} set state = $2, reason = $3${pages}, lease_until = null
      where id = $1 and direction = 'outgoing' and state = any($${values.length})
      returning ${table === 'sms_message' ? 'conversation_id as conversation' : '1'}`,
    values,
  )
  const [row] = moved.rows
  if (row?.conversation) await changed(tx, [row.conversation])
  if (row) return 'kept'
  const there = await tx.$client.query(`select 1 from ${table} where id = $1 and direction = 'outgoing'`, [
    recordId,
  ])
  return there.rowCount ? 'known' : null
}

/** Whoever looks at these conversations is shown them again. */
export async function changed(tx: Tx, conversations: readonly string[]): Promise<void> {
  await tx.$client.query('update sms_conversation set changed_at = clock_timestamp() where id = any($1)', [
    [...conversations].sort(),
  ])
}
