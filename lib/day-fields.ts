import { z } from 'zod'
import { dayFault } from './duration.ts'
import type { FieldRefusal } from './form-fields.ts'
import { wallClockFault } from './wall-clock.ts'

/** A text that may be left empty; `fault` says why anything else can't be taken. */
function emptyOr(fault: (text: string) => FieldRefusal | null) {
  return z.string().superRefine((text, context) => {
    const message = text === '' ? null : fault(text)
    if (message) context.addIssue({ code: 'custom', message })
  })
}

/** What a `date` field sends. */
export const calendarDay = emptyOr(dayFault)

/** What a `datetime-local` field sends. The zone is the reader's, and stands beside the field. */
export const dayAndTime = emptyOr(wallClockFault)
