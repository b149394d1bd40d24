import type { PlacedFault } from '#lib/csv-reader.ts'
import type { Country } from '#lib/dialling.ts'
import { foldedText } from '#lib/fold.ts'
import { calledIn, conflictOf } from './beside.ts'
import {
  checkExtension,
  type Fault,
  type KeptExtension,
  mostExtensions,
  type PbxValues,
  pbxFields,
  type Standing,
  startingValues,
} from './extension.ts'
import type { PlacedRow } from './file.ts'

/** An extension that the account has, as a file may meet it. */
export interface KnownExtension extends Standing {
  readonly id: string
  readonly values: PbxValues
}

export interface KnownPbx {
  readonly extensions: readonly KnownExtension[]
  readonly members: readonly { readonly id: string; readonly email: string; readonly name: string }[]
  readonly profiles: readonly { readonly id: string; readonly name: string }[]
  readonly from: Country | null
}

export interface Taken {
  readonly id: string
  readonly kept: KeptExtension
}

/** What taking a file in comes to. */
export interface TakeIn {
  readonly added: readonly Taken[]
  readonly changed: readonly Taken[]
  /** How many rows stand on the account already as they stand in the file. */
  readonly same: number
  readonly faults: readonly PlacedFault[]
}

/**
 * Weighs the rows of a file against the account's extensions. One is known again by its number; what the file holds of it is
 * changed, and nothing is removed. All rows are weighed as they will be together: they may send calls to each other, and two
 * may change places. Refuses with its place what a form would refuse, and a number that stands in the file twice. Nobody can
 * say how a row will be that is faulty by itself: nothing is refused for its sake. `unread` says that the file has rows of
 * which not even the number is known.
 */
export function weighExtensions(
  rows: readonly PlacedRow[],
  known: KnownPbx,
  newId: () => string,
  unread = false,
): TakeIn {
  const faults: PlacedFault[] = []
  const numbers = new Map(known.extensions.map(one => [one.number, one.id]))
  const lines = new Map<string, number>()
  const once = rows.filter(({ number, line }) => {
    const earlier = lines.get(number)
    if (earlier !== undefined)
      faults.push({ line, column: 'number', code: `twice:${earlier}`, value: number })
    else lines.set(number, line)
    return earlier === undefined
  })
  for (const { number } of once) if (!numbers.has(number)) numbers.set(number, newId())
  const read = checkedRows(
    once.filter(row => !row.faulty),
    known,
    numbers,
    faults,
  )
  const everybody = new Map<string, Standing>(known.extensions.map(one => [one.id, one]))
  for (const { number } of once) everybody.delete(numbers.get(number) ?? '')
  for (const { id, kept } of read) everybody.set(id, { ...kept, name: calledIn(known.members, kept) })
  for (const { id, row } of read) {
    const fault = conflictOf(id, everybody)
    if (fault) faults.push(placed(row, fault))
  }
  if (everybody.size > mostExtensions)
    faults.push({ line: null, column: '', code: `too-many:${mostExtensions}`, value: '' })
  const there = new Set(known.extensions.map(one => one.id))
  return {
    added: read.filter(one => !there.has(one.id)),
    changed: read.filter(one => there.has(one.id) && !one.same),
    same: read.filter(one => one.same).length,
    faults: faults
      .filter(({ code }) => !unread || !code.startsWith('no-such-extension'))
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  }
}

interface Read extends Taken {
  readonly row: PlacedRow
  readonly same: boolean
}

function checkedRows(
  rows: readonly PlacedRow[],
  known: KnownPbx,
  numbers: ReadonlyMap<string, string>,
  faults: PlacedFault[],
): readonly Read[] {
  const members = new Map(known.members.map(one => [foldedText(one.email), one.id]))
  const profiles = new Map(known.profiles.map(one => [foldedText(one.name), one.id]))
  const before = new Map(known.extensions.map(one => [one.id, one.values]))
  const around = {
    numbers,
    memberIds: new Set(members.values()),
    profileIds: new Set(profiles.values()),
    from: known.from,
  }
  return rows.flatMap(row => {
    const id = numbers.get(row.number) ?? ''
    const stored = before.get(id)
    const typed = { ...(stored ?? startingValues), ...given(row, members, profiles) }
    const checked = checkExtension(typed, around, stored?.number)
    if (!checked.ok) {
      faults.push(placed(row, checked.fault))
      return []
    }
    const { kept, values } = checked.value
    return [{ id, kept, row, same: !!stored && pbxFields.every(field => stored[field] === values[field]) }]
  })
}

/** What the file says; a column that it lacks is not its to change. What it names and is not there stays as it is written. */
function given(
  row: PlacedRow,
  members: ReadonlyMap<string, string>,
  profiles: ReadonlyMap<string, string>,
): Partial<PbxValues> {
  const cells = Object.fromEntries(
    pbxFields.flatMap(field => (row[field] === undefined ? [] : [[field, row[field]]])),
  ) as Partial<Record<(typeof pbxFields)[number], string>>
  if (cells.member) cells.member = members.get(foldedText(cells.member)) ?? cells.member
  if (cells.profile) cells.profile = profiles.get(foldedText(cells.profile)) ?? cells.profile
  return cells
}

function placed(row: PlacedRow, { field, code, fact }: Fault): PlacedFault {
  return { line: row.line, column: field, code: fact ? `${code}:${fact}` : code, value: row[field] ?? '' }
}
