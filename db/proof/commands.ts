import fc from 'fast-check'
import { isWithin, type Scope } from '#lib/access/scopes.ts'
import { handingOn, type OnAssignment } from './assignment-commands.ts'
import { durations, type ModelDuration, scopes, type Target, targets } from './choices.ts'
import { designating, type OnDesignation } from './designation-commands.ts'
import { type InvitationCommand, invitationSteps } from './invitation-commands.ts'
import {
  admin,
  cedar,
  type Firm,
  isLive,
  isOpen,
  type Key,
  type Model,
  type ModelGrant,
  type ModelRequest,
  manager,
  owner,
  platform,
  tech,
} from './model.ts'
import {
  answeringMore,
  askingMore,
  extending,
  type OverTime,
  reviewing,
  shortening,
  trimming,
} from './time-commands.ts'

export interface Asking {
  readonly do: 'ask'
  readonly key: Key
  readonly by: string
  readonly way: 'slug' | 'code'
  readonly scope: Scope
  readonly duration: ModelDuration
  readonly startsIn: number | null
}

export interface Approving {
  readonly do: 'approve'
  readonly key: Key
  readonly by: string
  readonly request: Key
  readonly scope: Scope
  readonly duration: ModelDuration
  /** Also on the client accounts. */
  readonly reaches?: boolean
}

export interface OnRequest<Act extends string> {
  readonly do: Act
  readonly by: string
  readonly request: Key
}

export interface OnGrant {
  readonly do: 'revoke' | 'suspend' | 'resume' | 'relinquish' | 'terminate'
  readonly by: string
  readonly grant: Key
}

export type Deciding = Approving | OnRequest<'decline'> | OnRequest<'question'>
export type FromFirm = OnRequest<'answer'> | OnRequest<'withdraw'>

export interface RevokingAll {
  readonly do: 'revoke-all'
  readonly by: string
  readonly firm: Firm | null
}

/** One thing that somebody does, or that time does. `key` numbers what comes into being by it. */
export type Command =
  | { readonly do: 'age'; readonly hours: number }
  | { readonly do: 'sweep' | 'appoint' | 'dismiss' | 'hire' | 'end-relationship' }
  | OnDesignation
  | Asking
  | Deciding
  | FromFirm
  | OnGrant
  | RevokingAll
  | InvitationCommand
  | OverTime
  | OnAssignment

const hours = fc.constantFrom(
  1,
  1,
  2,
  5,
  12,
  22,
  23,
  24,
  24,
  47,
  48,
  96,
  143,
  144,
  167,
  168,
  200,
  720,
  720,
  4400,
)
const starts = fc.option(fc.constantFrom(1, 5, 24, 48, 200), { nil: null, freq: 2 })
const asks = (request: ModelRequest) => request.state === 'question'
const rests = (grant: ModelGrant) => grant.state === 'suspended'

function requestKey({ open, back }: Target, { requests }: Model, wanted = isOpen): Key {
  const keys = requests.filter(wanted)
  return (open && keys.at(-1 - (back % keys.length))?.key) || `r${requests.length - 1 - back}`
}

function grantKey({ open, back }: Target, { grants }: Model, wanted = isLive): Key {
  const keys = grants.filter(wanted)
  return (open && keys.at(-1 - (back % keys.length))?.key) || `g${grants.length - 1 - back}`
}

/** A command once it is known what there is. */
export type Step = (model: Model) => Command

const asking = fc
  .record({
    by: fc.constantFrom(tech, tech, tech, admin, cedar),
    way: fc.constantFrom('slug' as const, 'slug' as const, 'code' as const),
    scope: scopes,
    duration: durations,
    startsIn: starts,
  })
  .map(
    ({ by, way, ...rest }): Step =>
      ({ requests }) => ({
        do: 'ask',
        key: `r${requests.length}`,
        by,
        // Cedar serves nobody, so only a code leads it anywhere; now and then it tries without.
        way: by === cedar && rest.startsIn !== 1 ? 'code' : way,
        ...rest,
      }),
  )

const approving = fc
  .record({
    by: fc.constantFrom(owner, owner, owner, owner, manager, manager, manager, tech),
    target: targets,
    less: fc.constantFrom(true, true, true, false),
    scope: scopes,
    duration: durations,
  })
  .map(
    ({ by, target, less, scope, duration }): Step =>
      model => {
        const request = requestKey(target, model)
        const asked = model.requests.find(one => one.key === request)?.scope
        const given = less && asked && !isWithin(scope, asked) ? asked : scope
        return { do: 'approve', key: `g${model.grants.length}`, by, request, scope: given, duration }
      },
  )

