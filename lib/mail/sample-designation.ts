import type { GrantFacts } from './facts.ts'

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
  } as const
}
