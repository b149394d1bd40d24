import { z } from 'zod'
import { CsvReader, type CsvShape, firstFaults, type PlacedFault, refusedCells } from '#lib/csv-reader.ts'
import { foldedText } from '#lib/fold.ts'
import { line } from '#lib/form-fields.ts'
import { languages } from '#lib/language.ts'
import { unguarded } from '#lib/spreadsheet.ts'
import { detailFields, mostGroups } from './contact.ts'
import { detailShape, groupName, needsNumber } from './forms.ts'
import { phonebookWords } from './words.ts'

// A phonebook as a file, out and in: the same columns, by their names in either language, and of a cell what the screen
// would take.

export const fileColumns = [...detailFields, 'groups'] as const
export type FileColumn = (typeof fileColumns)[number]

/** The heading of each column that we write; either language's is read. */
const headings: ReadonlyMap<string, FileColumn> = new Map(
  fileColumns.flatMap(column => [
    [column, column] as const,
    ...languages.map(language => [foldedText(phonebookWords[language].field[column]), column] as const),
  ]),
)

/** The names of groups, with semicolons between them. */
const groupNames = line(mostGroups * 50, { required: false })
  .transform(text => [
    ...new Map(
      text.split(';').flatMap(one => (one.trim() ? [[foldedText(one.trim()), one.trim()]] : [])),
    ).values(),
  ])
  .superRefine((names, context) => {
    const wrong = names.map(name => groupName.safeParse(name)).find(one => !one.success)
    const message = wrong?.error?.issues[0]?.message
    if (message) context.addIssue({ code: 'custom', message })
    if (names.length > mostGroups) context.addIssue({ code: 'custom', message: 'too-long' })
  })

const { name, company, work, mobile, home, email, note } = detailShape
const rowForm = z
  .object({
    name,
    company: company.optional(),
    work: work.optional(),
    mobile: mobile.optional(),
    home: home.optional(),
    email: email.optional(),
    note: note.optional(),
    groups: groupNames.optional(),
  })
  .superRefine(needsNumber)

/** A contact as a file tells it; a column that the file lacks is missing here, too. */
export type FileRow = z.output<typeof rowForm>
export type PlacedRow = FileRow & { readonly line: number }

const texts: readonly FileColumn[] = ['name', 'company', 'email', 'note', 'groups']

const shape: CsvShape<FileRow> = {
  columns: fileColumns,
  needed: ['name'],
  named: heading => headings.get(foldedText(heading)) ?? heading,
  row(_, written) {
    const cells: Record<string, string> = {}
    const formulas: [string, string][] = []
    for (const [column, text] of Object.entries(written)) {
      const cell = unguarded(
        text,
        texts.some(one => one === column),
      )
      if (cell.ok) cells[column] = cell.value
      else formulas.push([column, `formula:${text.trimStart().charAt(0)}`])
    }
    if (formulas.length > 0) return refusedCells(written, formulas)
    const parsed = rowForm.safeParse(cells)
    return parsed.success
      ? { ok: true, row: parsed.data }
      : refusedCells(written, firstFaults(parsed.error.issues))
  },
}

/** Rows of a file that is taken in at once. */
export const mostRows = 20_000

/** The rows of a file that hold by themselves, and what is wrong with it, in its order. */
export function readContacts(bytes: Uint8Array): {
  readonly rows: readonly PlacedRow[]
  readonly faults: readonly PlacedFault[]
} {
  const faults: PlacedFault[] = []
  const reader = new CsvReader(shape, fault => faults.push(fault))
  const rows = [...reader.push(bytes), ...reader.end()]
  if (reader.rows > mostRows)
    return { rows: [], faults: [{ line: null, column: '', code: `too-many-rows:${mostRows}`, value: '' }] }
  return { rows, faults }
}
