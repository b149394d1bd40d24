import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { RequestState } from '#lib/access-request/access-request.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import { closedAtNow, stateNow as requestState } from '../access-request/clock.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { endedAtNow, stateNow as grantState } from '../grant/clock.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'

/** A request or a grant of the firm on one account, as the list of all there ever were shows it. */
export type PastDealing = PastRequest | PastGrant

interface Past {
  readonly id: string
  readonly scope: Scope
  readonly at: Date
  readonly endedAt: Date | null
  /** Who decided on the request, who ended the grant. */
  readonly endedBy: string | null
  /** Who asked, who gave. */
  readonly by: string
}

export interface PastRequest extends Past {
  readonly kind: 'request'
  readonly state: RequestState
}

export interface PastGrant extends Past {
  readonly kind: 'grant'
  readonly state: GrantState
}

type Row = PastDealing & { scopeName: string; scopePages: string[]; cursor: string }

const pageSize = 25

/** One page of everything that was ever asked and given between the firm and an account, newest first. */
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
