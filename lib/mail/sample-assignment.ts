import type { AssignmentAskFacts, AssignmentFacts, AssignmentsFacts, EntryFacts } from './assignment-facts.ts'
import type { GrantFacts, Terms } from './facts.ts'

const administrator = { name: 'Brooke Carver', firm: 'Brightline IT' }

/** One example of every letter about who works under an access like others: see sample.ts. */
export function sampleAssignments(grant: GrantFacts, now: Date) {
  const { id: grantId, state: grantState, account, partner, scope, startsAt, endsAt } = grant
  const given: AssignmentFacts = {
    grantId,
    grantState,
    account,
    partner,
    scope: { name: 'chosen', pages: ['services'] },
    startsAt,
    endsAt,
    holds: true,
    doer: administrator,
  }
  const ask: AssignmentAskFacts = {
    ...given,
    scope,
    holds: false,
    doer: null,
    state: 'waiting',
    requester: 'Theo Nakamura',
    reason: 'I know their exchange from last year.',
    said: '',
  }
  const declined = { state: 'declined', doer: administrator, said: 'Sam is on it.' } as const
  const entry: EntryFacts = {
    grantState,
    account,
    partner,
    scope,
    endsAt,
    who: 'Theo Nakamura',
    via: null,
    enteredAt: now,
  }
  return {
    'assignment-given': { reported: { kind: 'assignment-given', facts: given }, sides: ['partner'] },
    'assignments-given': {
      reported: { kind: 'assignments-given', facts: several(grant) },
      sides: ['partner'],
    },
    'assignment-changed': { reported: { kind: 'assignment-changed', facts: given }, sides: ['partner'] },
    'assignment-ended': {
      reported: { kind: 'assignment-ended', facts: { ...given, holds: false } },
      sides: ['partner'],
    },
    'assignment-asked': { reported: { kind: 'assignment-asked', facts: ask }, sides: ['partner'] },
    'assignment-answered': {
      reported: { kind: 'assignment-answered', facts: { ...ask, ...declined } },
      sides: ['partner'],
    },
    'first-entry': { reported: { kind: 'first-entry', facts: entry }, sides: ['account'] },
  } as const
}

function several({ account, partner, scope, endsAt }: GrantFacts): AssignmentsFacts {
  const services: Terms = { scope: { name: 'chosen', pages: ['services'] }, endsAt: null }
  const given = [
    { account: account.name, scope, endsAt },
    { account: 'Maple Logistics', ...services },
  ]
  return { partner, doer: administrator, given }
}
