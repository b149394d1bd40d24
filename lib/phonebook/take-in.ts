import type { PlacedFault } from '#lib/csv-reader.ts'
import type { Country } from '#lib/dialling.ts'
import { foldedText } from '#lib/fold.ts'
import {
  type ContactDetails,
  detailFields,
  type Found,
  foundBy,
  likenessOf,
  mostContacts,
  mostGroups,
} from './contact.ts'
import type { PlacedRow } from './file.ts'

/** A contact that the phonebook holds, as a file may meet it. */
export interface KnownContact {
  readonly id: string
  readonly details: ContactDetails
  readonly groups: readonly string[]
}

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
 * Weighs the rows of a file against the phonebook. A contact is known again by its name and company, as names are compared;
 * of one that is there, what the file holds is changed, and groups are only added. Nothing is removed. Refuses with its
 * place what is in the file twice, or in the phonebook several times, and more than a phonebook holds.
 */
export function weighFile(rows: readonly PlacedRow[], known: KnownPhonebook, newId: () => string): TakeIn {
  const taking = new Taking(known, newId)
  for (const row of rows) taking.take(row)
  return taking.done()
}

class Taking {
  readonly #known: KnownPhonebook
  readonly #newId: () => string
  readonly #contacts = new Map<string, KnownContact[]>()
  readonly #groups = new Map<string, string>()
  readonly #lines = new Map<string, number>()
  readonly #added: KeptContact[] = []
  readonly #changed: KeptContact[] = []
  readonly #newGroups: { id: string; name: string }[] = []
  readonly #joins: { contactId: string; groupId: string }[] = []
  readonly #faults: PlacedFault[] = []
  #same = 0

  constructor(known: KnownPhonebook, newId: () => string) {
    this.#known = known
    this.#newId = newId
    for (const one of known.contacts) {
      const likeness = likenessOf(one.details)
      this.#contacts.set(likeness, [...(this.#contacts.get(likeness) ?? []), one])
    }
    for (const { id, name } of known.groups) this.#groups.set(foldedText(name), id)
  }

  take(row: PlacedRow): void {
    const likeness = likenessOf({ name: row.name, company: row.company ?? '' })
    const earlier = this.#lines.get(likeness)
    if (earlier !== undefined) {
      this.#tell(row.line, 'name', `twice:${earlier}`, row.name)
      return
    }
    this.#lines.set(likeness, row.line)
    const groups = (row.groups ?? []).map(name => this.#groupOf(name))
    const there = this.#contacts.get(likeness) ?? []
    const as = (details: ContactDetails) => ({ ...details, ...given(row) })
    const equal = there.find(one => isSame(one.details, as(one.details)))
    if (!equal && there.length > 1) {
      this.#tell(row.line, 'name', `several:${there.length}`, row.name)
      return
    }
    const [meant = equal] = equal ? [equal] : there
    const id = meant?.id ?? this.#newId()
    const joins = groups.filter(group => !meant?.groups.includes(group))
    for (const groupId of joins) this.#joins.push({ contactId: id, groupId })
    if (equal && joins.length === 0) this.#same += 1
    else this.#keep(id, meant ? as(meant.details) : { ...nothing, ...given(row) }, !meant)
  }

  done(): TakeIn {
    if (this.#known.count + this.#added.length > mostContacts)
      this.#tell(null, '', `too-many:${mostContacts}`, '')
    if (this.#groups.size > mostGroups) this.#tell(null, 'groups', `too-many-groups:${mostGroups}`, '')
    return {
      added: this.#added,
      changed: this.#changed,
      same: this.#same,
      newGroups: this.#newGroups,
      joins: this.#joins,
      faults: this.#faults,
    }
  }

  #keep(id: string, details: ContactDetails, isNew: boolean): void {
    const list = isNew ? this.#added : this.#changed
    list.push({ id, details, ...foundBy(details, this.#known.from) })
  }

  #groupOf(name: string): string {
    const there = this.#groups.get(foldedText(name))
    if (there) return there
    const id = this.#newId()
    this.#groups.set(foldedText(name), id)
    this.#newGroups.push({ id, name })
    return id
  }

  #tell(line: number | null, column: string, code: string, value: string): void {
    this.#faults.push({ line, column, code, value })
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

function isSame(one: ContactDetails, other: ContactDetails): boolean {
  return detailFields.every(field => one[field] === other[field])
}