function onRequest<const Act extends 'decline' | 'question' | 'answer' | 'withdraw'>(
  acts: readonly Act[],
  by: readonly string[],
) {
  return fc.tuple(fc.constantFrom(...acts), fc.constantFrom(...by), targets).map(
    ([act, who, target]): Step =>
      model =>
        ({
          do: act,
          by: who,
          request: requestKey(target, model, act === 'answer' ? asks : isOpen),
        }) as Command,
  )
}

function onGrant(acts: readonly OnGrant['do'][], by: readonly string[]) {
  return fc.tuple(fc.constantFrom(...acts), fc.constantFrom(...by), targets).map(
    ([act, who, target]): Step =>
      model => ({ do: act, by: who, grant: grantKey(target, model, act === 'resume' ? rests : isLive) }),
  )
}

const revokingAll = fc
  .tuple(
    fc.constantFrom(owner, manager),
    fc.constantFrom(null, 'brightline-it' as const, 'cedar-consulting' as const),
  )
  .map(
    ([by, firm]): Step =>
      () => ({ do: 'revoke-all', by, firm }),
  )

const turning = fc
  .constantFrom('end-relationship' as const, 'appoint' as const, 'appoint' as const, 'dismiss' as const)
  .map(
    (act): Step =>
      () => ({ do: act }),
  )

const weighted = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary })

/** Now and then half a year goes by, after which what has no end is looked at again. */
const aging = fc.oneof({ weight: 12, arbitrary: hours }, { weight: 1, arbitrary: fc.constant(4400) }).map(
  (many): Step =>
    () => ({ do: 'age', hours: many }),
)
const sweeping = fc.constant<Step>(() => ({ do: 'sweep' }))
const hiring = fc.constant<Step>(() => ({ do: 'hire' }))

/** Commands of one sequence. They need no precondition: what can't be done must be refused, and that is checked too. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  weighted(9, invitationSteps),
  weighted(9, asking),
  weighted(10, approving),
  weighted(5, onRequest(['decline', 'question', 'question'], [owner, manager, manager, cedar])),
  weighted(4, onRequest(['answer', 'answer', 'withdraw'], [tech, admin, admin, cedar])),
  weighted(6, onGrant(['revoke', 'suspend', 'resume', 'resume'], [owner, manager])),
  weighted(3, onGrant(['suspend', 'resume', 'terminate'], [platform])),
  weighted(2, onGrant(['relinquish'], [admin, admin, cedar])),
  weighted(1, revokingAll),
  weighted(1, askingMore),
  weighted(1, extending),
  weighted(1, shortening),
  weighted(1, trimming(scopes)),
  weighted(7, aging),
  weighted(5, sweeping),
  weighted(3, turning),
  weighted(1, hiring),
  weighted(4, designating),
  weighted(6, handingOn),
)

/** The same where access has been given already, mostly of what becomes of it while it runs. */
export const timeSteps: fc.Arbitrary<Step> = fc.oneof(
  weighted(8, askingMore),
  weighted(7, extending),
  weighted(5, answeringMore),
  weighted(3, shortening),
  weighted(3, trimming(scopes)),
  weighted(4, reviewing),
  weighted(7, aging),
  weighted(5, sweeping),
  weighted(2, asking),
  weighted(3, approving),
  weighted(3, onGrant(['revoke', 'suspend', 'resume'], [owner, manager])),
  weighted(1, onGrant(['relinquish'], [admin, cedar])),
  weighted(1, turning),
  weighted(1, hiring),
  weighted(1, designating),
  weighted(5, handingOn),
)

/** The same where access has been given already, mostly of who works under it. */
export const handedSteps: fc.Arbitrary<Step> = fc.oneof(
  weighted(12, handingOn),
  weighted(3, trimming(scopes)),
  weighted(2, shortening),
  weighted(2, extending),
  weighted(2, askingMore),
  weighted(4, aging),
  weighted(3, sweeping),
  weighted(2, onGrant(['suspend', 'resume'], [owner, manager])),
  weighted(1, onGrant(['revoke'], [owner])),
  weighted(1, asking),
  weighted(2, approving),
  weighted(1, turning),
  weighted(2, hiring),
)
