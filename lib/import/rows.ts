import { isStaffKind } from '#lib/access/person-kinds.ts'
import { endUserLevelsOf } from '#lib/access/products.ts'
import { rolesOffered } from '#lib/account/contacts.ts'
import { checkEndUser } from '#lib/account/end-user.ts'
import { parseEmail } from '#lib/email.ts'
import { isSlug, slugOf } from '#lib/slug.ts'
import {
  columnsOf,
  type FormOf,
  type ImportedKind,
  type ImportFile,
  importForms,
  neededColumns,
} from './files.ts'

/** What is wrong with one cell of a row: a code, with what its sentence needs behind a colon. */
export interface Fault {
  readonly column: string
  readonly code: string
  readonly value: string
}

/** A row as it is kept aside until all is known; a column that the file lacks is missing here, too. */
export type StagedRow = Readonly<Record<string, unknown>>

export type ReadRow =
  | { readonly ok: true; readonly row: StagedRow }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** The columns of a file by its first line, or what is wrong with that line. Their order is free. */
export function readHeader(
  file: ImportFile,
  fields: readonly string[],
):
  | { readonly ok: true; readonly columns: readonly string[] }
  | { readonly ok: false; readonly faults: readonly Fault[] } {
  const columns = fields.map(field => field.trim())
  const known = columnsOf(file)
  const faults: Fault[] = []
  const tell = (column: string, code: string) => faults.push({ column, code, value: column })
  const [first = ''] = columns
  if (columns.length === 1 && /[;\t]/.test(first))
    return { ok: false, faults: [{ column: '', code: 'other-separator', value: first }] }
  columns.forEach((column, at) => {
    if (!known.includes(column)) tell(column, `unknown-column:${known.join(', ')}`)
    else if (columns.indexOf(column) !== at) tell(column, 'column-twice')
  })
  for (const column of neededColumns(file)) if (!columns.includes(column)) tell(column, 'column-missing')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, columns }
}

/** A row of a file, checked by itself: cell by cell, then its cells against each other. */
export function readRow(file: ImportFile, columns: readonly string[], fields: readonly string[]): ReadRow {
  if (fields.length !== columns.length)
    return {
      ok: false,
      faults: [
        {
          column: columns[fields.length] ?? '',
          code: `${fields.length < columns.length ? 'too-few-fields' : 'too-many-fields'}:${columns.length}`,
          value: String(fields.length),
        },
      ],
    }
  const cells = Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? '']))
  const lost = columns.filter(column => cells[column]?.includes('\ufffd'))
  if (lost.length > 0)
    return refused(
      cells,
      lost.map(column => [column, 'not-utf8']),
    )
  const parsed = importForms[file].safeParse(cells)
  if (!parsed.success) {
    const first = new Map<string, string>()
    for (const { path, message } of parsed.error.issues) {
      const column = String(path[0] ?? '')
      if (!first.has(column)) first.set(column, message)
    }
    return refused(cells, [...first])
  }
  return together(file, cells, parsed.data)
}

function refused(
  cells: Readonly<Record<string, string>>,
  found: readonly (readonly [string, string])[],
): ReadRow {
  return { ok: false, faults: found.map(([column, code]) => ({ column, code, value: cells[column] ?? '' })) }
}

type Data = FormOf<ImportFile>

function together(file: ImportFile, cells: Readonly<Record<string, string>>, data: Data): ReadRow {
  if (file === 'relationships') return { ok: true, row: data }
  if (file === 'people') return person(cells, data as FormOf<'people'>)
  const thing = data as FormOf<'accounts'> & FormOf<'partners'>
  const given = (file === 'accounts' ? thing.account : thing.partner) ?? ''
  const slug = given || slugOf(thing.name, '')
  const column = file === 'accounts' ? 'account' : 'partner'
  if (!isSlug(slug)) return refused(cells, [[column, 'no-key']])
  if (file === 'accounts' && thing.parent === slug) return refused(cells, [['parent', 'own-parent']])
  return { ok: true, row: { ...data, slug, given: given !== '' } }
}

function person(cells: Readonly<Record<string, string>>, data: FormOf<'people'>): ReadRow {
  const kind = data.kind as ImportedKind
  const staff = isStaffKind(kind)
  const faults: [string, string][] = []
  const belongs = (column: keyof typeof data, needed: boolean, may = needed) => {
    const value = data[column] ?? ''
    const empty = value.length === 0
    if (needed && empty) faults.push([column, `needed-for:${kind}`])
    if (!may && !empty) faults.push([column, `not-for:${kind}`])
  }
  belongs('account', !staff)
  belongs('partner', staff)
  belongs('roles', kind === 'administrator')
  belongs('modules', kind === 'portal-user')
  belongs('product', kind === 'end-user')
  belongs('level', kind === 'end-user')
  belongs('extension', false, kind === 'end-user')
  belongs('contact', false, !staff && kind !== 'end-user')
  if (kind === 'end-user' && faults.length === 0) faults.push(...endUser(data))
  if (faults.length > 0) return refused(cells, faults)
  const email = parseEmail(data.email)
  if (!email.ok) return refused(cells, [['email', 'not-an-email']])
  const { account: account_slug, partner: partner_slug, ...rest } = data
  const { address, canonical } = email.value
  return { ok: true, row: { ...rest, account_slug, partner_slug, email: address, canonical } }
}

function endUser(data: FormOf<'people'>): [string, string][] {
  const { name, product = '', level = '', extension = '' } = data
  const toGive = endUserLevelsOf(product)
  if (toGive.length === 0) return [['product', 'no-end-users']]
  const checked = checkEndUser(
    { product, name, isTheirName: false, toGive },
    { name, level, extension },
    null,
  )
  if (checked.ok) return []
  return checked.refusal === 'not-a-level'
    ? [['level', `not-one-of:${toGive.join(', ')}`]]
    : [['extension', checked.refusal]]
}

/** The roles that only an account with the Branding product can give. */
export const brandingRoles = rolesOffered(['branding']).filter(role => !rolesOffered([]).includes(role))
