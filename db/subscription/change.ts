import { sql } from 'drizzle-orm'
import { may } from '#lib/access/authority.ts'
import type { FieldChanges } from '#lib/back-office/change.ts'
import { dayIn } from '#lib/day-span.ts'
import { isAmount } from '#lib/money.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { isLive, priceShown, totalOf, undoSeconds } from '#lib/subscription/subscription.ts'
import { queuedChange } from '../back-office/outbox.ts'
import type { AccountChange } from '../change.ts'
import { subscription } from '../schema/plan.ts'
import { told } from '../told.ts'
import { together, type Write } from '../write.ts'
import { canBeUndone, subscriptionOf, type WholeSubscription } from './reads.ts'

/** What every change of a subscription may be refused for; `not-theirs`: whoever may not spend here. */
type Refusal = 'not-theirs' | 'not-found' | 'over'

async function liveOne(change: AccountChange, id: string): Promise<Result<WholeSubscription, Refusal>> {
  const { tx, account, authority, now } = change
  if (!may(authority, 'subscriptions.update')) return refuse('not-theirs')
  const question = { accountId: account.id, today: dayIn(now, account.timeZone) }
  const found = await subscriptionOf(tx, question, id)
  if (!found) return refuse('not-found')
  return isLive(found.state) ? ok(found) : refuse('over')
}

export interface NewQuantity {
  readonly quantity: number
  /** How many there were, and at what price, when the form was shown. */
  readonly shown: number
  readonly price: string
}

/**
 * Sets how many there are, at the price that was shown. Refuses fewer than have been given to somebody (`below-use`), and
 * what was made of another quantity or price than there is by now (`meanwhile`), and a sum that no bill can hold (`too-much`).
 */
export async function changeQuantity(
  change: AccountChange,
  id: string,
  { quantity, shown, price }: NewQuantity,
  connected: boolean,
): Promise<
  | Result<'changed' | 'nothing', Refusal | 'meanwhile' | 'too-much'>
  | { readonly ok: false; readonly refusal: 'below-use'; readonly used: number }
> {
  const live = await liveOne(change, id)
  if (!live.ok) return live
  const found = live.value
  if (found.quantity !== shown || priceShown(found) !== price) return refuse('meanwhile')
  if (quantity < found.used) return { ok: false, refusal: 'below-use', used: found.used }
  if (quantity === found.quantity) return ok('nothing')
  if (!isAmount(totalOf(found, quantity).amount)) return refuse('too-much')
  await write(change, found, { quantity: [found.quantity, quantity] }, connected)
  return ok('changed')
}

/**
 * Lets a subscription end on its next renewal, or go on after all. `shown` is the day on which the form said that it would
 * end; refuses where that is another one by now (`meanwhile`), and where nobody knows a renewal.
 */
export async function changeRenewal(
  change: AccountChange,
  id: string,
  { act, shown }: { readonly act: 'end' | 'keep'; readonly shown: string },
  connected: boolean,
): Promise<Result<'changed', Refusal | 'meanwhile' | 'no-renewal'>> {
  const live = await liveOne(change, id)
  if (!live.ok) return live
  const { endsOn, renewsOn } = live.value
  if (act === 'end' && endsOn === null && renewsOn === null) return refuse('no-renewal')
  const stands = act === 'end' ? endsOn === null && renewsOn === shown : endsOn === shown
  if (!stands) return refuse('meanwhile')
  await write(change, live.value, { endsOn: [endsOn, act === 'end' ? renewsOn : null] }, connected)
  return ok('changed')
}

/** Row, way to the provider's systems and history in one statement. */
async function write(
  change: AccountChange,
  found: WholeSubscription,
  changes: FieldChanges,
  connected: boolean,
): Promise<void> {
  const { account, actor } = change
  const own = { providerId: actor.providerId, accountId: account.id }
  const is = Object.fromEntries(Object.entries(changes).map(([field, [, value]]) => [field, value]))
  await together(change.tx, [
    stored(change, found, is),
    ...(connected ? [queuedChange(own, 'subscriptions', found.key, changes, undoSeconds)] : []),
    tellOf(change, 'subscription.updated', found, changes),
  ])
}

function stored(
  { tx, account }: AccountChange,
  { id, version }: WholeSubscription,
  is: Readonly<Partial<Record<string, unknown>>>,
): Write {
  const { quantity, endsOn } = is as { readonly quantity?: number; readonly endsOn?: string | null }
  return {
    query: tx
      .update(subscription)
      .set({
        ...(quantity !== undefined && { quantity }),
        ...(endsOn !== undefined && { endsOn }),
        version: version + 1,
      })
      .where(
        sql`${subscription.accountId} = ${account.id}::uuid and ${subscription.id} = ${id}::uuid and ${subscription.version} = ${version}`,
      )
      .returning({ id: subscription.id }),
    rows: 1,
  }
}

function tellOf(
  change: AccountChange,
  action: 'subscription.updated' | 'subscription.undone',
  { id, name }: WholeSubscription,
  changes: FieldChanges,
): Write {
  const text = (value: unknown) => String(value ?? '')
  const real = Object.entries(changes).filter(([field, [was, is]]) => was !== is && field !== 'state')
  const facts = {
    what: name,
    changes: Object.fromEntries(real.map(([field, [was, is]]) => [field, [text(was), text(is)] as const])),
  }
  return told(change, action, id, facts)
}

/**
 * Takes back the latest order or change of a subscription, which has to be the one that was `shown`. Refuses `meanwhile`
 * where it is another one by now, and `too-late` once it has gone to the provider's systems; an order that is taken back was
 * never there.
 */
export async function undoLatest(
  change: AccountChange,
  id: string,
  shown: string,
): Promise<Result<'order' | 'change', 'not-theirs' | 'not-found' | 'meanwhile' | 'too-late'>> {
  const { tx, account, authority, now } = change
  if (!may(authority, 'subscriptions.update')) return refuse('not-theirs')
  const question = { accountId: account.id, today: dayIn(now, account.timeZone) }
  const found = await subscriptionOf(tx, question, id)
  if (!found) return refuse('not-found')
  const answer = await tx.$client.query<{ id: string; changes: FieldChanges; undoable: boolean }>(
    `select c.id, c.changes, ${canBeUndone('c')} as undoable from back_office_change c
      where c.account_id = $1 and c.kind = 'subscriptions' and c.key = $2 order by c.turn desc limit 1`,
    [account.id, found.key],
  )
  const [latest] = answer.rows
  if (latest?.id !== shown) return refuse('meanwhile')
  if (!latest.undoable) return refuse('too-late')
  const isOrder = latest.changes.state?.[0] === 'refused'
  const back = Object.entries(latest.changes).map(([field, [was, is]]) => [field, [is, was]] as const)
  const was = Object.fromEntries(back.map(([field, [, value]]) => [field, value]))
  await together(tx, [
    {
      query: sql`(delete from back_office_change where account_id = ${account.id}::uuid and id = ${latest.id}::uuid
        and settled_at is null and attempts = 0 returning id)`,
      rows: 1,
    },
    isOrder
      ? {
          query: sql`(delete from subscription where account_id = ${account.id}::uuid and id = ${id}::uuid
            and version = ${found.version} returning id)`,
          rows: 1,
        }
      : stored(change, found, was),
    tellOf(change, 'subscription.undone', found, isOrder ? {} : Object.fromEntries(back)),
  ])
  return ok(isOrder ? 'order' : 'change')
}
