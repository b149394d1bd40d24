import { isOnAssignment } from './assignment-commands.ts'
import { onAssignment } from './assignment-oracle.ts'
import type { Command } from './commands.ts'
import { askToEnd, designate } from './designation-oracle.ts'
import { answer, changeGrant, endRelationship, revokeAll, sweep } from './grant-oracle.ts'
import { accept, blockFirm, endInvitation, invite, unblockFirm } from './invitation-oracle.ts'
import { type Model, type Outcome, Trace } from './model.ts'
import { ask, decide, fromFirm } from './request-oracle.ts'
import { askMore, changeTerms, keep, onExtension } from './time-oracle.ts'

/** Moves the model by one command and says what the portal must have answered, recorded and written. */
export function expected(model: Model, command: Command): Outcome {
  const trace = new Trace()
  if (isOnAssignment(command)) return onAssignment(model, command, trace)
  switch (command.do) {
    case 'age':
      model.now += command.hours
      return trace.done()
    case 'appoint':
      if (model.relationship === null) model.relationship = ++model.relationships
      return trace.done()
    case 'dismiss':
      model.term = null
      return trace.done()
    case 'hire':
      if (model.term === null) model.term = ++model.terms
      return trace.done()
    case 'designate':
      return designate(model, command, trace)
    case 'ask-to-end':
      return askToEnd(model, command, trace)
    case 'answer-ask':
      return answer(model, command, trace)
    case 'sweep':
      return sweep(model, trace)
    case 'ask':
      return ask(model, command, trace)
    case 'approve':
    case 'decline':
    case 'question':
      return decide(model, command, trace)
    case 'answer':
    case 'withdraw':
      return fromFirm(model, command, trace)
    case 'invite':
      return invite(model, command, trace)
    case 'accept':
      return accept(model, command, trace)
    case 'decline-invitation':
    case 'cancel':
      return endInvitation(model, command, trace)
    case 'block':
      return blockFirm(model, command, trace)
    case 'unblock':
      return unblockFirm(model, command, trace)
    case 'revoke-all':
      return revokeAll(model, command, trace)
    case 'end-relationship':
      return endRelationship(model, trace)
    case 'ask-more':
      return askMore(model, command, trace)
    case 'decline-more':
    case 'withdraw-more':
      return onExtension(model, command, trace)
    case 'extend':
    case 'shorten':
    case 'trim':
      return changeTerms(model, command, trace)
    case 'keep':
      return keep(model, command, trace)
    default:
      return changeGrant(model, command, trace)
  }
}
