import { isWithin } from '#lib/access/scopes.ts'
import type { OnAssignment } from './assignment-commands.ts'
import { isSamePart } from './handed-on-oracle.ts'
import {
  firmOf,
  firmPeople,
  grantTold,
  isLive,
  isOut,
  type Model,
  type ModelGrant,
  type ModelJoin,
  type ModelPart,
  never,
  type Outcome,
  refused,
  type Trace,
  tech,
  toldOf,
} from './model.ts'
import { isNothingLeft } from './nothing-left.ts'

type Of<Act extends OnAssignment['do']> = Extract<OnAssignment, { do: Act }>

const declinedHours = 24

/** Who works under the firm's access, and who asks to. The account reads who was given it; what was asked is the firm's own. */
export function onAssignment(model: Model, command: OnAssignment, trace: Trace): Outcome {
  if (command.by === tech && model.term === null) return refused('not-found')
  switch (command.do) {
    case 'assign':
      return assign(model, command, trace)
    case 'take-off':
      return takeOff(model, command, trace)
    case 'ask-to-join':
      return askToJoin(model, command, trace)
    case 'answer-join':
      return answerJoin(model, command, trace)
    case 'withdraw-join':
      return withdrawJoin(model, command)
  }
}

/** What the place `term` in the firm holds under a grant at this hour. */
export function heldUnder(model: Model, { assigned }: ModelGrant, term: number | null): ModelPart | null {
  return assigned && assigned.term === term && assigned.endsAt > model.now ? assigned : null
}

const lives = (model: Model, grant: ModelGrant) => isLive(grant) && !isOut(model, grant)
const ofFirm = (model: Model, key: string, by: string) =>
  model.grants.find(grant => grant.key === key && grant.firm === firmOf(by))

function assign(model: Model, { by, grant: of, scope, hours }: Of<'assign'>, trace: Trace): Outcome {
  const grant = ofFirm(model, of, by)
  if (!grant) return refused('not-found')
  if (by === tech) return refused('not-allowed')
  if (!lives(model, grant)) return refused('grant-ended', grantTold(model, grant))
  if (scope && !isWithin(scope, grant.scope)) return refused('beyond-scope')
  const endsAt = hours === null ? never : Math.max(model.now, grant.startsAt) + hours
  if (hours !== null && endsAt > grant.endsAt) return refused('beyond-end')
  if (grant.firm !== 'brightline-it') return refused('not-found')
  return give(model, grant, model.terms, { scope, endsAt }, trace)
}

/** The place `term` gets the terms, if the person still has it; whoever had asked for it is answered. */
function give(
  model: Model,
  grant: ModelGrant,
  term: number,
  { scope, endsAt }: Pick<ModelPart, 'scope' | 'endsAt'>,
  trace: Trace,
): Outcome {
  if (term !== model.term) return refused('not-active', `refused by ${tech}`)
  const part = { term, endsAt, scope: scope && isWithin(grant.scope, scope) ? null : scope }
  const held = heldUnder(model, grant, term)
  if (held && isSamePart(held, part, grant.startsAt > model.now, never))
    return refused('already-assigned', `refused by ${tech}`)
  grant.assigned = part
  const act = held ? 'changed' : 'given'
  trace.event('partner', `assignment.${act}`, grant.key, null, '')
  const join = model.joins.find(
    one => one.grant === grant.key && one.state === 'waiting' && one.term === term,
  )
  trace.write(join ? 'assignment-answered' : `assignment-${act}`, [tech])
  if (join) Object.assign(join, { state: 'granted', mover: firmPeople(model, grant.firm, null)[0] })
  return trace.done()
}

function takeOff(model: Model, { by, grant: of }: Of<'take-off'>, trace: Trace): Outcome {
  const grant = ofFirm(model, of, by)
  if (grant?.firm !== 'brightline-it') return refused('not-found')
  if (by === tech) return refused('not-allowed')
  if (!lives(model, grant)) return refused('grant-ended', grantTold(model, grant))
  if (!heldUnder(model, grant, model.terms)) return refused('not-assigned', `ended by ${tech}`)
  grant.assigned = null
  trace.event('partner', 'assignment.ended', grant.key, null, '')
  trace.write('assignment-ended', [tech])
  return trace.done()
}

