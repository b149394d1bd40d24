import fc from 'fast-check'
import type { Wanted } from '../grant/terms.ts'
import { scopes } from './choices.ts'
import { places, type Technician, type Who } from './handed-on-oracle.ts'

// What happens to a firm's access and to what is handed on of it. Grants last even hours and are handed on for odd ones, so
// that no two ends fall together: milliseconds would decide between them.

const target = fc.record({ live: fc.constantFrom(true, true, true, true, false), back: fc.nat({ max: 3 }) })
const technician = fc.constantFrom<Technician[]>('first', 'second')

export const steps = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      on: fc.constantFrom(...places),
      scope: scopes,
      startsIn: fc.constantFrom(0, 0, 0, 2, 24),
      hours: fc.constantFrom(null, 2, 24, 24, 48, 720),
      reaches: fc.boolean(),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('hand-on' as const),
      by: fc.constantFrom<Who[]>('administrator', 'administrator', 'administrator', 'first'),
      target,
      to: fc.subarray<Technician>(['first', 'second'], { minLength: 1 }),
      scope: fc.option(scopes, { freq: 2 }),
      fits: fc.constantFrom(true, true, false),
      hours: fc.option(fc.constantFrom(1, 1, 5, 23, 47), { freq: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('take-off' as const), target, who: technician }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('revoke' as const, 'suspend' as const, 'suspend' as const),
      target,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('resume' as const), target }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('trim' as const), target, scope: scopes }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('shorten' as const), target, hours: fc.constantFrom(2, 4, 22) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('extend' as const), target, hours: fc.constantFrom(2, 24, 168) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who: technician }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('join' as const), who: technician }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('exclude' as const, 'include' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('age' as const), hours: fc.constantFrom(2, 2, 4, 24, 48) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sweep' as const) }) },
)
export type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never
export type Of<Act extends Step['do']> = Extract<Step, { do: Act }>
export type OnGrant = Extract<Step, { readonly target: unknown }>

/** As the account's action is asked. */
export function wantedBy(step: Of<'trim'> | Of<'shorten'> | Of<'extend'>): Wanted {
  if (step.do === 'trim') return { act: 'trim', scope: step.scope }
  const duration = { kind: 'hours', hours: step.hours } as const
  return step.do === 'shorten' ? { act: 'shorten', duration } : { act: 'extend', extra: duration }
}
