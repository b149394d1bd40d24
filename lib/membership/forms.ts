import { z } from 'zod'
import { endUserLevels, products } from '#lib/access/products.ts'
import { email } from '#lib/contact-fields.ts'
import { choice, id, line } from '#lib/form-fields.ts'
import { button } from '#lib/hidden-fields.ts'
import { languages } from '#lib/language.ts'
import { personName } from '#lib/person/name.ts'
import { buttonActs } from './membership.ts'

/** A host name of the provider's; missing where it has only one. */
const home = z.string().max(253, 'not-a-choice').optional()

/** The four fields of somebody who is to manage an account. */
export const addManagerForm = z.object({
  account: id,
  name: personName,
  email,
  homeBrand: home,
  language: choice(languages),
})

export const addEndUserForm = addManagerForm.extend({
  product: choice(products),
  level: choice(endUserLevels),
  extension: line(20, { required: false }),
})

export const actOnMembershipForm = z.object({
  account: id,
  membership: id,
  act: button(buttonActs),
})

export const moveHomeForm = z.object({
  account: id,
  membership: id,
  homeBrand: home,
  language: choice(languages),
})
