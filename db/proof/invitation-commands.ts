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

const invitations = fc.record({ by: deciders, firm: firms, scope: scopes, duration: durations })
type Invited = typeof invitations extends fc.Arbitrary<infer T> ? T : never

const inviteBy = (model: Model, chosen: Invited): InvitationCommand => ({
  do: 'invite',
  key: `i${model.invitations.length}`,
  ...chosen,
})

const inviting = invitations.map(
  (chosen): Step =>
    model =>
      inviteBy(model, chosen),
)

/** Mostly somebody of the firm that is invited; now and then of the other. */
const answerers = fc.constantFrom(true, true, true, true, false)

function answerer(right: boolean, key: Key, { invitations }: Model): string {
  const invited = invitations.find(one => one.key === key)?.firm === 'brightline-it' ? admin : cedar
  return right ? invited : invited === admin ? cedar : admin
}

/** Where nothing waits for an answer, somebody invites first. */
const accepting = fc.tuple(answerers, targets, invitations).map(
  ([right, target, chosen]): Step =>
    model => {
      if (!model.invitations.some(one => one.state === 'invited')) return inviteBy(model, chosen)
      const invitation = invitationKey(target, model)
      return {
        do: 'accept',
        key: `g${model.grants.length}`,
        by: answerer(right, invitation, model),
        invitation,
      }
    },
)

const declining = fc.tuple(answerers, targets).map(
  ([right, target]): Step =>
    model => {
      const invitation = invitationKey(target, model)
      return { do: 'decline-invitation', by: answerer(right, invitation, model), invitation }
    },
)

const cancelling = fc.tuple(fc.constantFrom(owner, manager), targets).map(
  ([by, target]): Step =>
    model => ({ do: 'cancel', by, invitation: invitationKey(target, model) }),
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
  weighted(6, inviting),
  weighted(5, accepting),
  weighted(1, declining),
  weighted(1, cancelling),
  weighted(1, blocking),
  weighted(3, unblocking),
)
