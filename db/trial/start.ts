import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { may } from '#lib/access/authority.ts'
import { asItIs, type FieldChanges } from '#lib/back-office/change.ts'
import { dayIn } from '#lib/day-span.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { trialEnd } from '#lib/trial/trial.ts'
import { queuedChange } from '../back-office/outbox.ts'
import type { Owned } from '../back-office/place.ts'
import type { AccountChange } from '../change.ts'
import { offerOf, type SeenOffer } from '../subscription/offers.ts'
import { told } from '../told.ts'
import { together, type Write } from '../write.ts'
import { hasTried } from './reads.ts'

/**
 * Lets an account try out an offer from today. Refuses `not-theirs` whoever may not; `not-to-try`: there is no such offer, or
 * not to be tried out; `tried`: the account has done so already.
 */
export async function startTrial(
  change: AccountChange,
  offerId: string,
  connected: boolean,
): Promise<Result<'started', 'not-theirs' | 'not-to-try' | 'tried'>> {
  const { tx, account, actor, authority, now } = change
  if (!may(authority, 'trials.start')) return refuse('not-theirs')
  const today = dayIn(now, account.timeZone)
  const offer = await offerOf(tx, account.id, today, offerId)
  if (!offer || offer.trialDays === 0) return refuse('not-to-try')
  if (offer.tried) return refuse('tried')
  const own = { providerId: actor.providerId, accountId: account.id }
  const id = randomUUID()
  const key = `portal-${id}`
  const { name, product } = offer
  const endsOn = trialEnd(today, offer.trialDays)
  const values = { name, product, offer: offer.key, startedOn: today, endsOn }
  const sent: FieldChanges = { ...asItIs(values), state: ['refused', 'running'] }
  const facts = { what: name, changes: { startsOn: ['', today], endsOn: ['', endsOn] } } as const
  await together(tx, [
    begun(own, id, offer, { today, endsOn }),
    ...(connected ? [queuedChange(own, 'trials', key, sent)] : []),
    told(change, 'trial.started', id, facts),
  ])
  return ok('started')
}

/** The statement is the guard, too: whatever began meanwhile, an offer is tried out once. */
function begun(
  { providerId, accountId }: Owned,
  id: string,
  { key, name, product }: SeenOffer,
  { today, endsOn }: { readonly today: string; readonly endsOn: string },
): Write {
  const tried = sql.raw(hasTried('a.id', 'w.offer'))
  return {
    query: sql`(insert into trial (id, provider_id, account_id, key, name, product, offer_key, started_on, ends_on, state)
      select ${id}::uuid, ${providerId}::uuid, a.id, ${`portal-${id}`}, ${name}, ${product}, w.offer, ${today}::date, ${endsOn}::date, 'running'
      from account a, (select ${key}::text as offer) w where a.id = ${accountId}::uuid and not ${tried} returning id)`,
    rows: 1,
  }
}
