import type { Role } from '../access/roles.ts'
import { roles } from '../access/roles.ts'

/** Those whom a provider names when it creates an account, in the order in which they are asked for. */
export const contactKinds = ['owner', 'service', 'support', 'provisioning'] as const
export type ContactKind = (typeof contactKinds)[number]

/** What each of them is called as a field of a form, and in the history. */
export type ContactField = `${ContactKind}Contact`
export const contactFieldOf = <Kind extends ContactKind>(kind: Kind) => `${kind}Contact` as const
export const contactFields = contactKinds.map(contactFieldOf) as readonly ContactField[]

export function isContactField(field: string): field is ContactField {
  return (contactFields as readonly string[]).includes(field)
}

/** What each of them is made unless the provider chooses otherwise. */
export const contactRoles: Readonly<Record<ContactKind, readonly Role[]>> = {
  owner: ['account-owner'],
  service: ['service-viewer'],
  support: ['service-viewer'],
  provisioning: ['service-viewer', 'sync-contributor'],
}

/** The roles that an account can give: Brand Contributor belongs to the Branding product. */
export function rolesOffered(products: readonly string[]): readonly Role[] {
  return products.includes('branding') ? roles : roles.filter(role => role !== 'brand-contributor')
}

export interface NamedContact {
  readonly kind: ContactKind
  readonly name: string
  /** As it was typed. */
  readonly email: string
  readonly roles: readonly Role[]
}

/** A person to be invited; `kinds` tells at which fields of the form a refusal about them stands. */
export interface ContactPerson {
  readonly name: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly kinds: readonly ContactKind[]
}

/** Somebody who is named several times is one person with all of these roles. */
export function peopleOf(
  contacts: readonly NamedContact[],
  canonical: (email: string) => string,
): readonly ContactPerson[] {
  const people = Map.groupBy(contacts, ({ email }) => canonical(email))
  return [...people.values()].flatMap(named => {
    const [first] = named
    if (!first) return []
    const held = new Set(named.flatMap(contact => contact.roles))
    return [
      {
        name: first.name,
        email: first.email,
        roles: roles.filter(role => held.has(role)),
        kinds: named.map(({ kind }) => kind),
      },
    ]
  })
}
