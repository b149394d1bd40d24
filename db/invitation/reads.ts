import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type Duration, durationFrom } from '#lib/duration.ts'
import { type InvitationState, stateAt } from '#lib/invitation/invitation.ts'
import { isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isBlocked } from '../partner/blocked.ts'
import { isOpenNow } from './clock.ts'

/** An invitation as both sides see it. */
export interface SeenInvitation {
  readonly id: string
  /** The state that holds now, by the clock. */
  readonly state: InvitationState
  readonly accountName: string
  readonly accountSlug: string
  readonly partnerName: string
  readonly partnerSlug: string
  readonly partnerCode: string
  readonly providerName: string
  readonly inviterName: string
  /** Whether whoever invited may still decide on partner access: else nobody can accept. */
  readonly inviterDecides: boolean
  readonly scope: Scope
  readonly duration: Duration
  readonly createdAt: Date
  readonly lapsesAt: Date
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly endReason: string | null
  /** The grant that came of it. */
  readonly grantId: string | null
  /** Whether that opens the door now. */
  readonly grantOpen: boolean
  /** The account takes no requests from the firm. */
  readonly blocked: boolean
  /** The provider has closed the firm: nobody can invite it any more. */
  readonly partnerClosed: boolean
}

/** As the database gives it; in JSON the moments are texts. */
export type InvitationRow = Omit<
  SeenInvitation,
  'scope' | 'duration' | 'createdAt' | 'lapsesAt' | 'decidedAt'
> & {
  readonly scopeName: string
  readonly scopePages: readonly string[]
  readonly durationText: string
  readonly createdAt: Date | string
  readonly lapsesAt: Date | string
  readonly decidedAt: Date | string | null
  readonly now: Date | string
}

/** What is read of an invitation `i`. */
export const invitationColumns = `i.id, i.state, a.name as "accountName", a.slug as "accountSlug", p.name as "partnerName", p.slug as "partnerSlug",
    p.partner_code as "partnerCode", v.name as "providerName", who.name as "inviterName", i.scope as "scopeName",
    i.scope_pages as "scopePages", i.duration as "durationText", i.created_at as "createdAt", i.lapses_at as "lapsesAt",
    i.decided_at as "decidedAt", d.name as "decidedBy", i.end_reason as "endReason",
    who.disabled_at is null and exists (select 1 from membership m where m.person_id = i.invited_by
      and ${isApprover('m', 'a')}) as "inviterDecides",
    g.id as "grantId", e.id is not null as "grantOpen",
    ${isBlocked('i.account_id', 'i.partner_id')} as blocked, p.closed_at is not null as "partnerClosed", clock_timestamp() as now`
export const invitationJoins = `join account a on a.id = i.account_id join partner p on p.id = i.partner_id
  join provider v on v.id = i.provider_id join person who on who.id = i.invited_by left join person d on d.id = i.decided_by
  left join access_grant g on g.account_id = i.account_id and g.partner_id = i.partner_id and g.invitation_id = i.id
  left join effective_grant e on e.id = g.id`

/** One invitation of the account, in whatever state; null where there is none. */
export async function invitationOfAccount(
  tx: Tx,
  accountId: string,
  invitationId: string,
): Promise<SeenInvitation | null> {
  const answer = await tx.$client.query<InvitationRow>(
    `select ${invitationColumns} from partner_invitation i ${invitationJoins} where i.account_id = $1 and i.id = $2`,
    [accountId, invitationId],
  )
  const row = answer.rows[0]
  return row ? seenInvitation(row) : null
}

const mostShown = 50

/**
 * The invitations of the account $1 for its list, as SQL: what is open, and what has ended within the last seven days
 * without giving access, the newest first.
 */
export const invitationsToShow = `(select json_agg(x order by x.open desc, x."createdAt" desc) from (
    select ${invitationColumns}, ${isOpenNow('i')} as open from partner_invitation i ${invitationJoins}
    where i.account_id = $1 and i.state <> 'accepted' and i.created_at > clock_timestamp() - interval '14 days'
      and (${isOpenNow('i')} or coalesce(i.decided_at, i.lapses_at) > clock_timestamp() - interval '7 days')
    order by i.created_at desc limit ${mostShown}) x)`

/** A firm whose requests the account does not take. */
export interface BlockedFirm {
  readonly slug: string
  readonly name: string
  readonly partnerCode: string
  readonly blockedBy: string
  readonly blockedAt: Date
  readonly reason: string
}

export type BlockedRow = Omit<BlockedFirm, 'blockedAt'> & { readonly blockedAt: string }

/** The firms that the account $1 blocks, as SQL. */
export const blockedFirms = `(select json_agg(x) from (
    select p.slug, p.name, p.partner_code as "partnerCode", w.name as "blockedBy", k.blocked_at as "blockedAt", k.reason
    from partner_block k join partner p on p.id = k.partner_id and p.closed_at is null join person w on w.id = k.blocked_by
    where k.account_id = $1 and k.ended_at is null order by p.name limit 100) x)`

export function seenInvitation(row: InvitationRow): SeenInvitation {
  const { scopeName, scopePages, durationText, createdAt, lapsesAt, decidedAt, now, ...rest } = row
  const lapses = new Date(lapsesAt)
  return {
    ...rest,
    scope: scopeFrom(scopeName, scopePages),
    duration: durationFrom(durationText),
    createdAt: new Date(createdAt),
    lapsesAt: lapses,
    decidedAt: decidedAt === null ? null : new Date(decidedAt),
    state: stateAt({ state: row.state, lapsesAt: lapses }, new Date(now)),
  }
}
