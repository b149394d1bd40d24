import { randomUUID } from 'node:crypto'
import { may } from '#lib/access/authority.ts'
import { asItIs, type FieldChanges } from '#lib/back-office/change.ts'
import { dayIn } from '#lib/day-span.ts'
import { isAmount, type Money, moneyPlain } from '#lib/money.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import {
  firstRenewal,
  type OrderRefusal,
  priceShown,
  startRefused,
  totalOf,
  undoSeconds,
} from '#lib/subscription/subscription.ts'
import type { SeenAccount } from '../authority.ts'
import { queuedChange } from '../back-office/outbox.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { subscription } from '../schema/plan.ts'
import { told } from '../told.ts'
import { together } from '../write.ts'
import { offerOf, type SeenOffer } from './offers.ts'

export interface Order {
  readonly offer: string
  readonly quantity: number
  readonly starts: string
}

/** An order as it is shown before it is placed. */
export interface WeighedOrder {
  readonly offer: SeenOffer
  /** What all of it costs a period. */
  readonly total: Money
  readonly renewsOn: string
}

/** Whether an order can be placed now, and what it comes to; nothing is written. */
export async function weighOrder(
  tx: Tx,
  account: Pick<SeenAccount, 'id' | 'timeZone'>,
  { offer: offerId, quantity, starts }: Order,
  now: Date,
): Promise<Result<WeighedOrder, OrderRefusal>> {
  const today = dayIn(now, account.timeZone)
  const offer = await offerOf(tx, account.id, today, offerId)
  if (!offer) return refuse('no-such-offer')
  if (offer.foreign) return refuse('other-currency')
  const late = startRefused(starts, today)
  if (late) return refuse(late)
  const total = totalOf(offer, quantity)
  if (!isAmount(total.amount)) return refuse('too-much')
  return ok({ offer, total, renewsOn: firstRenewal(starts, offer) })
}

/**
 * Places an order at the very price that was shown. Where the provider's systems are connected it waits for them, and can be
 * taken back at first. Refuses what can't be ordered, and `price-changed`; `not-theirs` whoever may not spend here.
 */
export async function placeOrder(
  change: AccountChange,
  order: Order & { readonly price: string },
  connected: boolean,
): Promise<Result<{ readonly id: string }, OrderRefusal | 'price-changed' | 'not-theirs'>> {
  const { tx, account, authority, now } = change
  if (!may(authority, 'subscriptions.update')) return refuse('not-theirs')
  const weighed = await weighOrder(tx, account, order, now)
  if (!weighed.ok) return weighed
  const { offer, renewsOn } = weighed.value
  if (priceShown(offer) !== order.price) return refuse('price-changed')
  const own = { providerId: change.actor.providerId, accountId: account.id }
  const id = randomUUID()
  const key = `portal-${id}`
  const { quantity, starts: startsOn } = order
  const { name, product, unitPrice, currency, period, termMonths } = offer
  const values = {
    name,
    product,
    unitPrice,
    currency,
    period,
    termMonths,
    offer: offer.key,
    startsOn,
    renewsOn,
  }
  await together(tx, [
    {
      query: tx
        .insert(subscription)
        .values({ id, ...own, key, ...values, quantity, state: 'active' })
        .returning({ id: subscription.id }),
      rows: 1,
    },
    ...(connected ? [queuedChange(own, 'subscriptions', key, ordered(values, quantity), undoSeconds)] : []),
    told(change, 'subscription.added', id, {
      what: name,
      changes: {
        quantity: ['', String(quantity)],
        unitPrice: ['', `${currency} ${moneyPlain({ amount: unitPrice, currency })}`],
        period: ['', period],
        startsOn: ['', startsOn],
      },
    }),
  ])
  return ok({ id })
}

/** Refused, it is none and has no licence to give. */
function ordered(values: Readonly<Record<string, unknown>>, quantity: number): FieldChanges {
  return { ...asItIs(values), quantity: [0, quantity], state: ['refused', 'active'] }
}
