import { z } from 'zod'
import { CsvReader, type CsvShape, type PlacedFault } from '#lib/csv-reader.ts'
import { foldedText } from '#lib/fold.ts'
import { line } from '#lib/form-fields.ts'
import { guardedRow } from '#lib/guarded-row.ts'
import { languages } from '#lib/language.ts'
import { type FileColumn, fileColumns, mostGroups } from './contact.ts'
import { detailShape, groupName, needsNumber } from './forms.ts'
import { phonebookWords } from './words.ts'

// A phonebook as a file, out and in: the same columns, by their names in either language, and of a cell what the screen
// would take.

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

/** Empty of a contact that the file's writer added. */
const contactId = z
  .string()
  .transform(text => text.trim().toLowerCase())
  .refine(text => text === '' || z.uuid().safeParse(text).success, 'not-an-id')

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
    id: contactId.optional(),
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
  row: (_, written) => guardedRow(written, texts, rowForm),
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
