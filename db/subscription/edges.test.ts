import { afterAll, beforeEach, expect, test } from 'vitest'
import { dayIn } from '#lib/day-span.ts'
import { type EmailAddress, parseEmail } from '#lib/email.ts'
import { priceShown } from '#lib/subscription/subscription.ts'
import { closeAccount } from '../account/close.ts'
import { sendChanges } from '../back-office/send.ts'
import { fakeOffice } from '../back-office/testing.ts'
import type { AccountChange } from '../change.ts'
import { correctAddress } from '../delivery/address.ts'
import { givenLetter, givenStranger } from '../delivery/testing.ts'
import { newWorld } from '../proof/world.ts'
import { changeQuantity } from './change.ts'
import { waitsFor } from './clock.ts'
import { assignLicence } from './licences.ts'
import { type OfferQuestion, offersOf } from './offers.ts'
import { placeOrder } from './order.ts'
import { subscriptionsOf } from './reads.ts'

// What an account buys where there is very much of it, and what becomes of it when its account or its people change.

const world = await newWorld()
afterAll(() => world.close())
const [maple, harbour] = [world.account('maple-logistics'), world.account('harbour-dental')]
const [contributor, platform] = ['contributor@maple.example', 'platform@northwind.example']
const today = dayIn(new Date(), 'America/Toronto')

beforeEach(async () => {
  await world.rows('delete from back_office_change')
  await world.rows(`delete from licence where key like 'portal-%' or key like 'moved-%'`)
  await world.rows(`delete from subscription where key like 'portal-%'`)
})

const offerId = async (key = 'pbx-recording') =>
  (
    await world.rows<{ id: string }>('select id from offer where account_id = $1 and key = $2', [maple, key])
  )[0]?.id ?? ''
const on = <T>(work: (change: AccountChange) => Promise<T>, by = contributor, account = maple) =>
  world.onAccount(by, account, 'subscriptions.read', work)
const buys = (unitPrice = 300, quantity = 3) =>
  on(async change => {
    const price = priceShown({
      unitPrice,
      currency: 'CAD',
      period: 'month',
      termMonths: 0,
      priceVersion: '2026-1',
    })
    return placeOrder(change, { offer: await offerId(), quantity, starts: today, price }, true)
  })

function email(text: string): EmailAddress {
  const read = parseEmail(text)
  if (!read.ok) throw new Error(text)
  return read.value
}
const correct = (letter: string, to: string) =>
  world.asProvider(platform, change =>
    correctAddress(change, letter, email(to), 'a secret of the tests, which guards nothing', true),
  )

test('a sum that no bill can hold is not ordered', async () => {
  await world.rows(
    `update offer set unit_price = 900000000000 where key = 'pbx-recording' and account_id = $1`,
    [maple],
  )
  expect(await buys(900_000_000_000)).toMatchObject({ refusal: 'too-much' })
  expect(await buys(900_000_000_000, 1)).toMatchObject({ ok: true })
  const [one] = await world.rows<{ id: string }>(`select id from subscription where key like 'portal-%'`)
  const shown = priceShown({
    unitPrice: 900_000_000_000,
    currency: 'CAD',
    period: 'month',
    termMonths: 0,
    priceVersion: '',
  })
  const asked = { quantity: 2, shown: 1, price: shown }
  expect(await on(change => changeQuantity(change, one?.id ?? '', asked, true))).toMatchObject({
    refusal: 'too-much',
  })
  await world.rows(`update offer set unit_price = 300 where key = 'pbx-recording' and account_id = $1`, [
    maple,
  ])
})

test('however much is offered, a page lists so many, and what was chosen and looked for', async () => {
  await world.rows(
    `insert into offer (provider_id, account_id, key, name, product, unit_price, currency, period)
      select provider_id, id, 'many-' || n, 'Many ' || lpad(n::text, 3, '0'), 'branding', 1, case n when 9 then 'EUR' else 'CAD' end, 'month'
      from account, generate_series(1, 9) n where id = $1`,
    [maple],
  )
  const chosen = await offerId('many-8')
  const listed = async (more: Partial<OfferQuestion>, limit = 2) => {
    const question = { accountId: maple, today, to: 'order', search: 'many', ...more } as const
    const found = await on(({ tx }) => offersOf(tx, question, limit))
    return found === 'not-found' ? [] : found.map(one => one.key)
  }
  expect(await listed({})).toEqual(['many-1', 'many-2', 'many-3'])
  expect(await listed({ chosen })).toEqual(['many-8', 'many-1', 'many-2'])
  expect(await listed({}, 20)).toHaveLength(8)
  expect(await listed({ search: 'MANY 004', chosen })).toEqual(['many-8', 'many-4'])
  expect(await listed({ to: 'try' })).toEqual([])
  await world.rows(`delete from offer where key like 'many-%'`)
})

