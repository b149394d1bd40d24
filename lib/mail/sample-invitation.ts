import type { InvitationFacts } from './facts.ts'
import type { ReaderSide } from './letter.ts'

const hour = 3_600_000
const now = new Date('2026-11-24T17:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * hour)

export const sampleInvitation: InvitationFacts = {
  id: '4d1f0f0e-7f0b-4a63-8f5c-2c6f0b9e7a55',
  state: 'invited',
  account: { slug: 'harbour-dental', name: 'Harbour Dental' },
  partner: { slug: 'cedar-consulting', name: 'Cedar Consulting', code: 'CDR-7310' },
  inviter: 'Harriet Osei',
  inviterDecides: true,
  scope: { name: 'services', pages: [] },
  duration: { kind: 'hours', hours: 168 },
  lapsesAt: at(48),
  grant: null,
  doer: null,
  said: '',
}

const grant = { state: 'active', startsAt: now, endsAt: at(168) } as const
const firm = { name: 'Cecilia Park', firm: 'Cedar Consulting' }
const both: readonly ReaderSide[] = ['account', 'partner']
const facts = (more: Partial<InvitationFacts>): InvitationFacts => ({ ...sampleInvitation, ...more })

/** One example of every letter about an invitation. */
export const sampleInvitations = {
  'partner-invited': {
    reported: { kind: 'partner-invited', facts: sampleInvitation },
    sides: ['partner'],
  },
  'partner-invitation-reminder': {
    reported: { kind: 'partner-invitation-reminder', facts: sampleInvitation },
    sides: ['partner'],
  },
  'partner-invitation-accepted': {
    reported: {
      kind: 'partner-invitation-accepted',
      facts: facts({ state: 'accepted', doer: firm, grant }),
    },
    sides: both,
  },
  'partner-invitation-declined': {
    reported: {
      kind: 'partner-invitation-declined',
      facts: facts({ state: 'declined', doer: firm, said: 'We can’t take this on before January.' }),
    },
    sides: both,
  },
  'partner-invitation-cancelled': {
    reported: {
      kind: 'partner-invitation-cancelled',
      facts: facts({ state: 'cancelled', doer: { name: 'Harriet Osei', firm: 'Harbour Dental' } }),
    },
    sides: both,
  },
  'partner-invitation-lapsed': {
    reported: { kind: 'partner-invitation-lapsed', facts: facts({ state: 'lapsed' }) },
    sides: both,
  },
} as const
