import type pg from 'pg'
import { may } from '#lib/access/authority.ts'
import type { Actor } from '#lib/actor.ts'
import type { Language } from '#lib/language.ts'
import type { PbxValues } from '#lib/pbx-extension/extension.ts'
import { fileColumns, isText } from '#lib/pbx-extension/file.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { guarded } from '#lib/spreadsheet.ts'
import { sightOf } from '../authority.ts'
import type { Tx } from '../client.ts'
import { type CsvBatch, csvInBatches, headingOf } from '../csv/file.ts'
import { atMost } from '../lists/at-most.ts'
import { valuesJson } from './one.ts'
import { type ExtensionQuestion, isLive, narrowedTo, withAround } from './reads.ts'

type Narrowed = Pick<ExtensionQuestion, 'search' | 'only' | 'profile'>

interface Export extends Narrowed {
  readonly actor: Actor
  readonly accountId: string
  readonly language: Language
  /** What its last line says to whoever lost their access meanwhile. */
  readonly ended: string
  /** Rows a batch. */
  readonly size?: number
  readonly pool?: pg.Pool
}

/** The extensions, or what of them is looked for, as a file that can be taken in again. No PIN is in it. */
export function extensionsCsv({
  size = 500,
  pool,
  ...asked
}: Export): AsyncGenerator<Uint8Array, void, void> {
  const { actor, accountId, language, ended } = asked
  const { field } = pbxWords[language]
  const heading = headingOf(fileColumns.map(column => field[column]))
  return csvInBatches({
    actor,
    zone: 'UTC',
    ended,
    pool,
    batch: async (tx, behind) => {
      const sight = await sightOf(tx, actor, { id: accountId })
      if (!sight || !may(sight.authority, 'module.admin')) return null
      return { ...(await batchOf(tx, asked, behind, size)), heading }
    },
  })
}

interface Row {
  readonly values: PbxValues
  readonly email: string | null
  readonly profile: string | null
}

async function batchOf(
  tx: Tx,
  { accountId, language, ...narrowed }: Narrowed & { accountId: string; language: Language },
  behind: string | null,
  size: number,
): Promise<CsvBatch> {
  const values = [accountId]
  const condition = narrowedTo(narrowed, values)
  const beyond = behind ? `and x.number > $${values.push(behind)}` : ''
  const answer = await tx.$client.query<Row>(
    `select ${valuesJson} as values, p.email, k.name as profile from ${withAround}
      where x.account_id = $1 and ${isLive('x')} ${condition} ${beyond} order by x.number ${atMost(size)}`,
    values,
  )
  const lines = answer.rows.map(row => `${cellsOf(row, language).map(quoted).join(',')}\r\n`).join('')
  const last = answer.rows.length === size ? (answer.rows.at(-1)?.values.number ?? null) : null
  return { lines: Buffer.from(lines), last }
}

function cellsOf({ values, email, profile }: Row, language: Language): readonly string[] {
  const { device, route, on, off } = pbxWords[language]
  const shown = {
    ...values,
    member: email ?? '',
    profile: profile ?? '',
    device: (device as Readonly<Record<string, string>>)[values.device] ?? values.device,
    busy: (route as Readonly<Record<string, string>>)[values.busy] ?? values.busy,
    unanswered: (route as Readonly<Record<string, string>>)[values.unanswered] ?? values.unanswered,
    voicemail: values.voicemail === 'on' ? on : off,
  }
  return fileColumns.map(column => guarded(shown[column], isText(column)))
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
