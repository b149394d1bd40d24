import { isWithin } from '#lib/access/scopes.ts'
import type { ModelDuration } from './choices.ts'
import type { Asking, Deciding, FromFirm } from './commands.ts'
import {
  approvers,
  farAway,
  firmOf,
  firmPeople,
  isOpen,
  isOver,
  type Model,
  type ModelRequest,
  never,
  newGrant,
  type Outcome,
  openInvitation,
  refused,
  requestTold,
  type Trace,
  tech,
} from './model.ts'

export function ask(model: Model, command: Asking, trace: Trace): Outcome {
  const firm = firmOf(command.by)
  if (command.by === tech && model.term === null) return refused('not-found')
  const serves = firm === 'brightline-it' && model.relationship !== null
  if (command.way === 'slug' && !serves) return refused('unknown-account')
  if (model.blockedBy[firm]) return refused('blocked')
  const open = model.requests.find(request => request.firm === firm && isOpen(request))
  if (open && !isOver(model, open)) return refused('already-open')
  if (openInvitation(model, firm)) return refused('invited-already')
  const declined = model.declinedAt[firm]
  if (declined !== undefined && model.now < declined + 24) return refused('declined-recently')
  const lately = model.requests.filter(one => one.firm === firm && model.now - one.createdAt < 24)
  if (lately.length >= 5) return refused('asked-too-often')
  if (command.duration === 'past') return refused('ends-in-the-past')
  if (open) lapse(model, open, trace)
  const startsAt = command.startsIn === null ? null : model.now + command.startsIn
  const underRelationship = serves ? model.relationship : null
  const about = { key: command.key, firm, by: command.by, scope: command.scope, startsAt, underRelationship }
  model.requests.push({ ...about, createdAt: model.now, state: 'pending', reminded: 0, mover: null })
  trace.event('partner', 'access-request.sent', command.key, null, 'pending')
  trace.write('access-requested', approvers)
  return trace.done()
}

function endOf(duration: ModelDuration, start: number, now: number): number | null {
  if (duration === 'past') return null
  if (duration === 'far') return now + farAway
  return typeof duration === 'number' ? start + duration : never
}

export function decide(model: Model, command: Deciding, trace: Trace): Outcome {
  const request = model.requests.find(one => one.key === command.request)
  if (!approvers.includes(command.by) || !request) return refused('not-found')
  const told = requestTold(model, request)
  if (told === 'lapsed' || request.state === 'lapsed') return refused('lapsed', told)
  if (!isOpen(request)) return refused('already-decided', told)
  const from = request.state
  if (command.do === 'question') {
    if (from === 'question') return refused('question-open', told)
    moveRequest(request, 'question', command.by)
    trace.event('account', 'access-request.question-asked', request.key, from, 'question')
    trace.write('access-question', firmPeople(model, request.firm, request.by))
    return trace.done()
  }
  if (command.do === 'decline') {
    moveRequest(request, 'declined', command.by)
    model.declinedAt[request.firm] = model.now
    trace.event('account', 'access-request.declined', request.key, from, 'declined')
    trace.write('access-declined', firmPeople(model, request.firm, request.by))
    trace.write('access-declined', approvers, command.by)
    return trace.done()
  }
  if (!isWithin(command.scope, request.scope)) return refused('more-than-asked')
  const startsAt = Math.max(model.now, request.startsAt ?? 0)
  const endsAt = endOf(command.duration, startsAt, model.now)
  if (endsAt === null) return refused('ends-in-the-past')
  const assigned =
    request.by === tech && model.term !== null ? { term: model.term, scope: null, endsAt: never } : null
  const { firm, by: requester, underRelationship } = request
  const state = startsAt > model.now ? 'scheduled' : 'active'
  const given = {
    firm,
    requester,
    underRelationship,
    scope: command.scope,
    startsAt,
    endsAt,
    assigned,
    state,
  }
  model.grants.push(newGrant(model, command.key, given))
  moveRequest(request, 'approved', command.by)
  trace.event('account', 'access-request.approved', request.key, from, 'approved')
  trace.event('account', 'grant.created', command.key, null, state)
  trace.write('access-approved', firmPeople(model, firm, requester))
  trace.write('access-approved', approvers, command.by)
  return trace.done()
}

export function fromFirm(model: Model, command: FromFirm, trace: Trace): Outcome {
  if (command.by === tech && model.term === null) return refused('not-found')
  const request = model.requests.find(one => one.key === command.request && one.firm === firmOf(command.by))
  if (!request) return refused('not-found')
  if (command.do === 'withdraw' && command.by === tech && request.by !== tech) return refused('not-yours')
  const told = requestTold(model, request)
  if (told === 'lapsed' || request.state === 'lapsed') return refused('lapsed', told)
  if (!isOpen(request)) return refused('already-decided', told)
  const from = request.state
  if (command.do === 'answer') {
    if (from === 'pending') return refused('no-open-question', told)
    moveRequest(request, 'pending', null)
    trace.event('partner', 'access-request.question-answered', request.key, from, 'pending')
    trace.write('access-answered', approvers)
    return trace.done()
  }
  moveRequest(request, 'withdrawn', command.by)
  trace.event('partner', 'access-request.withdrawn', request.key, from, 'withdrawn')
  trace.write('access-withdrawn', [...approvers, ...firmPeople(model, request.firm, request.by)], command.by)
  return trace.done()
}

export function moveRequest(request: ModelRequest, to: string, by: string | null): void {
  request.state = to
  request.mover = by
}

export function lapse(model: Model, request: ModelRequest, trace: Trace): void {
  trace.event('portal', 'access-request.lapsed', request.key, request.state, 'lapsed')
  trace.write('access-lapsed', firmPeople(model, request.firm, request.by))
  trace.write('access-lapsed', approvers)
  moveRequest(request, 'lapsed', null)
}
