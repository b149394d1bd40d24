import { z } from 'zod'
import { endUserLevels, endUserLevelsOf, hasEndUsers, products } from '#lib/access/products.ts'
import type { Values } from '#lib/edit.ts'
import { foldedText } from '#lib/fold.ts'
import { choice, id, line, lines } from '#lib/form-fields.ts'
import { shownValues } from '#lib/hidden-fields.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { thingName } from '#lib/thing-name.ts'

// What a new service or end user begins with, under a name. It only fills in a form: what is sent with it is checked as ever.

/** More of them nobody finds their way among. */
export const mostServiceTemplates = 50
const longestName = 80
export const longestSupportText = 500

export const serviceTemplateFields = ['name', 'product', 'label', 'level', 'supportText'] as const
export type ServiceTemplateField = (typeof serviceTemplateFields)[number]
export type ServiceTemplateContent = Values<ServiceTemplateField>

/** What can be set up by a template: everything that an account buys but Branding itself. */
export function templateProducts(bought: readonly string[]): readonly string[] {
  return products.filter(product => product !== 'branding' && bought.includes(product))
}

/** Whether a new end user can start from it: it fills in more of them than a product that may stand there by itself, or says something. */
export function startsUser({
  product,
  level,
  supportText,
}: Pick<ServiceTemplateContent, 'product' | 'level' | 'supportText'>): boolean {
  return hasEndUsers(product) && (level !== '' || supportText !== '')
}

const content = {
  name: thingName(longestName),
  product: choice(products),
  label: line(80, { required: false }),
  level: z.union([z.literal(''), choice(endUserLevels)]),
  supportText: lines(longestSupportText, { required: false }),
}

export const addServiceTemplateForm = z.object({ account: id, ...content })

export const editServiceTemplateForm = z.object({
  account: id,
  template: id,
  shown: shownValues(serviceTemplateFields),
  ...content,
})

export const oneServiceTemplateForm = z.object({ account: id, template: id })

export type ServiceTemplateRefusal = 'name-taken' | 'too-many' | 'no-such-product' | 'no-such-level' | 'empty'

/** What an account has beside the template, and what it has bought. */
export interface ServiceTemplateStanding {
  readonly products: readonly string[]
  /** The names of its other templates. */
  readonly others: readonly string[]
}

/**
 * Whether an account may keep such a template: no two whose names read alike but for case and accents, for a product that it
 * has, with a level that the product has, and saying anything at all beyond that.
 */
export function keepServiceTemplate(
  { name, product, label, level, supportText }: ServiceTemplateContent,
  { products: bought, others }: ServiceTemplateStanding,
): Result<null, ServiceTemplateRefusal> {
  if (others.length >= mostServiceTemplates) return refuse('too-many')
  if (others.some(other => foldedText(other) === foldedText(name))) return refuse('name-taken')
  if (!templateProducts(bought).includes(product)) return refuse('no-such-product')
  if (level !== '' && !endUserLevelsOf(product).some(one => one === level)) return refuse('no-such-level')
  return [label, level, supportText].some(text => text !== '') ? ok(null) : refuse('empty')
}
