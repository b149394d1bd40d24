import fc from 'fast-check'
import { isWithin, type Scope } from '#lib/access/scopes.ts'
import { scopes } from './choices.ts'
import { admin, cedar, isLive, type Key, type Model, tech } from './model.ts'

/** A firm hands its access on to its technician: all or less; the technician asks for it. */
export type OnAssignment =
  | {
      readonly do: 'assign'
      readonly by: string
      readonly grant: Key
      /** Null = all that it gives. */
      readonly scope: Scope | null
      /** From now, or from its beginning; null = as long as the firm has it. */
      readonly hours: number | null
    }
  | { readonly do: 'take-off'; readonly by: string; readonly grant: Key }
  | { readonly do: 'ask-to-join'; readonly key: Key; readonly by: string; readonly grant: Key }
  | {
      readonly do: 'answer-join'
      readonly by: string
      readonly join: Key
      readonly says: 'grant' | 'decline'
    }
  | { readonly do: 'withdraw-join'; readonly by: string; readonly join: Key }

const acts = ['assign', 'take-off', 'ask-to-join', 'answer-join', 'withdraw-join'] as const

export function isOnAssignment(command: { readonly do: string }): command is OnAssignment {
  return acts.some(act => act === command.do)
}

type Step = (model: Model) => OnAssignment
const back = fc.constantFrom(0, 0, 0, 1, 2)
const mostlyAdmin = fc.constantFrom(admin, admin, admin, admin, tech, cedar)

/** Mostly one of Brightline IT’s that lives; now and then any. */
function grantIn(model: Model, skip: number): Key {
  const live = model.grants.filter(grant => isLive(grant) && grant.firm === 'brightline-it')
  const some = skip < 2 && live.length > 0 ? live : model.grants
  return some.at(-1 - (skip % Math.max(1, some.length)))?.key ?? 'g0'
}

function joinIn({ joins }: Model, skip: number): Key {
  const waiting = joins.filter(({ state }) => state === 'waiting')
  return (skip < 2 ? waiting : joins).at(-1)?.key ?? `j${joins.length - 1}`
}

// No grant begins or ends at half an hour, so that nothing falls together: milliseconds would decide between them.
const assigning = fc
  .record({
    by: mostlyAdmin,
    skip: back,
    scope: fc.option(scopes, { nil: null }),
    fits: fc.constantFrom(true, true, false),
    hours: fc.option(fc.constantFrom(0.5, 5.5, 23.5, 200.5), { nil: null }),
  })
  .map(
    ({ by, skip, scope, fits, hours }): Step =>
      model => {
        const grant = grantIn(model, skip)
        const given = model.grants.find(({ key }) => key === grant)?.scope
        const part = scope && fits && given && !isWithin(scope, given) ? null : scope
        return { do: 'assign', by, grant, scope: part, hours }
      },
  )

const takingOff = fc.tuple(mostlyAdmin, back).map(
  ([by, skip]): Step =>
    model => ({ do: 'take-off', by, grant: grantIn(model, skip) }),
)

const joining = fc.tuple(fc.constantFrom(tech, tech, tech, tech, admin, cedar), back).map(
  ([by, skip]): Step =>
    model => {
      const free = model.grants.findLast(
        grant => isLive(grant) && grant.firm === 'brightline-it' && !grant.assigned,
      )
      const grant = skip === 0 && free ? free.key : grantIn(model, skip)
      return { do: 'ask-to-join', key: `j${model.joins.length}`, by, grant }
    },
)

const answeringJoin = fc.tuple(mostlyAdmin, fc.constantFrom('grant' as const, 'decline' as const), back).map(
  ([by, says, skip]): Step =>
    model => ({ do: 'answer-join', by, join: joinIn(model, skip), says }),
)

const withdrawingJoin = fc.tuple(fc.constantFrom(tech, tech, admin, cedar), back).map(
  ([by, skip]): Step =>
    model => ({ do: 'withdraw-join', by, join: joinIn(model, skip) }),
)

export const handingOn: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: assigning },
  { weight: 2, arbitrary: takingOff },
  { weight: 3, arbitrary: joining },
  { weight: 3, arbitrary: answeringJoin },
  { weight: 1, arbitrary: withdrawingJoin },
)
