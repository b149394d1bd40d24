import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import type { Language } from '#lib/language.ts'
import { sendingWords } from '#lib/sending-words.ts'
import { textColumns, textWords } from '#lib/sms/words.ts'
import { sightOf } from '../authority.ts'
import type { Tx } from '../client.ts'
import { copyOut } from '../copy-out.ts'
import { harmless } from '../csv/cell.ts'
import { type CsvBatch, csvInBatches, headingOf } from '../csv/file.ts'
import { Lines } from '../csv/lines.ts'
import { type InlineValue, inlined } from '../sql-text.ts'

interface Export {
  readonly actor: Actor
  readonly accountId: string
  readonly conversationId: string
  readonly language: Language
  readonly ended: string
  /** Rows a batch. */
  readonly size?: number
  readonly pool?: pg.Pool
}

/** A conversation as a file, the oldest message first, in the account's time. */
export function conversationCsv({
  size = 10_000,
  pool,
  ...asked
}: Export): AsyncGenerator<Uint8Array, void, void> {
  const { actor, accountId, language, ended } = asked
  const { column } = textWords[language]
  const heading = headingOf(textColumns.map(name => column[name]))
  return csvInBatches({
    actor,
    zone: 'UTC',
    ended,
    pool,
    batch: async (tx, behind) => {
      const sight = await sightOf(tx, actor, { id: accountId })
      if (!sight || !may(sight.authority, 'module.sms')) return null
      await tx.$client.query(`select set_config('timezone', $1, true)`, [sight.account.timeZone])
      return { ...(await batchOf(tx, asked, behind, size)), heading }
    },
  })
}

async function batchOf(
  tx: Tx,
  { accountId, conversationId, language }: Pick<Export, 'accountId' | 'conversationId' | 'language'>,
  behind: string | null,
  size: number,
): Promise<CsvBatch> {
  const values: InlineValue[] = [accountId, conversationId]
  const given = (value: InlineValue) => `$${values.push(value)}`
  const { direction } = textWords[language]
  const states = { ...sendingWords[language].state, received: sendingWords[language].received }
  const beyond = behind
    ? `and (m.at, m.id) > (select b.at, b.id from sms_message b where b.id = ${given(behind)}::uuid)`
    : ''
  const cells = [
    `to_char(m.at, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM')`,
    `${given(direction)}->>m.direction`,
    harmless(`case when m.direction = 'incoming' then m.other_number else m.own_number end`),
    harmless(`case when m.direction = 'incoming' then m.own_number else m.other_number end`),
    harmless(`m.sent_name`),
    `${given(states)}->>m.state`,
    harmless('m.body'),
  ]
  const text = `copy (select m.id, ${cells.join(', ')} from (select m.* from sms_message m
      where m.account_id = $1 and m.conversation_id = $2 ${beyond} order by m.at, m.id limit ${size}) m) to stdout (format csv)`
  const file = new Lines()
  await copyOut(tx, inlined(text, values), line => file.add(line))
  return { lines: file.bytes(), last: file.count === size ? file.last : null }
}
