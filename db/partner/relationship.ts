import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { changed, loadGrants } from '../grant/change.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { together, type Write } from '../write.ts'

interface LoadedRelationship {
  readonly id: string
  readonly accountId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly accountName: string
  readonly endedAt: Date | null
  readonly endedByName: string | null
}

async function load(tx: Tx, id: string): Promise<LoadedRelationship | null> {
  const answer = await tx.$client.query<LoadedRelationship>(
    `select r.id, r.account_id as "accountId", r.partner_id as "partnerId", p.name as "partnerName", a.name as "accountName",
        r.ended_at as "endedAt", ender.name as "endedByName"
      from channel_relationship r join partner p on p.id = r.partner_id join account a on a.id = r.account_id
      left join person ender on ender.id = r.ended_by where r.id = $1`,
    [id],
  )
  return answer.rows[0] ?? null
}

/**
 * Ends "this partner serves this account": in the same transaction every grant and every open request that hangs on it
 * ends too, and both sides are told. Appointing the firm again revives nothing.
 * Refuses `already-ended`, telling by whom.
 */
export async function endRelationship(
  change: Change,
  relationshipId: string,
  reason: string,
): Promise<
  Result<{ readonly partnerName: string; readonly accountName: string }, 'already-ended' | 'not-found'>
> {
  const { tx, actor } = change
  await tx.execute(sql`select 1 from account where id =
    (select account_id from channel_relationship where id = ${relationshipId}::uuid) for no key update`)
  const relationship = await load(tx, relationshipId)
  if (!relationship) return refuse('not-found')
  if (relationship.endedAt) return refuse('already-ended', { state: 'ended', by: relationship.endedByName })
  const { accountId, partnerId, partnerName, accountName } = relationship
  const live = await loadGrants(tx, { accountId, relationshipId })
  const requests = await tx.$client.query<{ id: string; state: string; requestedBy: string }>(
    `select id, state, requested_by as "requestedBy" from access_request where relationship_id = $1 and state in ('pending', 'question') for no key update`,
    [relationshipId],
  )
  const asked = requests.rows.map(request => request.requestedBy)
  const ending = changed(change, live, 'terminate', 'provider', reason, asked)
  const about = { accountId, partnerId, facts: { partner: partnerName } }
  await together(tx, [
    {
      query: sql`(update channel_relationship set ended_at = clock_timestamp(), ended_by = ${actor.personId}::uuid, end_reason = ${reason}
        where id = ${relationshipId}::uuid and ended_at is null returning id)`,
      rows: 1,
    },
    {
      query: sql`(update access_request set state = 'lapsed', version = version + 1, decided_at = clock_timestamp(),
          decided_by = ${actor.personId}::uuid, end_reason = ${reason}
        where relationship_id = ${relationshipId}::uuid and state in ('pending', 'question') returning id)`,
      rows: requests.rows.length,
    },
    recorded(tx, change.author, [
      {
        ...about,
        action: 'relationship.ended',
        subjectId: relationshipId,
        from: 'active',
        to: 'ended',
        reason,
      },
      ...requests.rows.map(request => ({
        ...about,
        action: 'access-request.lapsed' as const,
        subjectId: request.id,
        from: request.state,
        to: 'lapsed',
        reason,
      })),
    ]),
    ...(ending.length > 0 ? ending : endLetters(change, relationship, asked, reason)),
  ])
  return ok({ partnerName, accountName })
}

/** Where access ended with the relationship, the letters about that tell the cause; these are for where none did. */
function endLetters(
  change: Change,
  relationship: LoadedRelationship,
  asked: readonly string[],
  reason: string,
): readonly Write[] {
  const { id: subjectId, accountId, partnerId } = relationship
  const facts = { by: change.actor.name, firm: change.author.firm, reason }
  const about = { kind: 'relationship-ended' as const, subjectId, accountId, facts }
  return [
    toPartner({ ...about, partnerId, asked, occasion: 'ended' }),
    toApprovers({ ...about, occasion: 'ended-approvers' }),
  ]
}
