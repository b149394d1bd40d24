import type {
  ActivationFacts,
  GrantFacts,
  RelationshipFacts,
  RequestFacts,
  RestoreFacts,
  SignInFacts,
} from './facts.ts'
import type { LetterKind } from './kinds.ts'
import type { Reader, ReaderSide } from './letter.ts'
import type { Reported } from './reported.ts'
import { administratorSamples } from './sample-administrator.ts'
import { sampleAssignments } from './sample-assignment.ts'
import { sampleBrands } from './sample-brands.ts'
import { sampleClosing as closing } from './sample-closing.ts'
import { sampleDesignations } from './sample-designation.ts'
import { sampleInvitations } from './sample-invitation.ts'
import { microsoftSamples } from './sample-microsoft.ts'
import { reviewSamples } from './sample-review.ts'
import { timeSamples } from './sample-time.ts'

// One example of every letter, with the demo's people, for tests of words and looks.

const hour = 3_600_000
export const sampleNow = new Date('2026-11-24T17:00:00Z')
const at = (hours: number) => new Date(sampleNow.getTime() + hours * hour)

const account = { slug: 'harbour-dental', name: 'Harbour Dental' }
const partner = { slug: 'brightline-it', name: 'Brightline IT', code: 'BRT-4821' }
const approver = { name: 'Harriet Osei', firm: 'Harbour Dental' }
const asker = { name: 'Theo Nakamura', firm: 'Brightline IT' }

export const sampleRequest: RequestFacts = {
  id: '0b0c8f6e-6c55-4a53-9a3e-1f5b2d1a7c11',
  state: 'pending',
  account,
  partner,
  providerName: 'Northwind Telecom',
  requester: 'Theo Nakamura',
  isOwn: true,
  blocked: false,
  reason: 'Calls go straight to voicemail after 17:00.\nSee http://routing.example/plan <b>first</b>.',
  ticket: 'HD-1042',
  scope: { name: 'full', pages: [] },
  duration: { kind: 'ongoing' },
  startsAt: null,
  lapsesAt: at(150),
  decidedAt: null,
  question: null,
  grant: null,
  doer: null,
  said: '',
}

export const sampleGrant: GrantFacts = {
  id: '6f1d5c0a-8a34-4c8e-8d63-0a3c5c3a9d22',
  state: 'active',
  account,
  partner,
  designation: 'customer',
  scope: { name: 'chosen', pages: ['general', 'services'] },
  reachesClients: false,
  duration: { kind: 'hours', hours: 24 },
  startsAt: at(-22),
  endsAt: at(2),
  endedAt: null,
  lastUse: { at: at(-3), by: 'Theo Nakamura' },
  act: 'expire',
  doer: null,
  said: '',
  also: 0,
  otherFirms: [],
  hasOther: false,
  hasLive: false,
  unreviewed: false,
  endAsWritten: at(2),
  moved: null,
}

const signIn: SignInFacts = {
  token: 'tok_0123456789abcdefghij',
  code: '493027',
  expiresAt: at(1 / 6),
  isSpent: false,
}

const invited: ActivationFacts = {
  ...signIn,
  code: 'k7mw-qx3p-9dfa-hc2v',
  expiresAt: at(72),
  kind: 'account-manager',
  place: 'Harbour Dental',
  doer: { name: 'Nora Whitfield', firm: 'Northwind Telecom' },
}

const relationship: RelationshipFacts = {
  account,
  partner,
  startedAt: at(-2000),
  endedAt: sampleNow,
  doer: { name: 'Nora Whitfield', firm: 'Northwind Telecom' },
  said: 'The contract with Brightline IT has ended.',
  grantsEnded: 1,
  invitationsEnded: 0,
  requestsEnded: 2,
  hasOther: false,
}

const restore: RestoreFacts = {
  account,
  restoredAt: at(-1),
  count: 3,
  first: [
    { partnerName: 'Brightline IT', scope: { name: 'services', pages: [] }, endsAt: at(20) },
    { partnerName: 'Cedar Consulting', scope: { name: 'read-only', pages: [] }, endsAt: null },
  ],
}

const approved = { ...sampleGrant, startsAt: sampleNow, endsAt: at(24) }
const question = 'Which phones are meant?'