test('counts end at 1,000', async () => {
  await world.rows(
    `insert into subscription (provider_id, account_id, key, name, product, unit_price, currency, period, quantity, starts_on, state)
      select provider_id, id, 'portal-' || n, 'Many', 'cloud-pbx', 1, 'CAD', 'month', 10, '2026-01-01', 'active'
      from account, generate_series(1, 1200) n where id = $1`,
    [maple],
  )
  const filter = { show: null, search: '', after: null } as const
  const list = await on(({ tx }) => subscriptionsOf(tx, { accountId: maple, today }, filter, 2))
  expect(list).toMatchObject({ counts: { all: 1000, active: 1000, free: 1000, waiting: 0, over: 0 } })
})

test('licences go along with an address that is put right, and the provider’s systems are told', async () => {
  const [wrong, right] = ['typo@harbour-dental.example', 'right@harbour-dental.example']
  await givenStranger(world, wrong)
  const id = await givenLetter(world, { to: wrong, delivery: 'bounced' })
  const account = harbour
  await world.rows(
    `insert into licence (provider_id, account_id, key, subscription_key, email)
      select provider_id, id, x.key, x.of, x.email from account, (values ('moved-1', 's-1', $2), ('moved-2', 's-2', $2),
        ('moved-3', 's-2', $3)) x(key, of, email) where id = $1`,
    [account, wrong, right],
  )
  expect(await correct(id, right)).toMatchObject({ ok: true })
  expect(
    await world.rows(`select key, email from licence where key like 'moved-%' order by key`),
    'of what somebody has under the right address there are not two',
  ).toEqual([
    { key: 'moved-1', email: right },
    { key: 'moved-2', email: wrong },
    { key: 'moved-3', email: right },
  ])
  expect(
    await world.rows('select account_id as account, kind, key, changes from back_office_change'),
  ).toEqual([
    {
      account,
      kind: 'licences',
      key: 'moved-1',
      changes: { subscription: ['s-1', 's-1'], email: [wrong, right] },
    },
  ])
})

test('a licence that is given while an address is put right is not left under the wrong one', async () => {
  const [found] = await world.rows<{ id: string }>(
    `update subscription set quantity = 100 where key = 'harbour-dental:bcc-user' returning id`,
  )
  for (let turn = 0; turn < 10; turn++) {
    const [wrong, right] = [`wrong${turn}@race.example`, `good${turn}@race.example`]
    const person = await givenStranger(world, wrong)
    const letter = await givenLetter(world, { to: wrong, delivery: 'bounced' })
    const [place] = await world.rows<{ id: string }>('select id from membership where person_id = $1', [
      person,
    ])
    const [given, corrected] = await Promise.all([
      on(change => assignLicence(change, found?.id ?? '', place?.id ?? '', true), platform, harbour),
      correct(letter, right),
    ])
    expect([given, corrected]).toMatchObject([{ ok: true }, { ok: true }])
    const held = 'select email from licence where email in ($1, $2)'
    expect(await world.rows(held, [wrong, right])).toEqual([{ email: right }])
  }
})

test('what is on its way is found without what has been settled', async () => {
  await buys()
  await world.rows(
    `insert into back_office_change (provider_id, account_id, kind, key, changes, state, settled_at)
      select provider_id, id, 'subscriptions', 'settled-' || n, '{}', 'confirmed', now() from account, generate_series(1, 20000) n where id = $1`,
    [maple],
  )
  await world.rows('analyze back_office_change')
  const plan = await world.rows(
    `explain select 1 from subscription s where s.account_id = $1 and ${waitsFor('s')}`,
    [maple],
  )
  expect(JSON.stringify(plan)).toContain('back_office_change_open')
})

test('nothing goes out of an account that was closed meanwhile, but what is theirs already', async () => {
  const office = fakeOffice()
  await buys()
  const [taken] = await world.rows<{ key: string }>(
    `update back_office_change set state = 'taken', attempts = 1 returning key`,
  )
  await buys()
  await world.rows(`update account set parent_id = null where parent_id = $1`, [maple])
  const closed = await world.asProvider('platform@northwind.example', change =>
    closeAccount(change, maple, 'Moved away.'),
  )
  expect(closed).toMatchObject({ ok: true })
  await world.rows('update back_office_change set next_attempt_at = clock_timestamp()')
  expect(await sendChanges({ backOffice: office, from: world.pool }, 10_000)).toMatchObject({
    changesConfirmed: 1,
  })
  expect(office.sent.map(one => one.key)).toEqual([taken?.key])
  expect(
    await world.rows(
      'select state, last_error as error from back_office_change where settled_at is not null order by turn',
    ),
  ).toEqual([
    { state: 'confirmed', error: '' },
    { state: 'set-aside', error: 'account-closed' },
  ])
  const told = await world.rows(
    `select action, data->>'what' as what, actor_name as by from event where action = 'subscription.set-aside'`,
  )
  expect(told).toEqual([{ action: 'subscription.set-aside', what: 'Call recording', by: expect.any(String) }])
})
