import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type AskRefusal, mayAskAgainFrom, mayAskToEnd } from '#lib/grant/designation.ts'
import { stateAt } from '#lib/grant/grant.ts'
import { type Ok, ok, type Refused, refuse, type Seen } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { type LoadedGrant, loadGrant } from '../grant/load.ts'
import { stillLives } from '../grant/lock.ts'
import { together } from '../write.ts'

/** `from`: when it may be asked again. */
type Asked =
  | Ok<{ readonly askId: string }>
  | (Refused<AskRefusal | 'not-found'> & { readonly from?: Date | null })

/**
 * The account asks its provider to end a grant that the provider set. It stands on the provider's desk until it is
 * answered there.
 * Refuses what lib/grant/designation refuses; somebody who came too late is told who asked, or who ended it.
 */
export async function askToEnd(change: AccountChange, grantId: string, reason: string): Promise<Asked> {
  const { tx, actor, author, account } = change
  const grant = await loadGrant(tx, grantId, { accountId: account.id })
  if (!grant) return refuse('not-found')
  const lastKeptAt = await lastKept(tx, grantId)
  const may = mayAskToEnd(grant, { isWaiting: grant.ask !== null, lastKeptAt }, grant.now)
  if (!may.ok)
    return { ...refuse(may.refusal, seen(grant, may.refusal)), from: mayAskAgainFrom(lastKeptAt, grant.now) }
  const askId = randomUUID()
  await together(tx, [
    stillLives(grant),
    {
      query: sql`(insert into designation_ask (id, provider_id, account_id, grant_id, reason, asked_by)
        values (${askId}::uuid, ${actor.providerId}::uuid, ${account.id}::uuid, ${grantId}::uuid, ${reason}, ${actor.personId}::uuid)
        on conflict do nothing returning id)`,
      rows: 1,
    },
    recorded(tx, author, [
      {
        action: 'designation-ask.sent',
        accountId: account.id,
        partnerId: null,
        subjectId: askId,
        from: null,
        to: 'waiting',
        reason,
        facts: { partner: grant.partnerName },
      },
    ]),
  ])
  return ok({ askId })
}

async function lastKept(tx: Tx, grantId: string): Promise<Date | null> {
  const answer = await tx.$client.query<{ at: Date | null }>(
    `select max(answered_at) as at from designation_ask where grant_id = $1 and state = 'kept'`,
    [grantId],
  )
  return answer.rows[0]?.at ?? null
}

/** What stands in the way: the ask that waits, or how the grant stands by the clock, also before a sweep has said so. */
function seen(grant: LoadedGrant, refusal: AskRefusal): Seen {
  return refusal === 'already-asked' && grant.ask
    ? { state: 'waiting', by: grant.ask.askerName }
    : { state: stateAt(grant, grant.now), by: grant.endedByName }
}