/** What each kind is shown with, and which sides get it. */
export const samples: Record<
  LetterKind,
  { readonly reported: Reported; readonly sides: readonly ReaderSide[] }
> = {
  ...administratorSamples(sampleNow),
  'sign-in-link': one({ kind: 'sign-in-link', facts: signIn }, 'account'),
  activation: one({ kind: 'activation', facts: invited }, 'account'),
  reset: one({ kind: 'reset', facts: { ...invited, doer: null, expiresAt: at(1) } }, 'account'),
  ...microsoftSamples(sampleNow),
  'password-changed': one({ kind: 'password-changed', facts: { changedAt: sampleNow } }, 'account'),
  'access-requested': one({ kind: 'access-requested', facts: sampleRequest }, 'account'),
  'access-request-reminder': both({
    kind: 'access-request-reminder',
    facts: { ...sampleRequest, state: 'question', question },
  }),
  'access-approved': both({
    kind: 'access-approved',
    facts: { ...sampleRequest, state: 'approved', decidedAt: sampleNow, doer: approver, grant: approved },
  }),
  'access-declined': both({
    kind: 'access-declined',
    facts: {
      ...sampleRequest,
      state: 'declined',
      decidedAt: sampleNow,
      doer: approver,
      said: 'We do this ourselves.',
    },
  }),
  'access-question': one(
    {
      kind: 'access-question',
      facts: { ...sampleRequest, state: 'question', doer: approver, question, said: question },
    },
    'partner',
  ),
  'access-answered': one(
    {
      kind: 'access-answered',
      facts: { ...sampleRequest, question, doer: asker, said: 'The two at the front desk.' },
    },
    'account',
  ),
  'access-withdrawn': both({
    kind: 'access-withdrawn',
    facts: { ...sampleRequest, state: 'withdrawn', doer: asker },
  }),
  'access-lapsed': both({ kind: 'access-lapsed', facts: { ...sampleRequest, state: 'lapsed' } }),
  ...sampleInvitations,
  'grant-ending': both({ kind: 'grant-ending', facts: { ...sampleGrant, hasOther: true, hasLive: true } }),
  'grant-ended': both({
    kind: 'grant-ended',
    facts: {
      ...sampleGrant,
      state: 'revoked',
      act: 'revoke',
      endedAt: sampleNow,
      doer: approver,
      said: 'The work is done.',
      also: 1,
    },
  }),
  'grant-suspended': both({
    kind: 'grant-suspended',
    facts: { ...sampleGrant, state: 'suspended', act: 'suspend', doer: approver, said: 'Until Monday.' },
  }),
  'grant-resumed': both({
    kind: 'grant-resumed',
    facts: { ...sampleGrant, act: 'resume', doer: approver },
  }),
  ...timeSamples(sampleGrant, { approver, asker, now: sampleNow }),
  ...reviewSamples(sampleGrant, sampleNow),
  ...sampleAssignments(sampleGrant, sampleNow),
  ...sampleDesignations(sampleGrant),
  'relationship-started': both({
    kind: 'relationship-started',
    facts: { ...relationship, startedAt: sampleNow, endedAt: null, said: '' },
  }),
  'relationship-ended': both({ kind: 'relationship-ended', facts: relationship }),
  'account-closed': both({ kind: 'account-closed', facts: closing }),
  'partner-closed': both({ kind: 'partner-closed', facts: closing }),
  'portal-restored': one({ kind: 'portal-restored', facts: restore }, 'account'),
}

function one(reported: Reported, side: ReaderSide) {
  return { reported, sides: [side] }
}

function both(reported: Reported) {
  return { reported, sides: ['account', 'partner'] as const }
}

/** Somebody who reads on the given side: in English at Northwind, in French at Boréal. */
export function sampleReader(language: Reader['language'], side: ReaderSide): Reader {
  const ofAccount = side === 'account'
  return {
    name: ofAccount ? 'Harriet Osei' : 'Theo Nakamura',
    address: ofAccount ? 'owner@harbour-dental.example' : 'tech@brightline.example',
    side,
    language,
    zone: language === 'fr' ? 'America/Toronto' : 'Australia/Sydney',
    now: sampleNow,
    brand: language === 'fr' ? sampleBrands.boreal : sampleBrands.northwind,
  }
}
