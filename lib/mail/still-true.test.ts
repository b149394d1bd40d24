import { expect, test } from 'vitest'
import type { AssignmentAskFacts } from './assignment-facts.ts'
import type { ExtensionFacts, GrantFacts, InvitationFacts, RequestFacts } from './facts.ts'
import { letterKinds } from './kinds.ts'
import type { Reported } from './reported.ts'
import { sampleNow as now, sampleGrant, sampleRequest, samples } from './sample.ts'
import { sampleInvitation } from './sample-invitation.ts'
import { type DropReason, sideOf, untrue } from './still-true.ts'

const hour = 3_600_000
const before = new Date(now.getTime() - hour)
const after = new Date(now.getTime() + hour)

const request = (change: Partial<RequestFacts>): RequestFacts => ({ ...sampleRequest, ...change })
const grant = (change: Partial<GrantFacts>): GrantFacts => ({ ...sampleGrant, ...change })
const invitation = (change: Partial<InvitationFacts>): InvitationFacts => ({ ...sampleInvitation, ...change })
const given = {
  reachesClients: false,
  state: 'active',
  scope: sampleGrant.scope,
  duration: sampleGrant.duration,
  startsAt: before,
} as const

const movedTo = (scope: GrantFacts['scope'], endsAt: Date | null) => ({
  from: { scope: sampleGrant.scope, endsAt: null },
  to: { scope, endsAt },
})
type OfExtension = 'extension-asked' | 'extension-declined' | 'extension-withdrawn'
function extension(kind: OfExtension, state: ExtensionFacts['state']): Reported {
  const { reported } = samples['extension-asked']
  if (reported.kind !== 'extension-asked') throw new Error('another letter')
  return { kind, facts: { ...reported.facts, state } }
}

function assignment(
  kind:
    | 'assignment-given'
    | 'assignment-changed'
    | 'assignment-ended'
    | 'assignment-asked'
    | 'assignment-answered',
  change: Partial<AssignmentAskFacts>,
): Reported {
  const { reported } = samples['assignment-asked']
  if (reported.kind !== 'assignment-asked') throw new Error('another letter')
  return { kind, facts: { ...reported.facts, ...change } }
}

