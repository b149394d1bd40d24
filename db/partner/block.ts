import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type BlockRefusal, block } from '#lib/partner/block.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { isOpenNow as isOpenRequest } from '../access-request/clock.ts'
import { declineRequest } from '../access-request/decide.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { declineExtension } from '../extension/decline.ts'
import { revokeAll } from '../grant/change.ts'
import { isRevocable } from '../grant/reads.ts'
import { cancelInvitation } from '../invitation/answer.ts'
import { isOpenNow as isOpenInvitation } from '../invitation/clock.ts'
import { together } from '../write.ts'

/** A firm with which the account has or had to do, and how it stands with it. */
export interface BlockableFirm {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly partnerCode: string
  readonly blockedBy: string | null
  readonly blockedAt: Date | null
  readonly requestId: string | null
  readonly invitationId: string | null
  /** More time that it waits for. */
  readonly extensions: readonly string[] | null
  /** How many accesses it has that the account itself may end. */
  readonly grants: number
}

const of = (table: string) =>
  `exists (select 1 from ${table} t where t.partner_id = f.id and t.account_id = $1)`

/** Firms that serve the account, or ever asked, were invited or had access; no other can be found by trying slugs. */
const dealtWith = `(${of('access_grant')} or ${of('access_request')} or ${of('partner_invitation')} or ${of('partner_block')}
  or exists (select 1 from channel_relationship c where c.partner_id = f.id and c.account_id = $1 and c.ended_at is null))`

/** The firm of that slug, where the account has or had to do with it; null otherwise. */
export async function blockableFirm(tx: Tx, accountId: string, slug: string): Promise<BlockableFirm | null> {
  const answer = await tx.$client.query<BlockableFirm>(
    `select f.id, f.slug, f.name, f.partner_code as "partnerCode", w.name as "blockedBy", k.blocked_at as "blockedAt",
        (select r.id from access_request r where r.account_id = $1 and r.partner_id = f.id and ${isOpenRequest('r')}) as "requestId",
        (select i.id from partner_invitation i where i.account_id = $1 and i.partner_id = f.id and ${isOpenInvitation('i')}) as "invitationId",
        (select array_agg(x.id) from grant_extension x where x.account_id = $1 and x.partner_id = f.id and x.state = 'pending') as extensions,
        (select count(*)::int from access_grant g where g.account_id = $1 and g.partner_id = f.id and ${isRevocable}) as grants
      from partner f left join partner_block k on k.account_id = $1 and k.partner_id = f.id and k.ended_at is null
      left join person w on w.id = k.blocked_by
      where f.slug = $2 and f.closed_at is null and ${dealtWith}`,
    [accountId, slug],
  )
  return answer.rows[0] ?? null
}

type Blocked = Promise<Result<{ readonly firm: string }, BlockRefusal | 'not-found'>>

/**
 * The account takes no requests from a firm any more, for access or for more time. What the firm has asked is declined, what the account had invited
 * it to is cancelled; access that it has stays unless it is to be revoked as well. No letter of its own: what ends by it
 * is told as it always is.
 */
export async function blockPartner(
  change: AccountChange,
  slug: string,
  { reason, revoke }: { readonly reason: string; readonly revoke: boolean },
): Blocked {
  const { tx, account, actor, author } = change
  const firm = await blockableFirm(tx, account.id, slug)
  if (!firm) return refuse('not-found')
  const allowed = block(firm.blockedAt !== null, true)
  if (!allowed.ok) return refuse(allowed.refusal, { state: 'blocked', by: firm.blockedBy })
  const id = randomUUID()
  await together(tx, [
    {
      query: sql`(insert into partner_block (id, provider_id, account_id, partner_id, blocked_by, reason)
        values (${id}::uuid, ${actor.providerId}::uuid, ${account.id}::uuid, ${firm.id}::uuid, ${actor.personId}::uuid, ${reason})
        on conflict do nothing returning id)`,
      rows: 1,
    },
    recorded(tx, author, [{ ...about(change, firm), action: 'partner.blocked', reason }]),
  ])
  if (firm.requestId) await declineRequest(change, firm.requestId, reason)
  if (firm.invitationId) await cancelInvitation(change, firm.invitationId)
  // What is revoked takes the asking for more of it with it.
  for (const id of revoke ? [] : (firm.extensions ?? [])) await declineExtension(change, id, reason)
  if (revoke) await revokeAll(change, { accountId: account.id, partnerSlug: slug }, reason)
  return ok({ firm: firm.name })
}

/** The account takes requests from the firm again. */
export async function unblockPartner(change: AccountChange, slug: string): Blocked {
  const { tx, account, actor, author } = change
  const firm = await blockableFirm(tx, account.id, slug)
  if (!firm) return refuse('not-found')
  const allowed = block(firm.blockedAt !== null, false)
  if (!allowed.ok) return allowed
  await together(tx, [
    {
      query: sql`(update partner_block set ended_at = statement_timestamp(), ended_by = ${actor.personId}::uuid
        where account_id = ${account.id}::uuid and partner_id = ${firm.id}::uuid and ended_at is null returning id)`,
      rows: 1,
    },
    recorded(tx, author, [{ ...about(change, firm), action: 'partner.unblocked' }]),
  ])
  return ok({ firm: firm.name })
}

function about({ account }: AccountChange, { id, name }: BlockableFirm) {
  return { accountId: account.id, partnerId: id, subjectId: id, facts: { partner: name } }
}
