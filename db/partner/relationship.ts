import { sql } from 'drizzle-orm'
import { type EndRefusal, end } from '#lib/relationship/relationship.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { askersOf, endingOf } from '../ending.ts'
import { type NewEvent, recorded } from '../events.ts'
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

async function load(tx: Tx, providerId: string, id: string): Promise<LoadedRelationship | null> {
  const answer = await tx.$client.query<LoadedRelationship>(
    `select r.id, r.account_id as "accountId", r.partner_id as "partnerId", p.name as "partnerName", a.name as "accountName",
        r.ended_at as "endedAt", ender.name as "endedByName"
      from channel_relationship r join partner p on p.id = r.partner_id join account a on a.id = r.account_id
      left join person ender on ender.id = r.ended_by where r.id = $1 and r.provider_id = $2`,
    [id, providerId],
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
  Result<
    {
      readonly partnerName: string
      readonly accountName: string
      /** Whether access, a request or an invitation ended with it. */
      readonly tookAlong: boolean
    },
    EndRefusal | 'not-found'
  >
> {
  const { tx, actor } = change
  await tx.execute(sql`select 1 from account where id =
    (select account_id from channel_relationship where id = ${relationshipId}::uuid and provider_id = ${actor.providerId}::uuid) for no key update`)
  const relationship = await load(tx, actor.providerId, relationshipId)
  if (!relationship) return refuse('not-found')
  const next = end(relationship)
  if (!next.ok) return refuse(next.refusal, { state: 'ended', by: relationship.endedByName })
  const { accountId, partnerId, partnerName, accountName } = relationship
  const ending = await endingOf(change, { accountId, partnerId, relationshipId }, 'relationship', reason)
  const { writes, events } = relationshipsEnded(change, [relationship], reason)
  await together(tx, [
    ...writes,
    recorded(tx, change.author, [...events, ...ending.events]),
    ...ending.writes,
    ...letters(change, relationship, askersOf(ending), reason),
  ])
  const { grants, requests, invitations } = ending
  const tookAlong = grants.length + requests.length + invitations.length > 0
  return ok({ partnerName, accountName, tookAlong })
}

type Running = Pick<LoadedRelationship, 'id' | 'accountId' | 'partnerId' | 'partnerName'>

/** The rows and the history of relationships that end at one instant. */
export function relationshipsEnded(
  { actor }: Pick<Change, 'actor'>,
  running: readonly Running[],
  reason: string,
): { readonly writes: readonly Write[]; readonly events: readonly NewEvent[] } {
  if (running.length === 0) return { writes: [], events: [] }
  const ids = `{${running.map(({ id }) => id).join(',')}}`
  const write = {
    query: sql`(update channel_relationship set ended_at = statement_timestamp(), ended_by = ${actor.personId}::uuid, end_reason = ${reason}
      where id = any(${ids}::uuid[]) and ended_at is null returning id)`,
    rows: running.length,
  }
  const events = running.map(({ id, accountId, partnerId, partnerName }) => ({
    accountId,
    partnerId,
    action: 'relationship.ended' as const,
    subjectId: id,
    from: 'active',
    to: 'ended',
    reason,
    facts: { partner: partnerName },
  }))
  return { writes: [write], events }
}

/** The relationships of an account or of a firm that run. The locks of their accounts must be held. */
export async function runningRelationships(
  tx: Tx,
  of: { readonly accountId: string } | { readonly partnerId: string },
): Promise<readonly Running[]> {
  const [column, id] = 'accountId' in of ? ['account_id', of.accountId] : ['partner_id', of.partnerId]
  const answer = await tx.$client.query<Running>(
    `select r.id, r.account_id as "accountId", r.partner_id as "partnerId", p.name as "partnerName"
      from channel_relationship r join partner p on p.id = r.partner_id
      where r.${column} = $1 and r.ended_at is null order by r.started_at, r.id`,
    [id],
  )
  return answer.rows
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
