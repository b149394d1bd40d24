import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type Json, momentFrom } from '../json.ts'
import { isReviewDue } from './clock.ts'
import { enteringNames } from './people.ts'

/** Access without an end that the account is to look at again. */
export interface DueReview {
  readonly grantId: string
  readonly partnerName: string
  readonly scope: Scope
  readonly startsAt: Date
  readonly dueSince: Date
  /** The end that it has unless somebody answers. */
  readonly endsAt: Date | null
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
  /** The firm's people who can come in under it. */
  readonly people: readonly string[]
}

export type DueReviewRow = Omit<Json<DueReview>, 'scope'> & {
  readonly scope: string
  readonly pages: readonly string[]
}

/** More are not shown at once; the others follow once these are answered. */
export const mostReviews = 25

/** All that waits on the account of this SQL, the one that waits longest before the others. */
export const dueReviews = (accountId: string, most = mostReviews) => `(select json_agg(x) from (
    select g.id as "grantId", p.name as "partnerName", g.scope, g.scope_pages as pages, g.starts_at as "startsAt",
      g.review_at as "dueSince", g.ends_at as "endsAt", g.last_used_at as "lastUsedAt", u.name as "lastUsedBy",
      ${enteringNames} as people
    from access_grant g join partner p on p.id = g.partner_id left join person u on u.id = g.last_used_by
    where g.account_id = ${accountId} and ${isReviewDue('g')}
    order by g.review_at, g.id limit ${most}) x)`

export function dueReviewsFrom(rows: readonly DueReviewRow[] | null): readonly DueReview[] {
  return (rows ?? []).map(({ pages, ...row }) => ({
    ...row,
    scope: scopeFrom(row.scope, pages),
    startsAt: new Date(row.startsAt),
    dueSince: new Date(row.dueSince),
    endsAt: momentFrom(row.endsAt),
    lastUsedAt: momentFrom(row.lastUsedAt),
  }))
}
