import { isCalendarDay } from '#lib/duration.ts'
import { id } from '#lib/form-fields.ts'
import { readQuantity } from '#lib/subscription/forms.ts'

/** An order as it stands in the address of its pages; what can't be read is missing. */
export function askedOrder(query: Readonly<Record<string, string | readonly string[] | undefined>>) {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const starts = one('starts')
  return {
    offer: id.safeParse(one('offer')).data,
    quantity: readQuantity(one('quantity')) ?? undefined,
    starts: isCalendarDay(starts) ? starts : undefined,
    /** Of this one order: made when it was looked at, so that going back and ordering again orders nothing twice. */
    once: id.safeParse(one('order')).data,
  }
}
