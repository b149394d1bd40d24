import type { ExclusionFacts } from '#lib/mail/facts.ts'
import { isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isActiveStaff } from '../person/has-place.ts'
import type { Found } from './facts.ts'
import { doerIn, textIn } from './written.ts'

interface Row {
  readonly letterId: string
  readonly isApprover: boolean
  readonly isStaff: boolean
  readonly isAccountClosed: boolean
  readonly slug: string
  readonly name: string
  readonly clientSlug: string
  readonly clientName: string
  readonly parentSlug: string
  readonly parentName: string
  readonly partnerSlug: string
  readonly partnerName: string
  readonly partnerCode: string
  readonly excludedAt: Date
  readonly includedAt: Date | null
}

/**
 * What letters about a client account's exclusion report on. Approvers are told in the name of the account for which they
 * decide: the client account, or its parent.
 */
export async function findExclusions(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<ExclusionFacts>>> {
  const answer = await tx.$client.query<Row>(
    `select l.id as "letterId", a.slug, a.name, a.closed_at is not null or c.closed_at is not null as "isAccountClosed",
        c.slug as "clientSlug", c.name as "clientName", o.slug as "parentSlug", o.name as "parentName",
        p.slug as "partnerSlug", p.name as "partnerName", p.partner_code as "partnerCode",
        x.created_at as "excludedAt", x.included_at as "includedAt",
        exists (select 1 from membership m where m.person_id = l.person_id and ${isApprover('m', 'a')}) as "isApprover",
        exists (select 1 from partner_staff s where s.partner_id = p.id and s.person_id = l.person_id
          and ${isActiveStaff('s')}) as "isStaff"
      from letter l join client_exclusion x on x.id = l.subject_id and x.provider_id = l.provider_id
      join account a on a.id = l.account_id join account c on c.id = x.account_id join account o on o.id = c.parent_id
      join partner p on p.id = x.partner_id where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(row => [
      row.letterId,
      {
        standing: { isApprover: row.isApprover, isStaff: row.isStaff },
        isAccountClosed: row.isAccountClosed,
        factsFor: written => ({
          account: { slug: row.slug, name: row.name },
          client: { slug: row.clientSlug, name: row.clientName },
          parent: { slug: row.parentSlug, name: row.parentName },
          partner: { slug: row.partnerSlug, name: row.partnerName, code: row.partnerCode },
          excludedAt: row.excludedAt,
          includedAt: row.includedAt,
          doer: doerIn(written),
          said: textIn(written, 'reason'),
        }),
      },
    ]),
  )
}
