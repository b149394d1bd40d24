import type { OnGrant, RevokingAll } from './commands.ts'
import { type Answering, answerAsk, lapseAsk } from './designation-oracle.ts'
import { endInvitationsUnder, sweepInvitations } from './invitation-time.ts'
import {
  approvers,
  firmOf,
  firmPeople,
  grantTold,
  isLive,
  isOpen,
  isOut,
  isOver,
  type Model,
  type ModelGrant,
  type Outcome,
  peopleOf,
  platform,
  refused,
  type Trace,
  tech,
} from './model.ts'
import { lapse, moveRequest } from './request-oracle.ts'
import { begin, lapseWith, remindersDue, sweepReviews } from './time-oracle.ts'

const tellings = {
  revoke: ['grant.revoked', 'revoked', 'grant-ended'],
  relinquish: ['grant.relinquished', 'relinquished', 'grant-ended'],
  terminate: ['grant.terminated', 'terminated', 'grant-ended'],
  suspend: ['grant.suspended', 'suspended', 'grant-suspended'],
  resume: ['grant.resumed', 'active', 'grant-resumed'],
} as const

export function changeGrant(model: Model, command: OnGrant, trace: Trace): Outcome {
  const grant = model.grants.find(one => one.key === command.grant)
  const side = sideOf(command.by)
  if (!grant || (side === 'account' && !approvers.includes(command.by))) return refused('not-found')
  if (
    side === 'partner' &&
    (grant.firm !== firmOf(command.by) || (command.by === tech && model.term === null))
  )
    return refused('not-found')
  if (side === 'partner' && command.by === tech && grant.requester !== tech) return refused('not-yours')
  const refusal = refusalOf(model, grant, command.do, side)
  if (refusal) return refused(refusal, grantTold(model, grant))
  tell(moveGrant(model, grant, command.do, command.by, trace), command.do, command.by, trace)
  return trace.done()
}

const sideOf = (email: string) =>
  email === platform ? 'provider' : email.includes('harbour-dental') ? 'account' : 'partner'

function refusalOf(model: Model, grant: ModelGrant, act: OnGrant['do'], side: string): string | null {
  if (!isLive(grant) || isOut(model, grant)) return 'already-ended'
  if (side === 'account' && grant.byProvider) return 'set-by-provider'
  if (act === 'suspend' && grant.state === 'suspended') return 'already-suspended'
  if (act !== 'resume') return null
  if (grant.state !== 'suspended') return 'not-suspended'
  return grant.suspendedBy === side ? null : 'suspended-by-other-side'
}

/** Gives whom of its firm it concerned. */
function moveGrant(
  model: Model,
  grant: ModelGrant,
  act: OnGrant['do'],
  by: string,
  trace: Trace,
): readonly string[] {
  const people = peopleOf(model, grant)
  begin(model, grant, trace)
  const [action, state] = tellings[act]
  const to = act === 'resume' && grant.startsAt > model.now ? 'scheduled' : state
  trace.event(sideOf(by), action, grant.key, grant.state, to)
  grant.state = to
  grant.mover = by
  if (!isLive(grant)) lapseWith(model, grant, sideOf(by), by, trace)
  if (!isLive(grant)) lapseAsk(model, grant, sideOf(by), by, trace)
  grant.suspendedBy = act === 'suspend' ? (sideOf(by) === 'provider' ? 'provider' : 'account') : null
  return people
}

function tell(people: readonly string[], act: OnGrant['do'], by: string, trace: Trace): void {
  trace.write(tellings[act][2], people, by)
  trace.write(tellings[act][2], approvers, by)
}

/** The provider answers an ask; ended, the grant goes as if it had been terminated. */
export function answer(model: Model, command: Answering, trace: Trace): Outcome {
  const answered = answerAsk(model, command, trace)
  if (!('ends' in answered)) return answered
  tell(moveGrant(model, answered.ends, 'terminate', platform, trace), 'terminate', platform, trace)
  return trace.done()
}

/** One letter per firm and person, and one per approver, however many grants end. */
export function revokeAll(model: Model, { by, firm }: RevokingAll, trace: Trace): Outcome {
  const ending = model.grants.filter(
    grant => (firm === null || grant.firm === firm) && !refusalOf(model, grant, 'revoke', 'account'),
  )
  const ended = ending.map(grant => ({
    of: grant.firm,
    people: moveGrant(model, grant, 'revoke', by, trace),
  }))
  for (const told of Map.groupBy(ended, one => one.of).values())
    trace.write(
      'grant-ended',
      told.flatMap(one => one.people),
      by,
    )
  if (ending.length > 0) trace.write('grant-ended', approvers, by)
  return trace.done(String(ending.length))
}

export function endRelationship(model: Model, trace: Trace): Outcome {
  const ended = model.relationship
  if (ended === null) return refused('already-ended', `ended by ${platform}`)
  model.relationship = null
  trace.event('provider', 'relationship.ended', `c${ended}`, 'active', 'ended')
  const open = model.requests.filter(request => request.underRelationship === ended && isOpen(request))
  for (const request of open.filter(one => isOver(model, one))) lapse(model, request, trace)
  const asking = open.filter(isOpen)
  for (const request of asking) {
    const action = 'access-request.ended-with-relationship'
    trace.event('provider', action, request.key, request.state, 'lapsed')
    moveRequest(request, 'lapsed', platform)
  }
  endInvitationsUnder(model, ended, trace)
  const hanging = model.grants.filter(
    grant => grant.underRelationship === ended && isLive(grant) && !isOut(model, grant),
  )
  const concerned = hanging.flatMap(grant => moveGrant(model, grant, 'terminate', platform, trace))
  const asked = asking.flatMap(request => firmPeople(model, 'brightline-it', request.by))
  const people = [...firmPeople(model, 'brightline-it', null), ...asked, ...concerned, ...approvers]
  trace.write('relationship-ended', people)
  return trace.done()
}

export function sweep(model: Model, trace: Trace): Outcome {
  for (const grant of model.grants.filter(isLive)) sweepGrant(model, grant, trace)
  sweepReviews(model, trace)
  for (const request of model.requests.filter(isOpen)) {
    const waited = model.now - request.createdAt
    const due = waited >= 144 ? 2 : waited >= 48 ? 1 : 0
    if (isOver(model, request)) lapse(model, request, trace)
    else if (due > request.reminded) {
      request.reminded = due
      const people = request.state === 'pending' ? approvers : firmPeople(model, request.firm, request.by)
      trace.write('access-request-reminder', people)
    }
  }
  sweepInvitations(model, trace)
  return trace.done()
}

function sweepGrant(model: Model, grant: ModelGrant, trace: Trace): void {
  const people = [...peopleOf(model, grant), ...approvers]
  begin(model, grant, trace)
  if (isOut(model, grant)) {
    trace.event('portal', 'grant.expired', grant.key, grant.state, 'expired')
    trace.write('grant-ended', people)
    Object.assign(grant, { state: 'expired', mover: null, suspendedBy: null })
    lapseWith(model, grant, 'portal', null, trace)
    lapseAsk(model, grant, 'portal', null, trace)
    return
  }
  const latest = remindersDue(model, grant).at(-1)
  if (!latest || grant.reminded.includes(latest)) return
  grant.reminded.push(latest)
  trace.write('grant-ending', people)
}
