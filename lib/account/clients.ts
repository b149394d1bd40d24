import { z } from 'zod'
import { personNameIfAny } from '#lib/person/name.ts'
import { type Product, products } from '../access/products.ts'
import { emailIfAny } from '../contact-fields.ts'
import { id, refuseField } from '../form-fields.ts'
import type { ContactPerson } from './contacts.ts'
import { newAccountFields } from './new-fields.ts'

/** An account adds as many clients a day as somebody types; more come by a file of the provider's. */
export const mostClientsADay = 20

/** Why an account gets no client account; the name, the branding domain and the owner's address are refused as anywhere. */
export type ClientRefusal = 'enough-today' | 'not-its-product'

/**
 * What a client account can be given: what its parent has. Whatever else is bought is between the provider and the parent,
 * and comes by the provider's desk.
 */
export function productsForClients(ofParent: readonly string[]): readonly Product[] {
  return products.filter(product => ofParent.includes(product))
}

/** A client account, and the first Account Owner if one is named: with name and address both, or not at all. */
export const newClientForm = z
  .object({ account: id, ...newAccountFields, ownerName: personNameIfAny, ownerEmail: emailIfAny })
  .superRefine(({ ownerName, ownerEmail }, context) => {
    if (ownerName !== '' && ownerEmail === '') refuseField(context, 'ownerEmail', 'required')
    if (ownerEmail !== '' && ownerName === '') refuseField(context, 'ownerName', 'required')
  })
export type NewClientInput = z.infer<typeof newClientForm>

/** Who is to own it; nobody where it is left to the parent's Service Contributors. */
export function firstOwnerOf({
  ownerName: name,
  ownerEmail: email,
}: Pick<NewClientInput, 'ownerName' | 'ownerEmail'>): readonly ContactPerson[] {
  return email === '' ? [] : [{ name, email, roles: ['account-owner'], kinds: ['owner'] }]
}
