import { scopeFrom } from '#lib/access/scopes.ts'
import type { RestoreFacts } from '#lib/mail/facts.ts'
import { isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isToRecheck } from '../restore/list.ts'
import type { Found } from './facts.ts'

interface RestoreRow {
  readonly letterId: string
  readonly isApprover: boolean
  readonly isAccountClosed: boolean
  readonly slug: string
  readonly name: string
  readonly restoredAt: Date
  readonly count: number
  readonly first: readonly { name: string; scope: string; pages: string[]; endsAt: string | null }[] | null
}

/** More are not named in a letter. */
const mostNamed = 10

/** The lists that letters are about, as they are at the moment of sending. */
export async function findRestores(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<RestoreFacts>>> {
  const answer = await tx.$client.query<RestoreRow>(
    `select l.id as "letterId", a.slug, a.name, a.closed_at is not null as "isAccountClosed", c.restored_at as "restoredAt",
        exists (select 1 from membership m where m.person_id = l.person_id and ${isApprover('m', 'a')}) as "isApprover",
        (select count(*)::int from access_grant g where ${isToRecheck('c', 'g')}) as count,
        (select json_agg(x) from (select p.name, g.scope, g.scope_pages as pages, g.ends_at as "endsAt"
            from access_grant g join partner p on p.id = g.partner_id
            where ${isToRecheck('c', 'g')} order by g.created_at desc, g.id desc limit ${mostNamed}) x) as first
      from letter l join access_recheck c on c.id = l.subject_id and c.provider_id = l.provider_id
      join account a on a.id = c.account_id
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
          restoredAt: row.restoredAt,
          count: row.count,
          first: (row.first ?? []).map(({ name, scope, pages, endsAt }) => ({
            partnerName: name,
            scope: scopeFrom(scope, pages),
            endsAt: endsAt === null ? null : new Date(endsAt),
          })),
        }),
      },
    ]),
  )
}