function askToJoin(model: Model, { key, by, grant: of }: Of<'ask-to-join'>, trace: Trace): Outcome {
  const grant = ofFirm(model, of, by)
  if (!grant) return refused('not-found')
  if (!lives(model, grant)) return refused('grant-ended', grantTold(model, grant))
  if (by !== tech || model.term === null) return refused('needs-none')
  const { term } = model
  if (heldUnder(model, grant, term)) return refused('has-it-already')
  const own = model.joins.filter(one => one.grant === grant.key && one.term === term)
  if (own.some(({ state }) => state === 'waiting')) return refused('already-asked')
  const declined = own.findLast(({ state }) => state === 'declined')?.answeredAt ?? null
  if (declined !== null && model.now < declined + declinedHours) return refused('declined-recently')
  model.joins.push({ key, grant: grant.key, term, state: 'waiting', mover: null, answeredAt: null })
  trace.write('assignment-asked', firmPeople(model, grant.firm, null))
  return trace.done()
}

/** What keeps an ask from being moved, whoever moves it. */
function over(model: Model, join: ModelJoin, grant: ModelGrant): Outcome | null {
  const told = toldOf(join.state, join.mover)
  if (join.state === 'lapsed' || (join.state === 'waiting' && !lives(model, grant)))
    return refused('ask-lapsed', told)
  return join.state === 'waiting' ? null : refused('ask-answered', told)
}

function joinOf(model: Model, key: string, by: string) {
  const join = model.joins.find(one => one.key === key)
  const grant = join && ofFirm(model, join.grant, by)
  return grant ? { join, grant } : null
}

function answerJoin(model: Model, { by, join: of, says }: Of<'answer-join'>, trace: Trace): Outcome {
  const found = joinOf(model, of, by)
  if (!found) return refused('not-found')
  const { join, grant } = found
  if (by === tech) return refused('not-allowed', toldOf(join.state, join.mover))
  const hindrance = over(model, join, grant)
  if (hindrance) return hindrance
  if (says === 'grant') return give(model, grant, join.term, { scope: null, endsAt: never }, trace)
  Object.assign(join, { state: 'declined', mover: by, answeredAt: model.now })
  trace.write('assignment-answered', [tech])
  return trace.done()
}

function withdrawJoin(model: Model, { by, join: of }: Of<'withdraw-join'>): Outcome {
  const found = joinOf(model, of, by)
  if (!found) return refused('not-found')
  const { join, grant } = found
  if (by !== tech) return refused('not-yours', toldOf(join.state, join.mover))
  const hindrance = over(model, join, grant)
  if (hindrance) return hindrance
  Object.assign(join, { state: 'withdrawn', mover: by })
  return { answer: 'ok', events: [], letters: [] }
}

/** With its grant whatever was asked under it lapses, and nothing is handed on any more. */
export function endHandedOn(model: Model, grant: ModelGrant, by: string | null): void {
  grant.assigned = null
  for (const join of model.joins.filter(one => one.grant === grant.key && one.state === 'waiting'))
    Object.assign(join, { state: 'lapsed', mover: by })
}

/**
 * What was handed on of a grant is never more than it gives: all of what is left of it stays all of it. Where nothing of
 * it is left, whoever had it is out, and told.
 */
export function fitHandedOn(model: Model, grant: ModelGrant, trace: Trace): void {
  const { assigned, scope, endsAt } = grant
  if (!assigned) return
  if (assigned.scope && isNothingLeft(assigned.scope, scope)) {
    const held = heldUnder(model, grant, model.term)
    grant.assigned = null
    if (!held) return
    trace.event('account', 'assignment.ended', grant.key, null, '')
    trace.write('assignment-ended', [tech])
    return
  }
  if (assigned.endsAt < never) assigned.endsAt = Math.min(assigned.endsAt, endsAt)
  if (assigned.scope && isWithin(scope, assigned.scope)) assigned.scope = null
}
