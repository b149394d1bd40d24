import { afterAll, beforeEach, expect, test } from 'vitest'
import { mostAttempts } from '#lib/back-office/change.ts'
import { readItem } from '#lib/back-office/items.ts'
import { dayIn } from '#lib/day-span.ts'
import { priceShown } from '#lib/subscription/subscription.ts'
import { takePage } from '../back-office/place.ts'
import { sendChanges } from '../back-office/send.ts'
import { fakeOffice } from '../back-office/testing.ts'
import { newWorld } from '../proof/world.ts'
import { placeOrder } from './order.ts'
import { subscriptionOf } from './reads.ts'

// What of a subscription is sure, while its changes are on their way and when nobody knows what became of them.

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')
const buyer = 'contributor@maple.example'
const today = dayIn(new Date(), 'America/Toronto')
const recording = 'maple-logistics:pbx-recording'

beforeEach(() => world.rows('delete from back_office_change'))

const seen = async (key = recording) => {
  const [row] = await world.rows<{ id: string }>('select id from subscription where key = $1', [key])
  const found = await world.onAccount(buyer, maple, 'subscriptions.read', ({ tx }) =>
    subscriptionOf(tx, { accountId: maple, today }, row?.id ?? ''),
  )
  if (found === 'not-found' || !found) throw new Error('not there')
  return found
}
/** Changes of the quantity, each with its state; the subscription has the last one's. */
async function changed(...all: readonly (readonly [was: number, is: number, state: string])[]) {
  for (const [was, is, state] of all)
    await world.rows(
      `insert into back_office_change (provider_id, account_id, kind, key, changes, state, settled_at)
        select provider_id, account_id, 'subscriptions', key, jsonb_build_object('quantity', jsonb_build_array($2::int, $3::int)),
          $4, case when $4 <> 'waiting' then clock_timestamp() end from subscription where key = $1`,
      [recording, was, is, state],
    )
  await world.rows('update subscription set quantity = $2 where key = $1', [recording, all.at(-1)?.[1]])
}
/** The provider's systems tell how many there are. */
const pulled = (quantity: number, key = recording) =>
  world.onAccount('platform@northwind.example', maple, 'sync.run', async ({ tx, actor, now }) => {
    const item = { key, name: 'Call recording', product: 'cloud-pbx', unit_price: 300, currency: 'CAD' }
    const more = { period: 'month', quantity, starts_on: '2026-01-01', state: 'active' }
    const page = { kind: 'subscriptions', items: [readItem('subscriptions', { ...item, ...more })] } as const
    const own = { providerId: actor.providerId, accountId: maple }
    await takePage(tx, own, { ...page, seen: new Set(), askedAt: now })
  })

test.each([
  ['the fewest of all that wait', [10, 5, 'waiting'], [5, 8, 'waiting'], 5],
  ['what it was, where more are asked for step by step', [4, 6, 'waiting'], [6, 9, 'waiting'], 4],
  ['not what was set aside', [3, 4, 'confirmed'], [4, 9, 'set-aside'], 4],
  ['what was set aside and confirmed behind it', [4, 9, 'set-aside'], [9, 7, 'confirmed'], 7],
] as const)('confirmed is %s', async (_, one, other, confirmed) => {
  await changed(one, other)
  expect(await seen()).toMatchObject({ confirmed, used: 1, free: confirmed - 1 })
})

test('what was set aside is sure once a pull tells of it, whatever it tells', async () => {
  for (const quantity of [9, 4]) {
    await changed([4, 9, 'set-aside'])
    expect(await seen()).toMatchObject({ quantity: 9, free: 3, outcome: { state: 'set-aside' } })
    await pulled(quantity)
    expect(await seen()).toMatchObject({ quantity, confirmed: quantity, free: quantity - 1, outcome: null })
  }
})

test('an order that was set aside has no licence to give until a pull tells of it', async () => {
  const [offer] = await world.rows<{ id: string }>(
    `select id from offer where account_id = $1 and key = 'pbx-recording'`,
    [maple],
  )
  const shown = { unitPrice: 300, currency: 'CAD', period: 'month', termMonths: 0 } as const
  const price = priceShown({ ...shown, priceVersion: '2026-1' })
  const order = { offer: offer?.id ?? '', quantity: 3, starts: today, price }
  const placed = await world.onAccount(buyer, maple, 'subscriptions.read', change =>
    placeOrder(change, order, true),
  )
  if (placed === 'not-found' || !placed.ok) throw new Error('not ordered')
  const key = `portal-${placed.value.id}`
  await world.rows('update back_office_change set attempts = $1, next_attempt_at = clock_timestamp()', [
    mostAttempts - 1,
  ])
  const office = fakeOffice()
  office.answer = () => ({ kind: 'trouble', trouble: 'unreachable' })
  expect(await sendChanges({ backOffice: office, from: world.pool }, 10_000)).toMatchObject({
    changesSetAside: 1,
  })
  expect(await seen(key)).toMatchObject({ quantity: 3, confirmed: 0, free: 0, state: 'active' })
  await pulled(3, key)
  expect(await seen(key)).toMatchObject({ confirmed: 3, free: 3, outcome: null })
})
