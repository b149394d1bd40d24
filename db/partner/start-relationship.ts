import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type StartRefusal, start } from '#lib/relationship/relationship.ts'
import { ok } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { latestAuthor, recorded } from '../events.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { together } from '../write.ts'

interface Pair {
  readonly accountName: string
  readonly partnerName: string
  readonly runningId: string | null
}

export interface Started {
  readonly relationshipId: string
  readonly partnerName: string
  readonly accountName: string
}

export type Starting =
  | { readonly ok: true; readonly value: Started }
  | { readonly ok: false; readonly refusal: 'not-found' }
  /** The pair has one: which, and who started it, as far as the history knows. */
  | { readonly ok: false; readonly refusal: StartRefusal; readonly running: Running }

interface Running {
  readonly id: string
  readonly partnerName: string
  readonly accountName: string
  readonly by: string | null
}

/**
 * "This partner serves this account" from now on: nobody is given access by it. Both sides are told. What ended before
 * stays ended.
 * Refuses `already-running`; `not-found` where either is none of the provider's, or is closed.
 */
export async function startRelationship(
  change: Change,
  of: { readonly partnerId: string; readonly accountId: string },
): Promise<Starting> {
  const { tx, actor, author } = change
  const { partnerId, accountId } = of
  await tx.execute(
    sql`select 1 from account where id = ${accountId}::uuid and provider_id = ${actor.providerId}::uuid for no key update`,
  )
  const found = await tx.$client.query<Pair>(
    `select a.name as "accountName", p.name as "partnerName", (select r.id from channel_relationship r
        where r.partner_id = p.id and r.account_id = a.id and r.ended_at is null) as "runningId"
      from account a, partner p where a.id = $1 and a.provider_id = $3 and a.closed_at is null
        and p.id = $2 and p.provider_id = $3 and p.closed_at is null for key share of p`,
    [accountId, partnerId, actor.providerId],
  )
  const [pair] = found.rows
  if (!pair) return { ok: false, refusal: 'not-found' }
  const { accountName, partnerName, runningId } = pair
  const allowed = start({ hasRunning: runningId !== null })
  if (!allowed.ok && runningId) {
    const by = await latestAuthor(tx, accountId, runningId)
    return { ...allowed, running: { id: runningId, partnerName, accountName, by } }
  }
  const relationshipId = randomUUID()
  const about = {
    kind: 'relationship-started' as const,
    subjectId: relationshipId,
    accountId,
    facts: { by: actor.name, firm: author.firm },
  }
  await together(tx, [
    {
      query: sql`(insert into channel_relationship (id, provider_id, partner_id, account_id)
        values (${relationshipId}::uuid, ${actor.providerId}::uuid, ${partnerId}::uuid, ${accountId}::uuid)
        on conflict do nothing returning id)`,
      rows: 1,
    },
    recorded(tx, author, [
      {
        action: 'relationship.started',
        accountId,
        partnerId,
        subjectId: relationshipId,
        from: null,
        to: 'active',
        facts: { partner: partnerName },
      },
    ]),
    toPartner({ ...about, partnerId, asked: [], occasion: 'started' }),
    toApprovers({ ...about, occasion: 'started-approvers' }),
  ])
  return ok({ relationshipId, partnerName, accountName })
}
