import type { ReaderSide } from './letter.ts'
import type { MicrosoftLinkFacts, MicrosoftProofFacts } from './microsoft-facts.ts'

/** One example of every letter about a Microsoft account: see sample.ts. */
export function microsoftSamples(now: Date) {
  const account = {
    name: 'Harriet Osei',
    address: 'harriet@harbourdental.example',
    tenant: '5f1d8c02-9a41-4d1e-8f5e-3f6f0a1c2b3d',
  }
  const proof: MicrosoftProofFacts = {
    account,
    expiresAt: new Date(now.getTime() + 3_600_000),
    isSpent: false,
    token: 'tok_0123456789abcdefghij',
  }
  const link: MicrosoftLinkFacts = { account, at: now }
  const sides: readonly ReaderSide[] = ['account']
  return {
    'microsoft-proof': { reported: { kind: 'microsoft-proof', facts: proof }, sides },
    'microsoft-linked': { reported: { kind: 'microsoft-linked', facts: link }, sides },
    'microsoft-unlinked': { reported: { kind: 'microsoft-unlinked', facts: link }, sides },
  } as const
}
