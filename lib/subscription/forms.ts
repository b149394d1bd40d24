import { z } from 'zod'
import { calendarDay } from '#lib/day-fields.ts'
import { chosenId, id, line } from '#lib/form-fields.ts'
import { button, unseen } from '#lib/hidden-fields.ts'
import { mostQuantity } from './subscription.ts'

/** How many, as it is typed; `readQuantity` reads it. */
const quantity = line(20)
const day = calendarDay.refine(text => text !== '', 'required')

/** What was typed as a quantity; null where it is no whole number from 1 to the most there can be. */
export function readQuantity(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f,']/g, '')
  const whole = /^\d{1,6}$/.test(bare) ? Number(bare) : 0
  return whole >= 1 && whole <= mostQuantity ? whole : null
}

/** What is to be ordered, before its price is confirmed. */
export const orderForm = z.object({ account: id, offer: chosenId, quantity, starts: day })

/** The price that stood on the page. */
const price = z.string().max(300).meta(unseen)

/** An order with the very price that was shown. */
export const confirmForm = z.object({
  account: id,
  offer: id,
  quantity: z
    .string()
    .transform((text, context) => {
      const whole = readQuantity(text)
      if (whole !== null) return whole
      context.addIssue({ code: 'custom', message: 'not-a-choice' })
      return z.NEVER
    })
    .meta(unseen),
  starts: day.meta(unseen),
  price,
})

const subscription = { account: id, subscription: id }

export const quantityForm = z.object({
  ...subscription,
  quantity,
  shown: z.coerce.number().int().min(0).meta(unseen),
  price,
})

/** Ends it on its next renewal, which `shown` names, or lets it go on. */
export const renewalForm = z.object({
  ...subscription,
  act: button(['end', 'keep']),
  shown: day.meta(unseen),
})

/** Takes back the very change that stood on the page. */
export const undoForm = z.object({ ...subscription, change: id })

export const assignForm = z.object({ ...subscription, member: id })

const heldForm = /^([0-9a-f-]{36}) (\S{3,254})$/

/** A licence and whose it was on the page, as its button sends them. */
export function heldValue(licence: string, email: string): string {
  return `${licence} ${email}`
}

export const takeBackForm = z.object({
  ...subscription,
  held: z
    .string()
    .transform((text, context) => {
      const [, licence = '', email = ''] = heldForm.exec(text) ?? []
      if (id.safeParse(licence).success) return { licence, email }
      context.addIssue({ code: 'custom', message: 'not-a-choice' })
      return z.NEVER
    })
    .meta(unseen),
})
