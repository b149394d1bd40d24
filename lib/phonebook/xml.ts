import { digitsOf } from '#lib/phone.ts'
import { escaped } from '#lib/xml-text.ts'
import type { ContactDetails, NumberKind } from './contact.ts'
import { numberKinds } from './contact.ts'

// A phonebook as phones of Grandstream read it (their "XML phonebook guide"): groups by small numbers, then contacts.
// Other makers' phones read the same form.

export interface PhoneGroup {
  readonly id: string
  readonly name: string
}

export interface PhoneContact extends Omit<ContactDetails, 'note'> {
  readonly groups: readonly string[]
}

const phoneTypes: Record<NumberKind, string> = { work: 'Work', mobile: 'Cell', home: 'Home' }

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n<AddressBook>\n<version>1</version>\n'
export const xmlFoot = '</AddressBook>\n'

/** Groups are numbered in their order, from 1: that is what a contact names them by. */
export function groupsXml(groups: readonly PhoneGroup[]): string {
  return groups
    .map(({ name }, at) => `<pbgroup>\n<id>${at + 1}</id>\n<name>${escaped(name)}</name>\n</pbgroup>\n`)
    .join('')
}

/** One contact. The last word of its name is the phone's surname, by which it sorts; the rest comes first. */
export function contactXml(contact: PhoneContact, groups: readonly PhoneGroup[]): string {
  const { first, last } = namesOf(contact.name)
  const parts = [
    `<FirstName>${escaped(first)}</FirstName>`,
    `<LastName>${escaped(last)}</LastName>`,
    contact.company && `<Company>${escaped(contact.company)}</Company>`,
    ...numberKinds.map(kind => contact[kind] && phone(kind, contact[kind])),
    contact.email && `<Mail type="Work">${escaped(contact.email)}</Mail>`,
    ...groups.flatMap(({ id }, at) => (contact.groups.includes(id) ? [`<Group>${at + 1}</Group>`] : [])),
  ]
  return `<Contact>\n${parts.filter(Boolean).join('\n')}\n</Contact>\n`
}

function phone(kind: NumberKind, number: string): string {
  return `<Phone type="${phoneTypes[kind]}">\n<phonenumber>${plainNumber(number)}</phonenumber>\n<accountindex>1</accountindex>\n</Phone>`
}

/** What a phone dials: digits, and the + of a country code. */
function plainNumber(number: string): string {
  return `${number.trimStart().startsWith('+') ? '+' : ''}${digitsOf(number)}`
}

function namesOf(name: string): { readonly first: string; readonly last: string } {
  const cut = name.lastIndexOf(' ')
  return cut < 0 ? { first: '', last: name } : { first: name.slice(0, cut), last: name.slice(cut + 1) }
}
