import fc from 'fast-check'
import { type Scope, scopeNames, scopePages } from '#lib/access/scopes.ts'
import type { Duration } from '#lib/duration.ts'

// What the commands of a sequence choose among.

/** Hours, without end, to a day years away, or to a day that is over. */
export type ModelDuration = number | 'ongoing' | 'far' | 'past'

export const scopes: fc.Arbitrary<Scope> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Scope>({ name: 'full', pages: [] }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...scopeNames.filter(name => name !== 'chosen'))
      .map(name => ({ name, pages: [] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .subarray([...scopePages], { minLength: 1 })
      .map(pages => ({ name: 'chosen' as const, pages })),
  },
)

export const durations: fc.Arbitrary<ModelDuration> = fc.constantFrom<ModelDuration[]>(
  24,
  24,
  24,
  'ongoing',
  'ongoing',
  1,
  168,
  720,
  1,
  6,
  7,
  48,
  49,
  336,
  337,
  1440,
  1441,
  'far',
  'past',
)
/** Mostly what can still be moved, the newest first; else any, as far back as it says. */
export const targets = fc.record({
  open: fc.constantFrom(true, true, true, true, false),
  back: fc.constantFrom(0, 0, 0, 1, 2),
})
export type Target = typeof targets extends fc.Arbitrary<infer T> ? T : never

export function durationOf(duration: ModelDuration): Duration {
  if (typeof duration === 'number') return { kind: 'hours', hours: duration }
  if (duration === 'ongoing') return { kind: 'ongoing' }
  return { kind: 'until', date: duration === 'far' ? '2190-06-30' : '2020-01-31' }
}
