import type { ExclusionFacts, GrantFacts } from './facts.ts'

const provider = { name: 'Nora Whitfield', firm: 'Northwind Telecom' }

/** One example of every letter about what the provider set, of a grant like others: see sample.ts. */
export function sampleDesignations(grant: GrantFacts) {
  const facts = { ...grant, doer: provider }
  return {
    'partner-designated': {
      reported: {
        kind: 'partner-designated',
        facts: { ...facts, reachesClients: true, said: 'They look after the new exchange until it is in.' },
      },
      sides: ['account', 'partner'],
    },
    'designation-kept': {
      reported: { kind: 'designation-kept', facts: { ...facts, said: 'The exchange is not in yet.' } },
      sides: ['account'],
    },
    'client-excluded': {
      reported: { kind: 'client-excluded', facts: exclusion },
      sides: ['account', 'partner'],
    },
    'client-included': {
      reported: { kind: 'client-included', facts: { ...exclusion, includedAt: grant.startsAt, said: '' } },
      sides: ['account', 'partner'],
    },
  } as const
}

const parent = { slug: 'maple-logistics', name: 'Maple Logistics' }
const exclusion: ExclusionFacts = {
  account: parent,
  parent,
  client: { slug: 'maple-depot-west', name: 'Maple Depot West' },
  partner: { slug: 'brightline-it', name: 'Brightline IT', code: 'BRT-4821' },
  excludedAt: new Date('2026-11-24T17:00:00Z'),
  includedAt: null,
  doer: { name: 'Dana West', firm: 'Maple Depot West' },
  said: 'We have an IT firm of our own.',
}
