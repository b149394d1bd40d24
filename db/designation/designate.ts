import { type Given, type Giving, type GivingRefusal, give } from '#lib/access/giving.ts'
import { mustProve, type ProofRefusal } from '#lib/proof.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { type GrantOrigin, grantMade } from '../grant/create.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { together } from '../write.ts'

interface Pair extends Omit<GrantOrigin, 'providerId' | 'from' | 'approvedBy'> {
  readonly partnerName: string
  readonly zone: string
  readonly longestHours: number | null
}

/** Behind the account's lock, and with the firm's row held so that it is not closed meanwhile. */
async function lockedPair(
  tx: Tx,
  providerId: string,
  of: { readonly accountId: string; readonly partnerId: string },
): Promise<Pair | null> {
  await tx.$client.query('select 1 from account where id = $1 and provider_id = $2 for no key update', [
    of.accountId,
    providerId,
  ])
  const found = await tx.$client.query<Pair>(
    `select a.id as "accountId", p.id as "partnerId", p.name as "partnerName", a.time_zone as zone,
        v.longest_grant_hours as "longestHours", v.review_months as "reviewMonths", clock_timestamp() as now,
        (select r.id from channel_relationship r
          where r.partner_id = p.id and r.account_id = a.id and r.ended_at is null) as "relationshipId"
      from account a join provider v on v.id = a.provider_id, partner p
      where a.id = $1 and a.provider_id = $3 and a.closed_at is null
        and p.id = $2 and p.provider_id = $3 and p.closed_at is null for key share of p`,
    [of.accountId, of.partnerId, providerId],
  )
  return found.rows[0] ?? null
}

/**
 * The provider sets a firm as support partner of an account: a grant that the account sees and can't end. It hangs on
 * the channel relationship of the two, if there is one. Both sides are told why.
 * Refuses what lib/access/giving and lib/proof refuse; `not-found` where either is none of the provider's, or is closed.
 */
export async function designate(
  change: Change,
  of: { readonly accountId: string; readonly partnerId: string },
  giving: Giving,
  reason: string,
): Promise<Result<{ readonly grantId: string }, GivingRefusal | ProofRefusal | 'not-found'>> {
  const { tx, actor } = change
  const pair = await lockedPair(tx, actor.providerId, of)
  if (!pair) return refuse('not-found')
  const { partnerName, zone, longestHours, ...between } = pair
  const given = give(giving, null, pair.now, { longestHours, zone })
  if (!given.ok) return given
  if (mustProve(actor, given.value.endsAt, pair.now)) return refuse('unconfirmed')
  return ok({ grantId: await setBy(change, between, given.value, { partnerName, reason }) })
}

async function setBy(
  change: Change,
  between: Omit<GrantOrigin, 'providerId' | 'from' | 'approvedBy'>,
  given: Given,
  { partnerName, reason }: { readonly partnerName: string; readonly reason: string },
): Promise<string> {
  const { tx, actor, author } = change
  const { providerId, personId } = actor
  const origin = { ...between, providerId, from: { designationReason: reason }, approvedBy: personId }
  const made = grantMade(tx, origin, given)
  const { accountId, partnerId } = between
  const letter = {
    kind: 'partner-designated' as const,
    subjectId: made.id,
    accountId,
    facts: { by: actor.name, firm: author.firm, reason },
  }
  await together(tx, [
    made.write,
    recorded(tx, author, [
      {
        action: 'grant.designated',
        accountId,
        partnerId,
        subjectId: made.id,
        from: null,
        to: given.state,
        reason,
        facts: { partner: partnerName, ...made.facts },
      },
    ]),
    toApprovers({ ...letter, occasion: 'designated-approvers' }),
    toPartner({ ...letter, partnerId, asked: [], occasion: 'designated' }),
  ])
  return made.id
}
