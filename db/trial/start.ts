import { randomUUID } from 'node:crypto'
import { may } from '#lib/access/authority.ts'
import type { FieldChanges } from '#lib/back-office/change.ts'
import { dayIn } from '#lib/day-span.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { trialEnd } from '#lib/trial/trial.ts'
import { queuedChange } from '../back-office/outbox.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { trial } from '../schema/plan.ts'
import { offerOf } from '../subscription/offers.ts'
import { together } from '../write.ts'
import { triedOffers } from './reads.ts'

/**
 * Lets an account try out an offer from today. Refuses `not-theirs` whoever may not; `not-to-try`: there is no such offer, or
 * not to be tried out; `tried`: the account has done so already.
 */
export async function startTrial(
  change: AccountChange,
  offerId: string,
  connected: boolean,
): Promise<Result<'started', 'not-theirs' | 'not-to-try' | 'tried'>> {
  const { tx, account, actor, author, authority, now, partnerId } = change
  if (!may(authority, 'trials.start')) return refuse('not-theirs')
  const today = dayIn(now, account.timeZone)
  const offer = await offerOf(tx, account.id, today, offerId)
  if (!offer || offer.trialDays === 0) return refuse('not-to-try')
  if ((await triedOffers(tx, account.id)).has(offer.key)) return refuse('tried')
  const own = { providerId: actor.providerId, accountId: account.id }
  const id = randomUUID()
  const key = `portal-${id}`
  const { name, product } = offer
  const endsOn = trialEnd(today, offer.trialDays)
  const values = { name, product, offer: offer.key, startedOn: today, endsOn }
  const same = Object.entries(values).map(([field, value]) => [field, [value, value] as const])
  const sent: FieldChanges = { ...Object.fromEntries(same), state: ['refused', 'running'] }
  const facts = { what: name, changes: { startsOn: ['', today], endsOn: ['', endsOn] } } as const
  await together(tx, [
    {
      query: tx
        .insert(trial)
        .values({ id, ...own, key, ...values, state: 'running' })
        .returning({ id: trial.id }),
      rows: 1,
    },
    ...(connected ? [queuedChange(own, 'trials', key, sent)] : []),
    recorded(tx, author, [
      { action: 'trial.started', accountId: account.id, partnerId, subjectId: id, facts },
    ]),
  ])
  return ok('started')
}