const cases: readonly [string, Reported, DropReason | null][] = [
  ...letterKinds.map(
    kind => [`the sample of ${kind}`, samples[kind].reported, null] as [string, Reported, null],
  ),
  ['an assignment that was ended', assignment('assignment-given', { holds: false }), 'assignment-ended'],
  [
    'an assignment under access that is over',
    assignment('assignment-given', { holds: true, grantState: 'revoked' }),
    'grant-ended',
  ],
  [
    'an assignment under access that is held',
    assignment('assignment-given', { holds: true, grantState: 'suspended' }),
    'suspended',
  ],
  [
    'other terms of one that was ended',
    assignment('assignment-changed', { holds: false }),
    'assignment-ended',
  ],
  ['the end of an assignment', assignment('assignment-ended', { holds: false, grantState: 'revoked' }), null],
  [
    'several, none of which holds',
    {
      kind: 'assignments-given',
      facts: { partner: sampleGrant.partner, doer: null, given: [] },
    },
    'assignment-ended',
  ],
  ['a wish that was answered', assignment('assignment-asked', { state: 'declined' }), 'ask-decided'],
  ['a wish that lapsed', assignment('assignment-asked', { state: 'lapsed' }), 'ask-decided'],
  ['a yes that holds', assignment('assignment-answered', { state: 'granted', holds: true }), null],
  [
    'a yes that was taken back',
    assignment('assignment-answered', { state: 'granted', holds: false }),
    'assignment-ended',
  ],
  ['a no', assignment('assignment-answered', { state: 'declined' }), null],
  [
    'a cancelled invitation',
    { kind: 'partner-invited', facts: invitation({ state: 'cancelled' }) },
    'invitation-decided',
  ],
  [
    'an overdue invitation',
    { kind: 'partner-invited', facts: invitation({ lapsesAt: now }) },
    'invitation-decided',
  ],
  [
    'a reminder of an accepted invitation',
    { kind: 'partner-invitation-reminder', facts: invitation({ state: 'accepted' }) },
    'invitation-decided',
  ],
  [
    'an invitation by somebody who may not decide any more',
    { kind: 'partner-invited', facts: invitation({ inviterDecides: false }) },
    'inviter-gone',
  ],
  [
    'an acceptance whose grant was revoked',
    {
      kind: 'partner-invitation-accepted',
      facts: invitation({ state: 'accepted', grant: { ...given, state: 'revoked', endsAt: null } }),
    },
    'grant-ended',
  ],
  [
    'a decided request',
    { kind: 'access-requested', facts: request({ state: 'approved' }) },
    'request-decided',
  ],
  ['an overdue request', { kind: 'access-requested', facts: request({ lapsesAt: now }) }, 'request-decided'],
  [
    'a withdrawn request',
    { kind: 'access-answered', facts: request({ state: 'withdrawn' }) },
    'request-decided',
  ],
  [
    'a reminder of a decided request',
    { kind: 'access-request-reminder', facts: request({ state: 'declined' }) },
    'request-decided',
  ],
  [
    'an answered question',
    { kind: 'access-question', facts: request({ state: 'pending', question: 'A?', said: 'A?' }) },
    'question-answered',
  ],
  [
    'a question that another one followed',
    { kind: 'access-question', facts: request({ state: 'question', question: 'B?', said: 'A?' }) },
    'question-answered',
  ],
  [
    'an approval whose grant was revoked',
    {
      kind: 'access-approved',
      facts: request({ state: 'approved', grant: { ...given, state: 'revoked', endsAt: null } }),
    },
    'grant-ended',
  ],
  [
    'an approval whose grant is over by the clock alone',
    { kind: 'access-approved', facts: request({ state: 'approved', grant: { ...given, endsAt: now } }) },
    'grant-ended',
  ],
  [
    'an approval whose grant is suspended',
    {
      kind: 'access-approved',
      facts: request({ state: 'approved', grant: { ...given, state: 'suspended', endsAt: after } }),
    },
    'suspended',
  ],
  [
    'an acceptance whose grant is suspended',
    {
      kind: 'partner-invitation-accepted',
      facts: invitation({ state: 'accepted', grant: { ...given, state: 'suspended', endsAt: after } }),
    },
    'suspended',
  ],
  [
    'a designation that is suspended',
    { kind: 'partner-designated', facts: grant({ state: 'suspended' }) },
    'suspended',
  ],
  [
    'a suspended designation that is kept',
    { kind: 'designation-kept', facts: grant({ state: 'suspended' }) },
    null,
  ],
  [
    'a lapse that was none',
    { kind: 'access-lapsed', facts: request({ state: 'approved' }) },
    'request-decided',
  ],
  [
    'the end of a grant that was revoked',
    { kind: 'grant-ending', facts: grant({ state: 'revoked' }) },
    'grant-ended',
  ],
  [
    'the end of a grant that is over',
    { kind: 'grant-ending', facts: grant({ endsAt: before }) },
    'grant-ended',
  ],
  ['an end that moved', { kind: 'grant-ending', facts: grant({ endsAt: after }) }, 'end-moved'],
  ['an end that is none', { kind: 'grant-ending', facts: grant({ endsAt: null }) }, 'end-moved'],
  ['an end that is still to come', { kind: 'grant-ended', facts: grant({}) }, 'not-ended'],
  ['an end by the clock alone', { kind: 'grant-ended', facts: grant({ endsAt: now }) }, null],
  ['a suspension that was lifted', { kind: 'grant-suspended', facts: grant({}) }, 'not-suspended'],
  [
    'a suspension that the end overtook',
    { kind: 'grant-suspended', facts: grant({ state: 'revoked' }) },
    'grant-ended',
  ],
  [
    'a lift that another suspension followed',
    { kind: 'grant-resumed', facts: grant({ state: 'suspended' }) },
    'suspended-again',
  ],
  [
    'an extension whose end was moved again',
    { kind: 'grant-extended', facts: grant({ moved: movedTo(sampleGrant.scope, before) }) },
    'end-moved',
  ],
  [
    'a shortening that a revocation overtook',
    { kind: 'grant-shortened', facts: grant({ state: 'revoked', moved: movedTo(sampleGrant.scope, after) }) },
    'grant-ended',
  ],
  [
    'a scope that was trimmed again',
    {
      kind: 'grant-trimmed',
      facts: grant({ moved: movedTo({ name: 'services', pages: [] }, sampleGrant.endsAt) }),
    },
    'scope-moved',
  ],
  ['an extension that is answered', extension('extension-asked', 'granted'), 'extension-decided'],
  ['one that lapsed with its access', extension('extension-asked', 'lapsed'), 'extension-decided'],
  ['a decline that was none', extension('extension-declined', 'granted'), 'extension-decided'],
  ['a withdrawal that was none', extension('extension-withdrawn', 'declined'), 'extension-decided'],
  [
    'reviews that were answered',
    { kind: 'review-due', facts: { account: sampleGrant.account, count: 0, first: [] } },
    'nothing-left',
  ],
  [
    'a list of which nothing is left to look at',
    {
      kind: 'portal-restored',
      facts: { account: sampleGrant.account, restoredAt: before, count: 0, first: [] },
    },
    'nothing-left',
  ],
  [
    'a spent token',
    { kind: 'sign-in-link', facts: { token: 't', code: '1', expiresAt: after, isSpent: true } },
    'token-spent',
  ],
  [
    'a token that is over',
    { kind: 'sign-in-link', facts: { token: 't', code: '1', expiresAt: now, isSpent: false } },
    'token-spent',
  ],
]

test.each(cases)('%s', (_name, reported, reason) => {
  expect(untrue(reported, 'account', now)).toBe(reason)
})

test('a reminder to the partner needs an open question', () => {
  const facts = request({ state: 'pending' })
  expect(untrue({ kind: 'access-request-reminder', facts }, 'partner', now)).toBe('question-answered')
  expect(untrue({ kind: 'access-request-reminder', facts }, 'account', now)).toBeNull()
})

/** Letters about nothing but the person's own way in: whoever they are. */
const ownLetters: readonly string[] = [
  'sign-in-link',
  'activation',
  'reset',
  'password-changed',
  'microsoft-proof',
  'microsoft-linked',
  'microsoft-unlinked',
  'administrator-invited',
]

test('who reads on which side, and who no longer does', () => {
  const approver = { isApprover: true, isStaff: false }
  const staff = { isApprover: false, isStaff: true }
  const nobody = { isApprover: false, isStaff: false }
  expect(sideOf('access-requested', approver)).toBe('account')
  expect(sideOf('access-requested', staff)).toBeNull()
  expect(sideOf('access-question', approver)).toBeNull()
  expect(sideOf('access-question', staff)).toBe('partner')
  expect(sideOf('grant-ended', { isApprover: true, isStaff: true })).toBe('account')
  expect(sideOf('access-question', { isApprover: true, isStaff: true })).toBe('partner')
  for (const kind of letterKinds) {
    expect(sideOf(kind, nobody)).toBe(ownLetters.includes(kind) ? 'account' : null)
  }
})
