import { z } from 'zod'
import { unpacked } from './edit.ts'

// What travels with a form and stands in no field that anybody sees. Whoever posts something else has a page that is out of
// date, or none; nothing could be marked.

declare module 'zod' {
  interface GlobalMeta {
    /** Stands in no field that anybody sees. */
    unseen?: boolean
  }
}

/** For what travels with a form unseen, or is the value of its button. */
export const unseen = { unseen: true } as const

/** Whether no field of the page could be marked where this can't be taken. */
export function isUnseen(field: z.core.$ZodType | undefined): boolean {
  return field !== undefined && z.globalRegistry.get(field)?.unseen === true
}

const wrong = 'not-a-choice'

/** The values that an edit form was shown with, in its hidden field. */
export function shownValues<const Fields extends readonly string[]>(fields: Fields) {
  return z
    .string(wrong)
    .transform((text, context) => {
      const values = unpacked<Fields[number]>(fields, text)
      if (values) return values
      context.addIssue({ code: 'custom', message: wrong })
      return z.NEVER
    })
    .meta(unseen)
}

/** What the button that was pressed does. */
export function button<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, wrong).meta(unseen)
}
