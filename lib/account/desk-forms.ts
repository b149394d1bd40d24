import { z } from 'zod'
import { personName, personNameIfAny } from '#lib/person/name.ts'
import { products } from '../access/products.ts'
import { roles } from '../access/roles.ts'
import { emailIfAny } from '../contact-fields.ts'
import { canonicalOf, parseEmail } from '../email.ts'
import { id, line, lines, refuseField } from '../form-fields.ts'
import { shownValues, unseen } from '../hidden-fields.ts'
import { type ContactKind, contactKinds, type NamedContact, rolesOffered } from './contacts.ts'
import { deskFields } from './details.ts'
import { detailsForm } from './forms.ts'
import { looked, newAccountFields, ticked } from './new-fields.ts'
import { longestReason, shortestReason } from './visit.ts'

const contact = { name: personNameIfAny, email: emailIfAny }

/** The provider makes an account. A contact is named with both name and address, or not at all; the owner always is. */
export const newAccountForm = z
  .object({
    ...newAccountFields,
    /** The name or the slug of the parent; empty for an account of its own. */
    parent: line(200, { required: false }),
    ownerName: personName,
    ownerEmail: contact.email,
    ownerRoles: ticked(roles),
    serviceName: contact.name,
    serviceEmail: contact.email,
    serviceRoles: ticked(roles),
    supportName: contact.name,
    supportEmail: contact.email,
    supportRoles: ticked(roles),
    provisioningName: contact.name,
    provisioningEmail: contact.email,
    provisioningRoles: ticked(roles),
  })
  .superRefine((input, context) => {
    for (const kind of contactKinds) checkContact(kind, input, context)
    checkNames(input, context)
  })
export type NewAccountInput = z.infer<typeof newAccountForm>

/** A place on the account, or nobody. */
const contactChosen = z.union([z.literal(''), id], 'not-a-choice')

/** The provider changes what an account says about itself, where it is at home and whom to speak with. */
export const editAccountForm = z.object({
  ...detailsForm.shape,
  shown: shownValues(deskFields),
  looked,
  /** The host; missing where the provider has one branding domain only. */
  homeBrand: z.string('not-a-choice').max(253, 'not-a-choice').optional(),
  ownerContact: contactChosen,
  serviceContact: contactChosen,
  supportContact: contactChosen,
  provisioningContact: contactChosen,
})

function checkContact(kind: ContactKind, input: NewAccountInput, context: z.RefinementCtx): void {
  const [name, email] = [input[`${kind}Name`], input[`${kind}Email`]]
  if (email === '' && (name !== '' || kind === 'owner')) refuseField(context, `${kind}Email`, 'required')
  if (email === '') return
  if (name === '' && kind !== 'owner') refuseField(context, `${kind}Name`, 'required')
  const offered = rolesOffered(input.products)
  const chosen = input[`${kind}Roles`]
  if (chosen.length === 0) refuseField(context, `${kind}Roles`, 'no-role')
  else if (chosen.some(role => !offered.includes(role)))
    refuseField(context, `${kind}Roles`, 'role-without-product')
}

/** One address is one person: named several times, it is by one name, or nobody could say by which. */
function checkNames(input: NewAccountInput, context: z.RefinementCtx): void {
  const names = new Map<string, string>()
  for (const { kind, name, email } of contactsOf(input)) {
    if (name === '' || !parseEmail(email).ok) continue
    const canonical = canonicalOf(email)
    const known = names.get(canonical) ?? name
    names.set(canonical, known)
    if (known !== name) refuseField(context, `${kind}Name`, 'other-name')
  }
}

/** Those who were named. */
export function contactsOf(input: NewAccountInput): readonly NamedContact[] {
  return contactKinds.flatMap(kind => {
    const email = input[`${kind}Email`]
    return email === '' ? [] : [{ kind, name: input[`${kind}Name`], email, roles: input[`${kind}Roles`] }]
  })
}

export const accountProductsForm = z.object({
  account: id,
  /** The products that the form was shown with, so that two editors are told of each other. */
  shown: z.string('required').meta(unseen),
  products: ticked(products),
})

export const resendMemberForm = z.object({ account: id, membership: id })

export const requestCodeForm = z.object({ account: id })

/** One of the provider's support looks into an account: why, as the account's people will read it. */
export const visitForm = z.object({ account: id, reason: line(longestReason, { shortest: shortestReason }) })

export const endVisitForm = z.object({ account: id })

export const closeAccountForm = z.object({ account: id, reason: lines(1000) })
