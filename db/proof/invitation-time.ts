import {
  approvers,
  firmPeople,
  lifeHours,
  type Model,
  type ModelInvitation,
  platform,
  type Trace,
} from './model.ts'

/** What time and the end of a relationship make of invitations. */
const isOver = (model: Model, one: ModelInvitation) =>
  one.state === 'invited' && model.now >= one.createdAt + lifeHours

export function lapseInvitation(model: Model, one: ModelInvitation, trace: Trace): void {
  trace.event('portal', 'partner-invitation.lapsed', one.key, 'invited', 'lapsed')
  trace.write('partner-invitation-lapsed', firmPeople(model, one.firm, null))
  trace.write('partner-invitation-lapsed', approvers)
  Object.assign(one, { state: 'lapsed', mover: null })
}

export function endInvitationsUnder(model: Model, relationship: number, trace: Trace): void {
  for (const one of model.invitations) {
    if (one.underRelationship !== relationship || one.state !== 'invited') continue
    if (isOver(model, one)) lapseInvitation(model, one, trace)
    else {
      trace.event('provider', 'partner-invitation.ended-with-relationship', one.key, 'invited', 'lapsed')
      Object.assign(one, { state: 'lapsed', mover: platform })
    }
  }
}

export function sweepInvitations(model: Model, trace: Trace): void {
  for (const one of model.invitations.filter(({ state }) => state === 'invited')) {
    if (isOver(model, one)) lapseInvitation(model, one, trace)
    else if (!one.reminded && model.now - one.createdAt >= 120) {
      one.reminded = true
      trace.write('partner-invitation-reminder', firmPeople(model, one.firm, null))
    }
  }
}
