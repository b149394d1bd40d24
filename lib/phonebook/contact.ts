import { type Country, dialled } from '#lib/dialling.ts'
import type { Values } from '#lib/edit.ts'
import { foldedText } from '#lib/fold.ts'
import { digitsOf } from '#lib/phone.ts'

/** The numbers that a contact may have, one of each kind. */
export const numberKinds = ['work', 'mobile', 'home'] as const
export type NumberKind = (typeof numberKinds)[number]

/** What is said of a contact beside the groups that it is in. */
export const detailFields = ['name', 'company', ...numberKinds, 'email', 'note'] as const
export type ContactDetail = (typeof detailFields)[number]
export type ContactDetails = Values<ContactDetail>

/** The fields by which an edit is told; the groups as their ids, sorted, with blanks between them. */
export const contactFields = [...detailFields, 'groups'] as const
export type ContactField = (typeof contactFields)[number]
export type ContactValues = Values<ContactField>

/**
 * The columns of a file of contacts. The last one tells contacts of one name apart, and knows one that is called otherwise
 * by now.
 */
export const fileColumns = [...detailFields, 'groups', 'id'] as const
export type FileColumn = (typeof fileColumns)[number]

/** More of them no phone takes in, and no list of an office needs. */
export const mostContacts = 20_000
export const mostGroups = 50

export function contactValues(details: ContactDetails, groups: readonly string[]): ContactValues {
  return { ...details, groups: groupsText(groups) }
}

export function groupsText(groups: readonly string[]): string {
  return [...new Set(groups)].sort().join(' ')
}

export function groupsIn(text: string): readonly string[] {
  return text.split(' ').filter(Boolean)
}

/** By what a contact stands in its place in the list, and by what a file knows it again: its name, and its company. */
export function likenessOf({ name, company }: Pick<ContactDetails, 'name' | 'company'>): string {
  return `${foldedText(name)}\n${foldedText(company)}`
}

/** What the portal keeps of a contact beside what was typed. */
export interface Found {
  readonly likeness: string
  /** All that it is found by: its words as they are compared, and the digits of its numbers as they may be typed. */
  readonly findable: string
  /** Its numbers as the world dials them, by which a caller is known. */
  readonly reach: readonly string[]
}

export function foundBy(details: ContactDetails, from: Country | null): Found {
  const numbers = numberKinds.map(kind => details[kind]).filter(Boolean)
  const reach = [...new Set(numbers.map(number => dialled(number, from)))]
  const digits = [...new Set([...numbers.map(digitsOf), ...reach])]
  const words = [details.name, details.company, details.email, details.note].filter(Boolean)
  return {
    likeness: likenessOf(details),
    findable: `${foldedText(words.join('\n'))}\n${digits.join('\n')}`,
    reach,
  }
}

/** What must stand in a contact that is searched for: any of the texts, or all of them. */
export interface Wanted {
  readonly texts: readonly string[]
  readonly all: boolean
}

const numberLike = /^\+?[\d\s().-]*$/
const fewestDigits = 2
const mostWords = 6

/**
 * What somebody looks for: a number by its digits, whatever the way it is written, anything else by all of its words, in
 * any order. Null where nothing is looked for.
 */
export function wantedIn(typed: string, from: Country | null): Wanted | null {
  const digits = digitsOf(typed)
  if (numberLike.test(typed.trim()) && digits.length >= fewestDigits)
    return { texts: [...new Set([digits, dialled(typed, from)])], all: false }
  const words = foldedText(typed).split(/\s+/).filter(Boolean)
  return words.length > 0 ? { texts: words.slice(0, mostWords), all: true } : null
}
