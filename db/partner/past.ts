import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { RequestState } from '#lib/access-request/access-request.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import type { InvitationState } from '#lib/invitation/invitation.ts'
import { closedAtNow, stateNow as requestState } from '../access-request/clock.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { endedAtNow, stateNow as grantState } from '../grant/clock.ts'
import { closedAtNow as answeredAtNow, stateNow as invitationState } from '../invitation/clock.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'

/** A request, an invitation or a grant of the firm on one account, as the list of all there ever were shows it. */
export type PastDealing = PastRequest | PastInvitation | PastGrant

interface Past {
  readonly id: string
  readonly scope: Scope
  readonly at: Date
  readonly endedAt: Date | null
  /** Who decided on the request or answered the invitation, who ended the grant. */
  readonly endedBy: string | null
  /** Who asked, who invited, who gave. */
  readonly by: string
}

export interface PastRequest extends Past {
  readonly kind: 'request'
  readonly state: RequestState
}

export interface PastInvitation extends Past {
  readonly kind: 'invitation'
  readonly state: InvitationState
}

export interface PastGrant extends Past {
  readonly kind: 'grant'
  readonly state: GrantState
}

type Row = PastDealing & { scopeName: string; scopePages: string[]; cursor: string }

const pageSize = 25

/** One page of everything that was ever asked, offered and given between the firm and an account, newest first. */
export async function dealingsWith(
  tx: Tx,
  partner: SeenPartner,
  accountSlug: string,
  after: string | undefined,
): Promise<{ readonly dealings: readonly PastDealing[]; readonly next: string | null }> {
  const position = momentPosition(after)
  const answer = await tx.$client.query<Row>({
    name: 'dealings-with-account',
    text: `select x.*, ${momentCursor('x.at', 'x.id')} as cursor from (
        (select 'request' as kind, r.id, ${requestState('r')} as state, r.scope as "scopeName", r.scope_pages as "scopePages", r.created_at as at,
            ${closedAtNow('r')} as "endedAt", d.name as "endedBy", q.name as by
          from access_request r join person q on q.id = r.requested_by left join person d on d.id = r.decided_by
          where r.partner_id = $1 and r.account_id = (select a.id from account a where a.slug = $2)
            and ($3::text is null or (r.created_at, r.id) < ($3::timestamp at time zone 'UTC', $4::uuid))
          order by r.created_at desc, r.id desc limit ${pageSize + 1})
        union all
        (select 'invitation', i.id, ${invitationState('i')}, i.scope, i.scope_pages, i.created_at,
            ${answeredAtNow('i')}, d.name, w.name
          from partner_invitation i join person w on w.id = i.invited_by left join person d on d.id = i.decided_by
          where i.partner_id = $1 and i.account_id = (select a.id from account a where a.slug = $2)
            and ($3::text is null or (i.created_at, i.id) < ($3::timestamp at time zone 'UTC', $4::uuid))
          order by i.created_at desc, i.id desc limit ${pageSize + 1})
        union all
        (select 'grant', g.id, ${grantState('g')},
            g.scope, g.scope_pages, g.created_at,
            ${endedAtNow('g')}, b.name, o.name
          from access_grant g join person o on o.id = g.approved_by left join person b on b.id = g.ended_by
          where g.partner_id = $1 and g.account_id = (select a.id from account a where a.slug = $2)
            and ($3::text is null or (g.created_at, g.id) < ($3::timestamp at time zone 'UTC', $4::uuid))
          order by g.created_at desc, g.id desc limit ${pageSize + 1})) x
      order by x.at desc, x.id desc limit ${pageSize + 1}`,
    values: [partner.id, accountSlug, position?.at ?? null, position?.id ?? null],
  })
  const rows = answer.rows.slice(0, pageSize)
  return {
    dealings: rows.map(({ scopeName, scopePages, cursor: _, ...rest }) => ({
      ...rest,
      scope: scopeFrom(scopeName, scopePages),
    })),
    next: answer.rows.length > pageSize ? (rows.at(-1)?.cursor ?? null) : null,
  }
}
