import { revokeAll } from './grant-oracle.ts'
import type {
  AcceptingCommand,
  BlockingCommand,
  EndingCommand,
  InvitingCommand,
  UnblockingCommand,
} from './invitation-commands.ts'
import { lapseInvitation } from './invitation-time.ts'
import {
  approvers,
  type Firm,
  firmOf,
  firmPeople,
  isOpen,
  isOver,
  lifeHours,
  type Model,
  type ModelInvitation,
  never,
  newGrant,
  type Outcome,
  openInvitation,
  refused,
  type Trace,
  toldOf,
} from './model.ts'
import { decide, lapse } from './request-oracle.ts'
import { onExtension } from './time-oracle.ts'

export function invite(model: Model, command: InvitingCommand, trace: Trace): Outcome {
  const { by, firm, key, scope, duration } = command
  if (!approvers.includes(by)) return refused('not-found')
  const asked = model.requests.find(one => one.firm === firm && isOpen(one))
  if (model.blockedBy[firm]) return refused('blocked')
  if (asked && !isOver(model, asked)) return refused('has-asked')
  if (openInvitation(model, firm)) return refused('already-invited')
  const lately = model.invitations.filter(one => one.firm === firm && model.now - one.createdAt < 24)
  if (lately.length >= 5) return refused('invited-too-often')
  if (duration === 'past') return refused('ends-in-the-past')
  if (asked) lapse(model, asked, trace)
  const before = model.invitations.find(one => one.firm === firm && one.state === 'invited')
  if (before) lapseInvitation(model, before, trace)
  model.invitations.push({
    key,
    firm,
    scope,
    hours: typeof duration === 'number' ? duration : never,
    createdAt: model.now,
    underRelationship: firm === 'brightline-it' ? model.relationship : null,
    state: 'invited',
    reminded: false,
    mover: null,
  })
  trace.event('account', 'partner-invitation.sent', key, null, 'invited')
  trace.write('partner-invited', firmPeople(model, firm, null))
  return trace.done()
}

const told = (model: Model, one: ModelInvitation) =>
  one.state === 'invited' && model.now >= one.createdAt + lifeHours
    ? 'lapsed'
    : toldOf(one.state, one.state === 'invited' ? null : one.mover)

/** Why it can't be moved any more; null where it can. */
function over(model: Model, one: ModelInvitation): Outcome | null {
  if (one.state === 'lapsed' || told(model, one) === 'lapsed') return refused('lapsed', told(model, one))
  return one.state === 'invited' ? null : refused('already-decided', told(model, one))
}

function move(model: Model, one: ModelInvitation, to: string, by: string, trace: Trace): void {
  const side = approvers.includes(by) ? 'account' : 'partner'
  trace.event(side, `partner-invitation.${to}`, one.key, 'invited', to)
  trace.write(`partner-invitation-${to}`, [...firmPeople(model, one.firm, null), ...approvers], by)
  Object.assign(one, { state: to, mover: by })
}

export function accept(model: Model, command: AcceptingCommand, trace: Trace): Outcome {
  const { by, key } = command
  const one = model.invitations.find(it => it.key === command.invitation && it.firm === firmOf(by))
  if (!one) return refused('not-found')
  const late = over(model, one)
  if (late) return late
  const { firm, scope, hours, underRelationship } = one
  const endsAt = hours === never ? never : model.now + hours
  model.grants.push(newGrant(model, key, { firm, scope, endsAt, underRelationship }))
  move(model, one, 'accepted', by, trace)
  trace.event('partner', 'grant.taken-up', key, null, 'active')
  return trace.done()
}

export function endInvitation(
  model: Model,
  { do: act, by, invitation }: EndingCommand,
  trace: Trace,
): Outcome {
  const one = model.invitations.find(it => it.key === invitation)
  if (!one || (act !== 'cancel' && one.firm !== firmOf(by))) return refused('not-found')
  const late = over(model, one)
  if (late) return late
  move(model, one, act === 'cancel' ? 'cancelled' : 'declined', by, trace)
  return trace.done()
}

/** The account has, or had, to do with the firm. */
function isKnown(model: Model, firm: Firm): boolean {
  if (firm in model.blockedBy || (firm === 'brightline-it' && model.relationship !== null)) return true
  return [...model.requests, ...model.grants, ...model.invitations].some(one => one.firm === firm)
}

export function blockFirm(model: Model, { by, firm, revoke }: BlockingCommand, trace: Trace): Outcome {
  if (!approvers.includes(by) || !isKnown(model, firm)) return refused('not-found')
  const blocker = model.blockedBy[firm]
  if (blocker) return refused('already-blocked', `blocked by ${blocker}`)
  model.blockedBy[firm] = by
  trace.events.push(`account partner.blocked ${firm} >`)
  const asked = model.requests.find(one => one.firm === firm && isOpen(one) && !isOver(model, one))
  if (asked) decide(model, { do: 'decline', by, request: asked.key }, trace)
  const invited = openInvitation(model, firm)
  if (invited) move(model, invited, 'cancelled', by, trace)
  const asking = model.extensions.filter(one => one.firm === firm && one.state === 'pending')
  for (const more of revoke ? [] : asking)
    onExtension(model, { do: 'decline-more', by, extension: more.key }, trace)
  if (revoke) revokeAll(model, { do: 'revoke-all', by, firm }, trace)
  return trace.done()
}

export function unblockFirm(model: Model, { by, firm }: UnblockingCommand, trace: Trace): Outcome {
  if (!approvers.includes(by) || !isKnown(model, firm)) return refused('not-found')
  if (!model.blockedBy[firm]) return refused('not-blocked')
  model.blockedBy[firm] = null
  trace.events.push(`account partner.unblocked ${firm} >`)
  return trace.done()
}
