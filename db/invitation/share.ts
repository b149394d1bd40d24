import { actsFromParent, decidesOnIts } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'

/** The firm behind a share URL, as the provider verified it. */
export interface SharedFirm {
  readonly id: string
  readonly name: string
  readonly partnerCode: string
  readonly providerName: string
  readonly verifiedAt: Date
}

/** Null for a code that leads nowhere: never given out, replaced, another provider's, a closed firm's. */
export async function sharedFirm(tx: Tx, providerId: string, code: string): Promise<SharedFirm | null> {
  const answer = await tx.$client.query<SharedFirm>({
    name: 'shared-firm',
    text: `select f.id, f.name, f.partner_code as "partnerCode", v.name as "providerName", f.verified_at as "verifiedAt"
      from partner f join provider v on v.id = f.provider_id
      where f.share_code = $2 and f.provider_id = $1 and f.closed_at is null`,
    values: [providerId, code],
  })
  return answer.rows[0] ?? null
}

export interface DecidedAccount {
  readonly slug: string
  readonly name: string
}

/** More accounts than this are found by searching. */
export const mostListed = 24

/**
 * The accounts on which a person may decide on partner access, by name, for choosing one; that they may is asked again by
 * the access check once one is chosen. `more`: there are others beside those.
 */
export async function accountsDecidedBy(
  tx: Tx,
  personId: string,
  search: string,
): Promise<{ readonly accounts: readonly DecidedAccount[]; readonly more: boolean }> {
  const answer = await tx.$client.query<DecidedAccount>(
    `select slug, name from (
        select a.slug, a.name from membership m join account a on a.id = m.account_id
          where m.person_id = $1 and ${decidesOnIts('m')} and a.closed_at is null
        union
        select a.slug, a.name from membership m join account a on ${actsFromParent('m', 'a')}
          where m.person_id = $1 and a.closed_at is null) own
      where $2::text is null or ${folded('name')} like $2
      order by ${folded('name')}, slug ${atMost(mostListed + 1)}`,
    [personId, containing(search)],
  )
  return { accounts: answer.rows.slice(0, mostListed), more: answer.rows.length > mostListed }
}

/** Since when the firm serves the account; null where it does not. */
export async function servesSince(tx: Tx, accountId: string, partnerId: string): Promise<Date | null> {
  const answer = await tx.$client.query<{ at: Date }>(
    `select started_at as at from channel_relationship where account_id = $1 and partner_id = $2 and ended_at is null`,
    [accountId, partnerId],
  )
  return answer.rows[0]?.at ?? null
}
