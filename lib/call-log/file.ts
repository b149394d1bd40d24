import { createHash } from 'node:crypto'
import { z } from 'zod'
import { CsvReader, type CsvShape, type PlacedFault } from '#lib/csv-reader.ts'
import { foldedText } from '#lib/fold.ts'
import { line } from '#lib/form-fields.ts'
import { guardedRow } from '#lib/guarded-row.ts'
import { languages } from '#lib/language.ts'
import {
  type CallRecord,
  directions,
  longestRecordId,
  ownNumber,
  recordKinds,
  recordShape,
  results,
} from './record.ts'
import { callWords } from './words.ts'

// Call records as a file, out and in: the same columns, their names and values in either language.

export const callColumns = [
  'id',
  'started',
  'kind',
  'direction',
  'from',
  'to',
  'answered_by',
  'ring_seconds',
  'talk_seconds',
  'result',
] as const
export type CallColumn = (typeof callColumns)[number]

const headings: ReadonlyMap<string, CallColumn> = new Map(
  callColumns.flatMap(column => [
    [column, column] as const,
    ...languages.map(language => [foldedText(callWords[language].field[column]), column] as const),
  ]),
)

/** A code by its own name, or by what either language calls it. */
function codes(
  noun: 'kind' | 'direction' | 'result',
  values: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    values.flatMap(value => [
      [value, value] as const,
      ...languages.map(language => {
        const words: Readonly<Record<string, string>> = callWords[language][noun]
        return [foldedText(words[value] ?? value), value] as const
      }),
    ]),
  )
}

const known: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  kind: codes('kind', recordKinds),
  direction: codes('direction', directions),
  result: codes('result', results),
}

const moment = z
  .string()
  .transform(text => text.trim().replace(' ', 'T'))
  .pipe(z.iso.datetime({ offset: true, error: 'not-a-moment' }))
  .transform(text => new Date(text).toISOString())

const rowForm = z.object({
  id: line(longestRecordId, { required: false })
    .optional()
    .transform(text => text ?? ''),
  started: moment,
  ...recordShape,
})

/** A record as a file tells it. */
export type CallRow = z.output<typeof rowForm>
export type PlacedCall = CallRow & { readonly line: number }

const texts: readonly string[] = ['id', 'answered_by']

const shape: CsvShape<CallRow> = {
  columns: callColumns,
  needed: ['started', 'direction', 'from', 'to', 'result'],
  named: heading => headings.get(foldedText(heading)) ?? heading,
  row: (_, written) =>
    guardedRow(written, texts, rowForm, (column, text) => {
      const value = known[column]?.get(foldedText(text.trim())) ?? text.trim()
      return column === 'kind' ? value || undefined : value
    }),
}

/** Rows of a file that is taken in at once. */
export const mostCallRows = 50_000

/** The rows of a file that hold by themselves, and what is wrong with it, in its order. */
export function readCalls(bytes: Uint8Array): {
  readonly rows: readonly PlacedCall[]
  readonly faults: readonly PlacedFault[]
} {
  const faults: PlacedFault[] = []
  const reader = new CsvReader(shape, fault => faults.push(fault))
  const rows = [...reader.push(bytes), ...reader.end()]
  if (reader.rows > mostCallRows)
    return {
      rows: [],
      faults: [{ line: null, column: '', code: `too-many-rows:${mostCallRows}`, value: '' }],
    }
  return { rows, faults }
}

/**
 * The record that a row tells. One without an id of its own is known by all that it says, so that the same file taken in
 * twice doubles nothing.
 */
export function recordOf({ line: _, ...row }: PlacedCall): CallRecord {
  const { id, started, answered_by: answeredBy, ring_seconds, talk_seconds, ...rest } = row
  const said = createHash('sha256')
    .update(JSON.stringify(callColumns.map(column => row[column])))
    .digest('base64url')
  return {
    ...rest,
    recordId: id || `row-${said}`,
    number: ownNumber(rest),
    answeredBy,
    startedAt: new Date(started),
    ringSeconds: ring_seconds,
    talkSeconds: talk_seconds,
  }
}
