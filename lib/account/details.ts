import type { Values } from '#lib/edit.ts'
import { type ContactField, contactFields } from './contacts.ts'

/** What an account says about itself, in the order in which it is read and edited. */
export const detailFields = [
  'name',
  'legalName',
  'addressLine',
  'city',
  'postalCode',
  'country',
  'phone',
  'emergencyContact',
  'timeZone',
] as const
export type DetailField = (typeof detailFields)[number]
export type AccountDetails = Values<DetailField>

/** What can be changed of a service. Only a number has somewhere to forward to. */
export const serviceFields = ['label', 'forwardTo', 'enabled'] as const
export type ServiceField = (typeof serviceFields)[number]

/** What can be changed of an end user. */
export const endUserFields = ['name', 'extension', 'level'] as const
export type EndUserField = (typeof endUserFields)[number]

/** Where a person of the account signs in, and in which language they are written to. */
export const homeFields = ['homeBrand', 'language'] as const
export type HomeField = (typeof homeFields)[number]

/** What the provider's desk edits of an account. The home is known by its host, a contact by their place on the account. */
export const deskFields = [...detailFields, 'homeBrand', ...contactFields] as const
export type DeskField = (typeof deskFields)[number]

/** Every field that the history may tell about with its old and new value. */
export type ChangedField = DetailField | ServiceField | EndUserField | HomeField | ContactField | 'products'

/** An account's address as it is written on a letter, a line an entry; empty where nothing is known. */
export function addressLines(
  details: Pick<AccountDetails, 'addressLine' | 'city' | 'postalCode' | 'country'>,
): readonly string[] {
  const { addressLine, city, postalCode, country } = details
  return [addressLine, [city, postalCode].filter(Boolean).join(' '), country].filter(Boolean)
}
