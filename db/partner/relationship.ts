import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '#lib/result.ts'
import { endedWithRelationship, openUnder } from '../access-request/lapse.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { moved } from '../grant/change.ts'
import { loadLiveGrants } from '../grant/load.ts'
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
  const grants = await loadLiveGrants(tx, { accountId, relationshipId })
  const ended = moved(change, grants, 'terminate', 'provider', reason)
  const open = await openUnder(tx, { accountId, partnerId, relationshipId })
  const requests = open.map(row => endedWithRelationship(tx, row, { personId: actor.personId, reason }))
  const asked = [...ended.grants.map(grant => grant.requestedBy), ...requests.map(one => one.asked)]
  await together(tx, [
    {
      query: sql`(update channel_relationship set ended_at = statement_timestamp(), ended_by = ${actor.personId}::uuid, end_reason = ${reason}
        where id = ${relationshipId}::uuid and ended_at is null returning id)`,
      rows: 1,
    },
    recorded(tx, change.author, [
      {
        accountId,
        partnerId,
        action: 'relationship.ended',
        subjectId: relationshipId,
        from: 'active',
        to: 'ended',
        reason,
        facts: { partner: partnerName },
      },
      ...requests.flatMap(({ event }) => event ?? []),
    ]),
    ...requests.flatMap(({ writes }) => writes),
    ...ended.writes,
    ...letters(
      change,
      relationship,
      asked.filter(person => person !== null),
      reason,
    ),
  ])
  return ok({ partnerName, accountName })
}

/** One letter to each, which tells what ended with it: several about one act would only be read less carefully. */
function letters(
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
