import type { GrantFacts, ReviewFacts } from './facts.ts'

const day = 24 * 3_600_000

/** What an account is to look at again, before and after 30 days without an answer: see sample.ts. */
export function reviewSamples({ account, lastUse }: GrantFacts, now: Date) {
  const at = (days: number) => new Date(now.getTime() + days * day)
  const facts = (since: number, endsAt: Date | null): ReviewFacts => ({
    account,
    count: 2,
    first: [
      {
        partnerName: 'Brightline IT',
        scope: { name: 'services', pages: [] },
        startsAt: at(since - 182),
        dueSince: at(since),
        endsAt,
        lastUse,
      },
      {
        partnerName: 'Cedar Consulting',
        scope: { name: 'read-only', pages: [] },
        startsAt: at(since - 181),
        dueSince: at(since),
        endsAt: null,
        lastUse: null,
      },
    ],
  })
  return {
    'review-due': {
      reported: { kind: 'review-due', facts: facts(0, at(30)) },
      sides: ['account'],
    },
    'review-unanswered': {
      reported: { kind: 'review-unanswered', facts: facts(-30, null) },
      sides: ['account'],
    },
  } as const
}
