import { isOpenNow as isOpenRequest } from '../access-request/clock.ts'
import { actsFromParent, decidesOnIts } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isLiveNow } from '../grant/clock.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'
import { isBlocked } from '../partner/blocked.ts'
import { isOpenNow } from './clock.ts'

/** The firm behind a share URL, as the provider verified it. */
export interface SharedFirm {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly partnerCode: string
  readonly providerName: string
  readonly verifiedAt: Date
}

/** Null for a code that leads nowhere: never given out, replaced, another provider's, a closed firm's. */
export async function sharedFirm(tx: Tx, providerId: string, code: string): Promise<SharedFirm | null> {
  const answer = await tx.$client.query<SharedFirm>({
    name: 'shared-firm',
    text: `select f.id, f.slug, f.name, f.partner_code as "partnerCode", v.name as "providerName", f.verified_at as "verifiedAt"
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

/** What there is already between an account and a firm that it may invite. */
export interface SharedStanding {
  /** Since when the firm serves the account; null where it does not. */
  readonly servesSince: Date | null
  readonly blocked: boolean
  /** The open request, the open invitation and the newest live grant of the account's own. */
  readonly requestId: string | null
  readonly invitationId: string | null
  readonly grantId: string | null
}

export async function sharedStanding(tx: Tx, accountId: string, partnerId: string): Promise<SharedStanding> {
  const of = (x: string) => `${x}.account_id = $1 and ${x}.partner_id = $2`
  const answer = await tx.$client.query<SharedStanding>(
    `select ${isBlocked('$1', '$2')} as blocked,
      (select s.started_at from channel_relationship s where ${of('s')} and s.ended_at is null) as "servesSince",
      (select r.id from access_request r where ${of('r')} and ${isOpenRequest('r')}) as "requestId",
      (select i.id from partner_invitation i where ${of('i')} and ${isOpenNow('i')}) as "invitationId",
      (select g.id from access_grant g where ${of('g')} and ${isLiveNow('g')}
        order by g.created_at desc, g.id desc limit 1) as "grantId"`,
    [accountId, partnerId],
  )
  const [standing] = answer.rows
  if (!standing) throw new Error('a question without an answer')
  return standing
}
