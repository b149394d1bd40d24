import { z } from 'zod'
import { ownEmail } from '#lib/contact-fields.ts'
import { checkbox, choice, id, line, lines } from '#lib/form-fields.ts'
import { shownValues } from '#lib/hidden-fields.ts'
import { settingFields, tenantChoices } from './setting.ts'

const next = z.string().max(2000).default('/')

/** Why somebody goes to Microsoft: to come in, or to link an account to the sign-in that they are in by. */
export const purposes = ['sign-in', 'link'] as const
export type Purpose = (typeof purposes)[number]

/** A button and nothing else. `switch`: Microsoft is to ask which account, whatever it remembers. */
export const beginForm = z.object({ next, switch: checkbox })
export const beginLinkForm = z.object({})

/** The address of the sign-in that a proved Microsoft account is to be linked to. */
export const proveForm = z.object({ email: ownEmail })

/** A button: what is linked stands in the browser's keeping. */
export const linkForm = z.object({ next })
export const unlinkForm = z.object({ link: id })

export const settingForm = z.object({
  /** The values that the form showed. */
  shown: shownValues(settingFields),
  whose: choice(tenantChoices),
  tenants: lines(3000, { required: false }).default(''),
  clientId: line(36, { required: false }),
  /** Empty = the one that is kept. */
  clientSecret: z.string().max(500, 'too-long:500').default(''),
})

export const switchForm = z.object({ to: choice(['on', 'off']) })
export const testForm = z.object({})
