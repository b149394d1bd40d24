import type { Chosen } from '#components/access/giving-fields.tsx'
import { isCalendarDay } from '#lib/duration.ts'

/** What an address says was chosen of a scope and a duration; the form takes of it what it offers. */
export function chosenIn(query: Readonly<Record<string, string | string[] | undefined>>): Chosen {
  const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
  const pages = query.pages === undefined ? undefined : [query.pages].flat()
  const duration = one(query.duration)
  const scope = one(query.scope)
  const until = one(query.until)
  return {
    ...(duration && { duration }),
    ...(until && isCalendarDay(until) && { until }),
    ...(scope && { scope }),
    ...(pages && { pages }),
    ...(query.clients === 'on' && { clients: true }),
  }
}
