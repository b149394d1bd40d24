import type { Tx } from '../client.ts'
import { isLiveNow } from '../grant/clock.ts'
import { isExcluded } from '../grant/reach.ts'
import { type ListedGrant, type ListedRow, listed, listedColumns, listedJoins } from '../grant/reads.ts'
import { atMost } from '../lists/at-most.ts'

/** A client account's own word against a firm that comes through its parent. */
export interface SeenExclusion {
  readonly by: string
  readonly at: Date
  readonly reason: string
}

/** A grant of the parent's that reaches this account, or would if the account had not excluded itself. */
export interface ReachingGrant extends ListedGrant {
  readonly partnerId: string
  readonly partnerCode: string
  readonly via: string
  /** It opens this account now. */
  readonly opens: boolean
}

/** A firm that comes, or might come, through the parent. */
export interface ReachingFirm {
  readonly partnerId: string
  readonly slug: string
  readonly name: string
  readonly code: string
  readonly excluded: SeenExclusion | null
  /** None where the account is excluded and the parent gives the firm nothing at present. */
  readonly grants: readonly ReachingGrant[]
}

/** Something of the parent's comes to the account, whether it opens it now or later; the account has not excluded it. */
export const isComing = ({ excluded, grants }: ReachingFirm) => excluded === null && grants.length > 0

type Row = ListedRow & {
  readonly partnerId: string
  readonly partnerCode: string
  readonly via: string
  readonly opens: boolean | null
  readonly hereAt: Date | null
  readonly hereBy: string | null
}

interface FirmRow {
  readonly partnerId: string
  readonly slug: string
  readonly name: string
  readonly code: string
  readonly by: string | null
  readonly at: Date | null
  readonly reason: string | null
}

/** More than these are not listed one by one. */
export const mostReaching = 100

/** What comes to the account through its parent: live grants, the newest first; nothing where it is nobody's client. */
export async function reachingGrants(
  tx: Tx,
  accountId: string,
  partnerSlug: string | null = null,
): Promise<readonly ReachingGrant[]> {
  const answer = await tx.$client.query<Row>({
    name: 'reaching-grants',
    text: `select ${listedColumns}, g.partner_id as "partnerId", p.partner_code as "partnerCode", parent.name as via,
        u.last_used_at as "hereAt", here.name as "hereBy",
        (select not ${isExcluded('a', 'e.partner_id')} from effective_grant e where e.id = g.id) as opens
      from account a join account parent on parent.id = a.parent_id
      join access_grant g on g.account_id = a.parent_id and g.reaches_clients ${listedJoins}
      left join client_use u on u.client_id = a.id and u.grant_id = g.id left join person here on here.id = u.last_used_by
      where a.id = $1 and ${isLiveNow('g')} and ($2::text is null or p.slug = $2)
      order by g.created_at desc, g.id desc ${atMost(mostReaching)}`,
    values: [accountId, partnerSlug],
  })
  return answer.rows.map(({ hereAt, hereBy, opens, partnerId, partnerCode, via, ...row }) => ({
    ...listed(row),
    partnerId,
    partnerCode,
    via,
    opens: opens === true,
    // The parent's people are shown any use; here it is what was used here.
    lastUsedAt: hereAt,
    lastUsedBy: hereBy,
  }))
}

/** The firms that come through the parent, and those from which the account excluded itself; of one slug, or all. */
export async function reachingFirms(
  tx: Tx,
  accountId: string,
  partnerSlug: string | null = null,
): Promise<readonly ReachingFirm[]> {
  const [grants, answer] = await Promise.all([
    reachingGrants(tx, accountId, partnerSlug),
    tx.$client.query<FirmRow>({
      name: 'reaching-firms',
      text: `select p.id as "partnerId", p.slug, p.name, p.partner_code as code, w.name as by, x.created_at as at, x.reason
        from partner p left join client_exclusion x on x.account_id = $1 and x.partner_id = p.id and x.included_at is null
        left join person w on w.id = x.excluded_by
        where p.closed_at is null and ($2::text is null or p.slug = $2)
          and (x.id is not null or p.id in (select g.partner_id from account a join access_grant g on g.account_id = a.parent_id
            where a.id = $1 and g.reaches_clients and ${isLiveNow('g')}))
        order by p.name, p.id ${atMost(mostReaching)}`,
      values: [accountId, partnerSlug],
    }),
  ])
  const byFirm = Map.groupBy(grants, grant => grant.partnerId)
  return answer.rows.map(({ by, at, reason, ...firm }) => ({
    ...firm,
    excluded: at && { by: by ?? '', at, reason: reason ?? '' },
    grants: byFirm.get(firm.partnerId) ?? [],
  }))
}

/** Those of the account's client accounts that excluded themselves from the firm of a grant, by name. */
export async function excludedClients(tx: Tx, grantId: string): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ name: string }>(
    `select c.name from access_grant g join account c on c.parent_id = g.account_id and c.closed_at is null
      where g.id = $1 and g.reaches_clients and ${isExcluded('c', 'g.partner_id')}
      order by c.name_folded, c.id limit ${mostReaching}`,
    [grantId],
  )
  return answer.rows.map(one => one.name)
}
