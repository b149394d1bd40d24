import { z } from 'zod'
import { CsvReader, type CsvShape, type PlacedFault } from '#lib/csv-reader.ts'
import { foldedText } from '#lib/fold.ts'
import { line } from '#lib/form-fields.ts'
import { guardedRow } from '#lib/guarded-row.ts'
import { type Language, languages } from '#lib/language.ts'
import { unguarded } from '#lib/spreadsheet.ts'
import { mostExtensions, type PbxField, pbxFields } from './extension.ts'
import { callerName, extensionName, longest } from './forms.ts'
import { pbxWords } from './words.ts'

// The extensions as a file, out and in: the same columns by their names in either language, of a cell what the screen
// would take. A person stands there by e-mail address, a key profile by name.

export const fileColumns = pbxFields
export type FileColumn = PbxField

/** The heading of each column that we write; either language's is read. */
const headings: ReadonlyMap<string, FileColumn> = new Map(
  fileColumns.flatMap(column => [
    [foldedText(column), column] as const,
    ...languages.map(language => [foldedText(pbxWords[language].field[column]), column] as const),
  ]),
)

/** A word of a list in either language, or its code; what is none of them is left to be refused. */
function codeIn(words: (language: Language) => Readonly<Record<string, string>>) {
  const codes = new Map(
    languages.flatMap(language =>
      Object.entries(words(language)).flatMap(([code, word]) => [
        [code, code] as const,
        [foldedText(word), code] as const,
      ]),
    ),
  )
  return line(60).transform(text => codes.get(foldedText(text)) ?? text)
}

const device = codeIn(language => pbxWords[language].device)
const route = codeIn(language => pbxWords[language].route)
const yesOrNo = codeIn(language => ({ on: pbxWords[language].on, off: pbxWords[language].off }))
const target = line(40, { required: false })

const rowForm = z.object({
  number: line(longest.number),
  name: extensionName.optional(),
  member: line(254, { required: false }).optional(),
  device: device.optional(),
  callerName: callerName.optional(),
  busy: route.optional(),
  busyTo: target.optional(),
  ring: line(3).optional(),
  unanswered: route.optional(),
  unansweredTo: target.optional(),
  voicemail: yesOrNo.optional(),
  profile: line(60, { required: false }).optional(),
})

/**
 * An extension as a file tells it; a column that the file lacks is missing here, too. Of a row that is faulty there is the
 * number alone, which other rows may name.
 */
export type FileRow = z.output<typeof rowForm> & { readonly faulty?: true }
export type PlacedRow = FileRow & { readonly line: number }

const texts: readonly FileColumn[] = ['name', 'member', 'callerName', 'profile']
export const isText = (column: FileColumn) => texts.includes(column)

const shape: CsvShape<FileRow> = {
  columns: fileColumns,
  needed: ['number'],
  named: heading => headings.get(foldedText(heading)) ?? heading,
  row(_, written) {
    const read = guardedRow(written, texts, rowForm)
    if (read.ok) return read
    const cell = unguarded(written.number ?? '', false)
    const number = line(longest.number).safeParse(cell.ok ? cell.value : '')
    return number.success ? { ...read, still: { number: number.data, faulty: true } } : read
  },
}

/** The rows of a file, and what is wrong with it, in its order. */
export function readExtensions(bytes: Uint8Array): {
  readonly rows: readonly PlacedRow[]
  readonly faults: readonly PlacedFault[]
} {
  const faults: PlacedFault[] = []
  const reader = new CsvReader(shape, fault => faults.push(fault))
  const rows = [...reader.push(bytes), ...reader.end()]
  if (reader.rows > mostExtensions)
    return {
      rows: [],
      faults: [{ line: null, column: '', code: `too-many-rows:${mostExtensions}`, value: '' }],
    }
  return { rows, faults }
}
