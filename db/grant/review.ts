import { scopeFrom } from '#lib/access/scopes.ts'
import { isLive, stateAt } from '#lib/grant/grant.ts'
import { answered, reviewStage } from '#lib/grant/review.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'
import { startedBefore } from './change.ts'
import { type LoadedGrant, loadGrants } from './load.ts'
import { movedFacts, termsWritten } from './terms.ts'

/**
 * The account has looked at access whose review is due, and leaves it as it is: the next review is set, and an end that
 * waited for an answer is gone. What is over or was answered meanwhile is left alone. Gives how much was kept.
 */
export async function keepReviewed(change: AccountChange, grantIds: readonly string[]): Promise<number> {
  const { tx, author, account } = change
  const kept = (await loadGrants(tx, account.id, grantIds)).filter(isDue)
  if (kept.length === 0) return 0
  const steps = kept.map(grant => {
    const scope = scopeFrom(grant.scope, grant.scopePages)
    return { grant, next: { ...answered(grant, grant.now, grant.reviewMonths), scope } }
  })
  await together(tx, [
    ...steps.map(({ grant, next }) => termsWritten(grant, next)),
    recorded(
      tx,
      author,
      steps.flatMap(({ grant, next }) => [
        ...startedBefore(grant, author.providerId),
        {
          action: 'grant.reviewed' as const,
          accountId: grant.accountId,
          partnerId: grant.partnerId,
          subjectId: grant.id,
          facts: { ...movedFacts(grant, next), reviewAt: next.reviewAt?.toISOString() ?? null },
        },
      ]),
    ),
  ])
  return kept.length
}

function isDue(grant: LoadedGrant): boolean {
  return isLive(stateAt(grant, grant.now)) && reviewStage(grant, grant.now) !== null
}
