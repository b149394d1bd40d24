import type { ReviewFacts } from '#lib/mail/facts.ts'
import { isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isReviewDue } from '../grant/clock.ts'
import { type DueReviewRow, dueReviews, dueReviewsFrom } from '../grant/review-reads.ts'
import { type Found, lastUseOf } from './facts.ts'

interface ReviewRow {
  readonly letterId: string
  readonly isApprover: boolean
  readonly isAccountClosed: boolean
  readonly slug: string
  readonly name: string
  readonly count: number
  readonly first: readonly DueReviewRow[] | null
}

/** More are not named in a letter. */
const mostNamed = 10

/** What accounts are to look at again, as it is at the moment of sending. */
export async function findReviews(tx: Tx, ids: readonly string[]): Promise<Map<string, Found<ReviewFacts>>> {
  const answer = await tx.$client.query<ReviewRow>(
    `select l.id as "letterId", a.slug, a.name, a.closed_at is not null as "isAccountClosed",
        exists (select 1 from membership m where m.person_id = l.person_id and ${isApprover('m', 'a')}) as "isApprover",
        (select count(*)::int from access_grant g where g.account_id = a.id and ${isReviewDue('g')}) as count,
        ${dueReviews('a.id', mostNamed)} as first
      from letter l join account a on a.id = l.subject_id and a.provider_id = l.provider_id
      where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(row => [
      row.letterId,
      {
        standing: { isApprover: row.isApprover, isStaff: false },
        isAccountClosed: row.isAccountClosed,
        factsFor: () => ({
          account: { slug: row.slug, name: row.name },
          count: row.count,
          first: dueReviewsFrom(row.first).map(one => ({ ...one, lastUse: lastUseOf(one) })),
        }),
      },
    ]),
  )
}
