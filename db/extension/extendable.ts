import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { isLiveNow, stateNow } from '../grant/clock.ts'
import { enterable } from '../grant/people.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'
import { containing, folded } from '../lists/name-search.ts'
import { isBlocked } from '../partner/blocked.ts'

/**
 * Whether the reader may ask for more time under the live grant `g`, as SQL. Parameters: $1 the firm, $2 the reader's
 * place in it, $3 their role. What they ask for is still weighed when they do.
 */
export const isExtendable = (account: string) =>
  `g.designation = 'customer' and g.ends_at is not null and ${enterable} and not ${isBlocked(account, '$1')}`

/** More time was asked for under `g`, and waits for an answer. */
export const isExtending = `exists (select 1 from grant_extension n where n.grant_id = g.id and n.state = 'pending')`

/** An access that ends soon and for which the reader may ask for more time. */
export interface EndingGrant {
  readonly id: string
  readonly accountSlug: string
  readonly accountName: string
  readonly state: 'active' | 'scheduled' | 'suspended'
  readonly scope: Scope
  readonly startsAt: Date
  readonly endsAt: Date
  readonly extending: boolean
}

/** So soon an access must end to be listed. */
export const daysAhead = 30
/** As many as may be asked at once. */
const pageSize = 50

type Row = Omit<EndingGrant, 'scope'> & { scopeName: string; scopePages: string[]; cursor: string }

/** One page of them, the one that ends first before the others. `search` looks at the customers' names. */
export async function endingSoon(
  tx: Tx,
  partner: SeenPartner,
  of: { readonly search?: string | undefined; readonly after?: string | undefined },
): Promise<{ readonly grants: readonly EndingGrant[]; readonly next: string | null }> {
  const position = momentPosition(of.after)
  const answer = await tx.$client.query<Row>({
    name: 'ending-soon',
    text: `select g.id, a.slug as "accountSlug", a.name as "accountName", ${stateNow('g')} as state, g.scope as "scopeName",
        g.scope_pages as "scopePages", g.starts_at as "startsAt", g.ends_at as "endsAt", ${isExtending} as extending,
        ${momentCursor('g.ends_at', 'g.id')} as cursor
      from access_grant g join account a on a.id = g.account_id
      where g.partner_id = $1 and ${isLiveNow('g')} and ${isExtendable('g.account_id')}
        and g.ends_at <= clock_timestamp() + interval '${daysAhead} days'
        and ($4::text is null or ${folded('a.name')} like $4)
        and ($5::text is null or (g.ends_at, g.id) > ($5::timestamp at time zone 'UTC', $6::uuid))
      order by g.ends_at, g.id limit ${pageSize + 1}`,
    values: [
      partner.id,
      partner.staffId,
      partner.role,
      containing(of.search),
      position?.at ?? null,
      position?.id ?? null,
    ],
  })
  const rows = answer.rows.slice(0, pageSize)
  return {
    grants: rows.map(({ scopeName, scopePages, cursor: _, ...row }) => ({
      ...row,
      scope: scopeFrom(scopeName, scopePages),
    })),
    next: answer.rows.length > pageSize ? (rows.at(-1)?.cursor ?? null) : null,
  }
}
