import fc from 'fast-check'
import type { Scope } from '#lib/access/scopes.ts'
import { durations, type ModelDuration, scopes, type Target, targets } from './choices.ts'
import { admin, cedar, type Firm, type Key, type Model, manager, owner, tech } from './model.ts'

export interface InvitingCommand {
  readonly do: 'invite'
  readonly key: Key
  readonly by: string
  readonly firm: Firm
  readonly scope: Scope
  readonly duration: ModelDuration
}

export interface AcceptingCommand {
  readonly do: 'accept'
  /** Of the grant that comes of it. */
  readonly key: Key
  readonly by: string
  readonly invitation: Key
}

export interface EndingCommand {
  readonly do: 'decline-invitation' | 'cancel'
  readonly by: string
  readonly invitation: Key
}

export interface BlockingCommand {
  readonly do: 'block'
  readonly by: string
  readonly firm: Firm
  readonly revoke: boolean
}

export interface UnblockingCommand {
  readonly do: 'unblock'
  readonly by: string
  readonly firm: Firm
}

/** What is done about invitations and blocked firms. */
export type InvitationCommand =
  | InvitingCommand
  | AcceptingCommand
  | EndingCommand
  | BlockingCommand
  | UnblockingCommand

type Step = (model: Model) => InvitationCommand

/** The newest that is open, or any as far back as it says. */
function invitationKey({ open, back }: Target, { invitations }: Model): Key {
  const keys = invitations.filter(one => one.state === 'invited')
  return (open && keys.at(-1 - (back % keys.length))?.key) || `i${invitations.length - 1 - back}`
}

const firms = fc.constantFrom<Firm[]>('cedar-consulting', 'cedar-consulting', 'brightline-it')
const deciders = fc.constantFrom(owner, owner, manager, manager, tech)

const inviting = fc.record({ by: deciders, firm: firms, scope: scopes, duration: durations }).map(
  (chosen): Step =>
    ({ invitations }) => ({ do: 'invite', key: `i${invitations.length}`, ...chosen }),
)

const accepting = fc.tuple(fc.constantFrom(cedar, cedar, admin), targets).map(
  ([by, target]): Step =>
    model => ({ do: 'accept', key: `g${model.grants.length}`, by, invitation: invitationKey(target, model) }),
)

const ending = fc
  .tuple(
    fc.constantFrom(
      ['decline-invitation', cedar] as const,
      ['decline-invitation', admin] as const,
      ['cancel', owner] as const,
      ['cancel', manager] as const,
    ),
    targets,
  )
  .map(
    ([[act, by], target]): Step =>
      model => ({ do: act, by, invitation: invitationKey(target, model) }),
  )

const blocking = fc.record({ by: deciders, firm: firms, revoke: fc.boolean() }).map(
  (chosen): Step =>
    () => ({ do: 'block', ...chosen }),
)

/** Mostly a firm that is blocked. */
const unblocking = fc.record({ by: deciders, firm: firms }).map(
  ({ by, firm }): Step =>
    ({ blockedBy }) => {
      const blocked = (Object.keys(blockedBy) as Firm[]).find(one => blockedBy[one])
      return { do: 'unblock', by, firm: blocked ?? firm }
    },
)

const weighted = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary })

export const invitationSteps: fc.Arbitrary<Step> = fc.oneof(
  weighted(5, inviting),
  weighted(4, accepting),
  weighted(3, ending),
  weighted(1, blocking),
  weighted(2, unblocking),
)
