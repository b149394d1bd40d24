import { z } from 'zod'
import { id, line } from '#lib/form-fields.ts'

/** More than these can't be seen at once, so that they would be no help any more. */
export const mostPins = 50

/** Whether somebody who has pinned so many customers may pin one more. */
export function mayPin(pinned: number): true | 'too-many' {
  return pinned < mostPins || 'too-many'
}

const slug = line(100).optional()

/** One list of customers, in which the button that was pressed says whom it is about. `back` is where the list stood. */
export const pinForm = z.object({ partner: id, pin: slug, unpin: slug, back: z.string().max(2000) })

/** The account that is to be pinned, or not any more; null where the form says neither or both. */
export function pinMeant({
  pin,
  unpin,
}: {
  readonly pin?: string | undefined
  readonly unpin?: string | undefined
}): { readonly slug: string; readonly pinned: boolean } | null {
  if (pin !== undefined && unpin === undefined) return { slug: pin, pinned: true }
  return pin === undefined && unpin !== undefined ? { slug: unpin, pinned: false } : null
}
