import type { ClosingFacts } from './facts.ts'

/** An account, or a firm, that was closed: see sample.ts. */
export const sampleClosing: ClosingFacts = {
  account: { slug: 'harbour-dental', name: 'Harbour Dental' },
  partner: { slug: 'brightline-it', name: 'Brightline IT', code: 'BRT-4821' },
  closedAt: new Date('2026-11-24T17:00:00Z'),
  doer: { name: 'Nora Whitfield', firm: 'Northwind Telecom' },
  said: 'The practice has closed.',
  grantsEnded: 2,
  invitationsEnded: 1,
  requestsEnded: 1,
}
