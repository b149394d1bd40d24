import type { PlacedFault } from '#lib/csv-reader.ts'
import { type ContactDetails, detailFields, likenessOf } from './contact.ts'
import type { PlacedRow } from './file.ts'

/** A contact that the phonebook holds, as a file may meet it. */
export interface KnownContact {
  readonly id: string
  readonly details: ContactDetails
  /** The ids of its groups. */
  readonly groups: readonly string[]
}

/** The contact that a row means, null of a new one. */
type Meanings = Map<PlacedRow, KnownContact | null>

/**
 * Which contact each row of a file means: the one whose mark it carries; else one that is to the letter as the row says; else
 * the one of its name and company. Each is meant by one row alone. `groupsOf` gives the ids of a row's groups. Rows of which
 * it can't be said are left out, and told in `faults`.
 */
export function meantBy(
  rows: readonly PlacedRow[],
  contacts: readonly KnownContact[],
  groupsOf: (row: PlacedRow) => readonly string[],
  faults: PlacedFault[],
): ReadonlyMap<PlacedRow, KnownContact | null> {
  const meanings: Meanings = new Map()
  const free = new Map(contacts.map(one => [one.id, one]))
  const others = byMark(rows, free, meanings, faults)
  const alike = Map.groupBy(free.values(), one => likenessOf(one.details))
  const named = Map.groupBy(rows, nameOf)
  for (const [name, open] of Map.groupBy(others, nameOf)) {
    const left = toTheLetter(open, alike.get(name) ?? [], groupsOf, meanings)
    byName(left, named.get(name) ?? [], meanings, faults)
  }
  return meanings
}

const nameOf = (row: PlacedRow) => likenessOf({ name: row.name, company: row.company ?? '' })

/** Settles the rows that carry the mark of a contact that is there; gives the others. */
function byMark(
  rows: readonly PlacedRow[],
  free: Map<string, KnownContact>,
  meanings: Meanings,
  faults: PlacedFault[],
): readonly PlacedRow[] {
  const lines = new Map<string, number>()
  return rows.filter(row => {
    if (!row.id) return true
    const earlier = lines.get(row.id)
    if (earlier !== undefined) {
      faults.push({ line: row.line, column: 'id', code: `id-twice:${earlier}`, value: row.id })
      return false
    }
    lines.set(row.id, row.line)
    const meant = free.get(row.id)
    if (!meant) return true
    free.delete(row.id)
    meanings.set(row, meant)
    return false
  })
}

interface Left {
  readonly rows: readonly PlacedRow[]
  readonly contacts: readonly KnownContact[]
}

/** Settles the rows that say what a contact of their name is already, first those that name its groups, too. */
function toTheLetter(
  rows: readonly PlacedRow[],
  contacts: readonly KnownContact[],
  groupsOf: (row: PlacedRow) => readonly string[],
  meanings: Meanings,
): Left {
  let left: Left = { rows, contacts }
  const [first] = rows
  const fields = detailFields.filter(field => first?.[field] !== undefined)
  for (const withGroups of first?.groups ? [true, false] : [false]) {
    const said = (values: PlacedRow | ContactDetails, groups: readonly string[]) =>
      JSON.stringify([fields.map(field => values[field]), withGroups ? [...groups].sort() : null])
    const alike = Map.groupBy(left.contacts, one => said(one.details, one.groups))
    const settled = new Set<KnownContact>()
    const open = left.rows.filter(row => {
      const meant = alike.get(said(row, groupsOf(row)))?.pop()
      if (meant) {
        meanings.set(row, meant)
        settled.add(meant)
      }
      return !meant
    })
    left = { rows: open, contacts: left.contacts.filter(one => !settled.has(one)) }
  }
  return left
}

/** Settles the rest of the rows of one name; `named` are all rows of that name. */
function byName(
  { rows, contacts }: Left,
  named: readonly PlacedRow[],
  meanings: Meanings,
  faults: PlacedFault[],
): void {
  const tell = (row: PlacedRow, code: string) =>
    faults.push({ line: row.line, column: 'name', code, value: row.name })
  const single = rows.filter(row => {
    const other =
      !row.id && named.find(one => one !== row && (one.line < row.line || one.id || meanings.has(one)))
    if (other) tell(row, `twice:${other.line}`)
    return !other
  })
  const [only = null] = contacts
  if (only && (single.length > 1 || contacts.length > 1)) for (const row of single) tell(row, 'several')
  else for (const row of single) meanings.set(row, only)
}
