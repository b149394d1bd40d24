import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import { callColumns } from '#lib/call-log/file.ts'
import type { CallFilter } from '#lib/call-log/filter.ts'
import { callWords } from '#lib/call-log/words.ts'
import type { Language } from '#lib/language.ts'
import { sightOf } from '../authority.ts'
import type { Tx } from '../client.ts'
import { copyOut } from '../copy-out.ts'
import { harmless } from '../csv/cell.ts'
import { type CsvBatch, csvInBatches, headingOf } from '../csv/file.ts'
import { Lines } from '../csv/lines.ts'
import { type InlineValue, inlined } from '../sql-text.ts'
import { narrowedTo } from './reads.ts'

interface Export {
  readonly actor: Actor
  readonly accountId: string
  readonly filter: CallFilter
  readonly language: Language
  readonly ended: string
  /** Rows a batch. */
  readonly size?: number
  readonly pool?: pg.Pool
}

/** The records that a filter leaves as a file that can be taken in again, the newest first. */
export function callsCsv({ size = 10_000, pool, ...asked }: Export): AsyncGenerator<Uint8Array, void, void> {
  const { actor, accountId, language, ended } = asked
  const { field } = callWords[language]
  const heading = headingOf(callColumns.map(column => field[column]))
  return csvInBatches({
    actor,
    zone: 'UTC',
    ended,
    pool,
    batch: async (tx, behind) => {
      const sight = await sightOf(tx, actor, { id: accountId })
      if (!sight || !may(sight.authority, 'module.call-log')) return null
      const question = {
        accountId,
        filter: asked.filter,
        zone: sight.account.timeZone,
        names: may(sight.authority, 'module.phonebook'),
      }
      return { ...(await batchOf(tx, question, { language, behind, size })), heading }
    },
  })
}

interface Batch {
  readonly language: Language
  readonly behind: string | null
  readonly size: number
}

async function batchOf(
  tx: Tx,
  question: Parameters<typeof narrowedTo>[1],
  { language, behind, size }: Batch,
): Promise<CsvBatch> {
  await tx.$client.query(`select set_config('timezone', $1, true)`, [question.zone])
  const narrowing: (string | readonly string[] | Date)[] = [question.accountId]
  const { condition } = await narrowedTo(tx, question, narrowing)
  const values: InlineValue[] = [...narrowing]
  const word = (noun: 'kind' | 'direction' | 'result') =>
    `$${values.push(callWords[language][noun])}->>r.${noun}`
  const beyond = behind
    ? `and (r.started_at, r.id) < (select b.started_at, b.id from call_record b where b.id = $${values.push(behind)}::uuid)`
    : ''
  const cells = [
    harmless('r.record_id'),
    `to_char(r.started_at, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM')`,
    word('kind'),
    word('direction'),
    harmless('r.from_number'),
    harmless('r.to_number'),
    harmless('r.answered_by'),
    'r.ring_seconds',
    'r.talk_seconds',
    word('result'),
  ]
  const text = `copy (select r.id, ${cells.join(', ')} from (select r.* from call_record r
      where r.account_id = $1 and ${condition} ${beyond} order by r.started_at desc, r.id desc limit ${size}) r) to stdout (format csv)`
  const file = new Lines()
  await copyOut(tx, inlined(text, values), line => file.add(line))
  return { lines: file.bytes(), last: file.count === size ? file.last : null }
}
