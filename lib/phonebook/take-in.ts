import type { PlacedFault } from '#lib/csv-reader.ts'
import type { Country } from '#lib/dialling.ts'
import { foldedText } from '#lib/fold.ts'
import {
  type ContactDetails,
  detailFields,
  type Found,
  foundBy,
  mostContacts,
  mostGroups,
} from './contact.ts'
import type { PlacedRow } from './file.ts'
import { type KnownContact, meantBy } from './meant.ts'

export interface KnownPhonebook {
  /** How many contacts it holds. */
  readonly count: number
  /** Those that a row of the file may mean. */
  readonly contacts: readonly KnownContact[]
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly from: Country | null
}

export interface KeptContact extends Found {
  readonly id: string
  readonly details: ContactDetails
}

/** What taking a file in comes to. */
export interface TakeIn {
  readonly added: readonly KeptContact[]
  readonly changed: readonly KeptContact[]
  /** How many rows are in the phonebook already as they stand in the file. */
  readonly same: number
  readonly newGroups: readonly { readonly id: string; readonly name: string }[]
  readonly joins: readonly { readonly contactId: string; readonly groupId: string }[]
  readonly faults: readonly PlacedFault[]
}

/**
 * Weighs the rows of a file against the phonebook. A contact is known again by its mark in the file, else by its name and
 * company, as names are compared; of one that is there, what the file holds is changed, and groups are only added. Nothing is
 * removed. Contacts of one name and company are told apart by their marks, or where a row says one of them to the letter.
 * Refuses with its place what can't be told apart, what is in the file twice, and more than a phonebook holds.
 */
export function weighFile(rows: readonly PlacedRow[], known: KnownPhonebook, newId: () => string): TakeIn {
  const taking = new Taking(known, newId)
  const faults: PlacedFault[] = []
  const meanings = meantBy(rows, known.contacts, row => taking.groupsOf(row), faults)
  for (const row of rows) {
    const meant = meanings.get(row)
    if (meant !== undefined) taking.take(row, meant)
  }
  faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return taking.done(faults)
}

class Taking {
  readonly #known: KnownPhonebook
  readonly #newId: () => string
  readonly #groups = new Map<string, string>()
  readonly #added: KeptContact[] = []
  readonly #changed: KeptContact[] = []
  readonly #newGroups: { id: string; name: string }[] = []
  readonly #joins: { contactId: string; groupId: string }[] = []
  #same = 0

  constructor(known: KnownPhonebook, newId: () => string) {
    this.#known = known
    this.#newId = newId
    for (const { id, name } of known.groups) this.#groups.set(foldedText(name), id)
  }

  /** The ids of the row's groups; one that the phonebook has not is new from then on. */
  groupsOf(row: PlacedRow): readonly string[] {
    return (row.groups ?? []).map(name => this.#groupOf(name))
  }

  /** Takes in a row that means a contact, or a new one. */
  take(row: PlacedRow, meant: KnownContact | null): void {
    const id = meant?.id ?? this.#newId()
    const joins = this.groupsOf(row).filter(group => !meant?.groups.includes(group))
    for (const groupId of joins) this.#joins.push({ contactId: id, groupId })
    const before = meant?.details ?? nothing
    const details = { ...before, ...given(row) }
    const isSame = detailFields.every(field => details[field] === before[field])
    if (meant && isSame && joins.length === 0) this.#same += 1
    else (meant ? this.#changed : this.#added).push({ id, details, ...foundBy(details, this.#known.from) })
  }

  done(misfits: readonly PlacedFault[]): TakeIn {
    const faults = [...misfits]
    const tell = (column: string, code: string) => faults.push({ line: null, column, code, value: '' })
    if (this.#known.count + this.#added.length > mostContacts) tell('', `too-many:${mostContacts}`)
    if (this.#groups.size > mostGroups) tell('groups', `too-many-groups:${mostGroups}`)
    return {
      added: this.#added,
      changed: this.#changed,
      same: this.#same,
      newGroups: this.#newGroups,
      joins: this.#joins,
      faults,
    }
  }

  #groupOf(name: string): string {
    const there = this.#groups.get(foldedText(name))
    if (there) return there
    const id = this.#newId()
    this.#groups.set(foldedText(name), id)
    this.#newGroups.push({ id, name })
    return id
  }
}

const nothing = Object.fromEntries(detailFields.map(field => [field, ''])) as Record<
  keyof ContactDetails,
  string
>

/** What the file says; a column that it lacks is not its to change. */
function given(row: PlacedRow): Partial<ContactDetails> {
  return Object.fromEntries(
    detailFields.flatMap(field => (row[field] === undefined ? [] : [[field, row[field]]])),
  )
}
