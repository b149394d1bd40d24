import type { ReaderSide } from './letter.ts'
import type { PersonInvitationFacts } from './person-invitation-facts.ts'

/** One example of every letter about an invitation to an administrator: see sample.ts. */
export function administratorSamples(now: Date) {
  const open: PersonInvitationFacts = {
    state: 'created',
    account: { slug: 'maple-logistics', name: 'Maple Logistics' },
    isClientAccount: false,
    roles: ['subscription-owner', 'service-viewer'],
    email: 'jo.marsh@maple.example',
    lapsesAt: new Date(now.getTime() + 168 * 3_600_000),
    isNewest: true,
    doer: { name: 'Owen Maplewood', firm: 'Maple Logistics' },
    token: 'tok_0123456789abcdefghij',
  }
  const answered = { ...open, token: '', doer: { name: 'Jo Marsh', firm: 'Maple Logistics' } }
  const account: readonly ReaderSide[] = ['account']
  return {
    'administrator-invited': {
      reported: { kind: 'administrator-invited', facts: open },
      sides: account,
    },
    'administrator-accepted': {
      reported: { kind: 'administrator-accepted', facts: { ...answered, state: 'accepted' } },
      sides: account,
    },
    'administrator-declined': {
      reported: { kind: 'administrator-declined', facts: { ...answered, state: 'declined' } },
      sides: account,
    },
    'administrator-lapsed': {
      reported: { kind: 'administrator-lapsed', facts: { ...answered, state: 'lapsed', doer: null } },
      sides: account,
    },
  } as const
}
