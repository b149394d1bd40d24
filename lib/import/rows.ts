import { isStaffKind } from '#lib/access/person-kinds.ts'
import { endUserLevelsOf } from '#lib/access/products.ts'
import { rolesOffered } from '#lib/account/contacts.ts'
import { checkEndUser } from '#lib/account/end-user.ts'
import { firstFaults, type ReadRow, refusedCells } from '#lib/csv-reader.ts'
import { parseEmail } from '#lib/email.ts'
import { refusedAsExtension } from '#lib/extension-number.ts'
import { readMoney } from '#lib/money.ts'
import { isSlug, slugOf } from '#lib/slug.ts'
import { type FormOf, type ImportedKind, type ImportFile, importForms, ownedFiles } from './files.ts'

/** A row as it is kept aside until all is known; a column that the file lacks is missing here, too. */
export type StagedRow = Readonly<Record<string, unknown>>

/** A row of a file, checked by itself: cell by cell, then its cells against each other. */
export function readRow(file: ImportFile, cells: Readonly<Record<string, string>>): ReadRow<StagedRow> {
  const parsed = importForms[file].safeParse(cells)
  if (!parsed.success) return refusedCells(cells, firstFaults(parsed.error.issues))
  return together(file, cells, parsed.data)
}

type Data = FormOf<ImportFile>

function together(file: ImportFile, cells: Readonly<Record<string, string>>, data: Data): ReadRow<StagedRow> {
  if (file === 'relationships') return { ok: true, row: data }
  if (file === 'people') return person(cells, data as FormOf<'people'>)
  if ('currency' in data) return billed(cells, data)
  if (ownedFiles.some(owned => owned === file)) return { ok: true, row: data }
  const thing = data as FormOf<'accounts'> & FormOf<'partners'>
  const given = (file === 'accounts' ? thing.account : thing.partner) ?? ''
  const slug = given || slugOf(thing.name, '')
  const column = file === 'accounts' ? 'account' : 'partner'
  if (!isSlug(slug)) return refusedCells(cells, [[column, 'no-key']])
  if (file === 'accounts' && thing.parent === slug) return refusedCells(cells, [['parent', 'own-parent']])
  return { ok: true, row: { ...data, slug, given: given !== '' } }
}

type Billed = FormOf<'invoices' | 'balances' | 'offers' | 'subscriptions'>

/** What is an amount, read in its row's own currency; one that is left out is not there. */
const sums = ['amount', 'unit_price', 'tax', 'total', 'paid'] as const

function billed(cells: Readonly<Record<string, string>>, data: Billed): ReadRow<StagedRow> {
  const read: Record<string, number> = {}
  const faults: [string, string][] = []
  const amounts: Partial<Record<(typeof sums)[number], string | undefined>> = data
  for (const column of sums) {
    const text = amounts[column] ?? ''
    if (text === '') continue
    const amount = readMoney(text, data.currency)
    if (amount === null) faults.push([column, 'not-money'])
    else read[column] = amount
  }
  if (faults.length > 0) return refusedCells(cells, faults)
  const rest = Object.fromEntries(
    Object.entries(data).filter(([column]) => !sums.some(sum => sum === column)),
  )
  return { ok: true, row: { ...rest, ...read } }
}

function person(cells: Readonly<Record<string, string>>, data: FormOf<'people'>): ReadRow<StagedRow> {
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
  if (faults.length > 0) return refusedCells(cells, faults)
  const email = parseEmail(data.email)
  if (!email.ok) return refusedCells(cells, [['email', 'not-an-email']])
  const { account: account_slug, partner: partner_slug, ...rest } = data
  const { address, canonical } = email.value
  return { ok: true, row: { ...rest, account_slug, partner_slug, email: address, canonical } }
}

function endUser(data: FormOf<'people'>): [string, string][] {
  const { name, product = '', level = '', extension = '' } = data
  const toGive = endUserLevelsOf(product)
  if (toGive.length === 0) return [['product', 'no-end-users']]
  // What the account has already only the portal knows: db/import/check-people.
  const judged = refusedAsExtension(extension) === 'emergency-extension' ? extension : ''
  const checked = checkEndUser(
    {
      product,
      name,
      extension: judged,
      pbx: { has: true, full: false, senders: [] },
      isTheirName: false,
      toGive,
    },
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
