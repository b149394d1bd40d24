import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { dayIn } from '#lib/day-span.ts'
import { monthsAfter, priceShown } from '#lib/subscription/subscription.ts'
import { sendChanges } from '../back-office/send.ts'
import { fakeOffice } from '../back-office/testing.ts'
import type { AccountChange } from '../change.ts'
import { newWorld } from '../proof/world.ts'
import { changeQuantity, changeRenewal, undoLatest } from './change.ts'
import { assignLicence, takeBackLicence } from './licences.ts'
import { placeOrder } from './order.ts'
import { subscriptionOf } from './reads.ts'
import { undoneOrder } from './undone.ts'

const world = await newWorld()
afterAll(() => world.close())
const [maple, depot, harbour] = [
  world.account('maple-logistics'),
  world.account('maple-depot-west'),
  world.account('harbour-dental'),
]
const contributor = 'contributor@maple.example'
const today = dayIn(new Date(), 'America/Toronto')
let office = fakeOffice()

beforeEach(async () => {
  office = fakeOffice()
  await world.rows('delete from back_office_change')
  await world.rows(`delete from licence where key like 'portal-%' or key like 'free-%'`)
  await world.rows(`delete from subscription where key like 'portal-%'`)
  await world.rows(
    `update subscription set quantity = 4, ends_on = null where key = 'maple-logistics:pbx-recording'`,
  )
  await world.rows(`update offer set unit_price = 300, currency = 'CAD' where key = 'pbx-recording'`)
})

const offerId = async (account = maple, key = 'pbx-recording') =>
  (
    await world.rows<{ id: string }>('select id from offer where account_id = $1 and key = $2', [
      account,
      key,
    ])
  )[0]?.id ?? ''
const price = (unitPrice = 300, currency = 'CAD') =>
  priceShown({ unitPrice, currency, period: 'month', termMonths: 0, priceVersion: '2026-1' })
const buys = (
  more: { offer?: string; quantity?: number; starts?: string; price?: string } = {},
  { by = contributor, on = maple, connected = true } = {},
) =>
  world.onAccount(by, on, 'subscriptions.read', async change =>
    placeOrder(
      change,
      { offer: await offerId(on), quantity: 3, starts: today, price: price(), ...more },
      connected,
    ),
  )
const bought = async () => {
  const order = await buys()
  if (order === 'not-found' || !order.ok) throw new Error('not ordered')
  return order.value.id
}
const recording = (key = 'maple-logistics:pbx-recording') =>
  world
    .rows<{ id: string }>('select id from subscription where key = $1', [key])
    .then(([row]) => row?.id ?? '')
const on = <T>(work: (change: AccountChange) => Promise<T>, by = contributor, account = maple) =>
  world.onAccount(by, account, 'subscriptions.read', work)
const seen = (id: string) => on(({ tx }) => subscriptionOf(tx, { accountId: maple, today }, id))
const send = async () => {
  await world.rows('update back_office_change set next_attempt_at = clock_timestamp()')
  return sendChanges({ backOffice: office, random: () => 0.5, from: world.pool }, 10_000)
}
const quantity = (id: string, wanted: number, shown = 4, more = {}) =>
  on(change => {
    const asked = { quantity: wanted, shown, price: priceOf, ...more }
    return changeQuantity(change, id, asked, true)
  })
const priceOf = priceShown({
  unitPrice: 300,
  currency: 'CAD',
  period: 'month',
  termMonths: 0,
  priceVersion: '',
})
const member = async (email: string, account = maple) =>
  (
    await world.rows<{ id: string }>(
      'select m.id from membership m join person p on p.id = m.person_id where p.email = $1 and m.account_id = $2',
      [email, account],
    )
  )[0]?.id ?? ''
/** The latest change on its way, or settled. */
const latest = async () =>
  (await world.rows<{ id: string }>('select id from back_office_change order by turn desc limit 1'))[0]?.id ??
  ''
const undo = async (id: string, shown?: string) => {
  const one = shown ?? (await latest())
  return on(change => undoLatest(change, id, one))
}
const lastEvents = (n: number) =>
  world.rows<{ action: string; name: string; firm: string; data: Record<string, unknown> }>(
    'select action, actor_name as name, actor_firm as firm, data from event order by id desc limit $1',
    [n],
  )

describe('an order', () => {
  test('waits for the provider’s systems, tells them all of it, and stands once they say yes', async () => {
    const id = await bought()
    expect(await seen(id)).toMatchObject({
      quantity: 3,
      free: 0,
      waiting: true,
      state: 'active',
      outcome: { state: 'waiting', undoUntil: expect.any(Date) },
    })
    expect(await sendChanges({ backOffice: office, from: world.pool }, 1_000)).toMatchObject({
      changesConfirmed: 0,
    })
    expect(await send()).toMatchObject({ changesConfirmed: 1 })
    expect(office.sent[0]).toMatchObject({
      key: `portal-${id}`,
      set: {
        name: 'Call recording',
        product: 'cloud-pbx',
        offer: 'pbx-recording',
        quantity: 3,
        unitPrice: 300,
        currency: 'CAD',
        startsOn: today,
        renewsOn: monthsAfter(today, 1),
        state: 'active',
      },
    })
    expect(await seen(id)).toMatchObject({ free: 3, waiting: false, outcome: null })
    const [told] = await lastEvents(1)
    expect(told).toMatchObject({
      action: 'subscription.added',
      name: 'Connor Blake',
      data: { what: 'Call recording', changes: { quantity: ['', '3'], unitPrice: ['', 'CAD 3.00'] } },
    })
  })

  test('that is refused is marked so, with the reason; nothing of it can be given', async () => {
    const id = await bought()
    office.answer = () => ({ kind: 'refused', reason: 'Not before the bill is paid.' })
    expect(await send()).toMatchObject({ changesRefused: 1 })
    expect(await seen(id)).toMatchObject({
      state: 'refused',
      quantity: 0,
      free: 0,
      outcome: { state: 'refused', reason: 'Not before the bill is paid.' },
    })
    expect((await lastEvents(1))[0]).toMatchObject({
      action: 'subscription.refused',
      data: { what: 'Call recording', changes: { quantity: ['3', '0'], state: ['active', 'refused'] } },
    })
  })

  test('applies at once where nothing is connected', async () => {
    const order = await buys({}, { connected: false })
    expect(order).toMatchObject({ ok: true })
    expect(await world.rows('select 1 from back_office_change')).toEqual([])
    if (order !== 'not-found' && order.ok)
      expect(await seen(order.value.id)).toMatchObject({ free: 3, waiting: false })
  })

  test.each([
    ['no-such-offer', async () => ({ offer: '00000000-0000-4000-8000-000000000000' })],
    ['no-such-offer', async () => ({ offer: await offerId(harbour, 'bcc-user') })],
    ['no-such-offer', async () => ({ offer: await offerId(world.account('southern-bakery')) })],
    ['past', async () => ({ starts: '2026-01-01' })],
    ['too-far', async () => ({ starts: '2099-01-01' })],
    ['price-changed', async () => ({ price: price(299) })],
    ['price-changed', async () => ({ price: '' })],
  ] as const)('is refused: %s', async (refusal, more) => {
    const before = await world.rows('select count(*) from subscription')
    expect(await buys(await more())).toMatchObject({ ok: false, refusal })
    expect(await world.rows('select count(*) from subscription')).toEqual(before)
  })

  test('is refused once the price is another one, or of another currency than the account’s', async () => {
    await world.rows(`update offer set unit_price = 350 where key = 'pbx-recording' and account_id = $1`, [
      maple,
    ])
    expect(await buys()).toMatchObject({ refusal: 'price-changed' })
    expect(await buys({ price: price(350) })).toMatchObject({ ok: true })
    await world.rows(`update offer set currency = 'EUR' where key = 'pbx-recording' and account_id = $1`, [
      maple,
    ])
    expect(await buys({ price: price(350, 'EUR') })).toMatchObject({ refusal: 'other-currency' })
  })

  test('can be taken back until it goes, and was never there', async () => {
    const id = await bought()
    expect(await undo(id)).toEqual({ ok: true, value: 'order' })
    expect(await seen(id)).toBeNull()
    expect(await send()).toMatchObject({ changesConfirmed: 0 })
    expect((await lastEvents(1))[0]).toMatchObject({ action: 'subscription.undone' })
    const undone = (of: string, account = maple) =>
      world.onAccount(contributor, maple, 'subscriptions.read', ({ tx }) => undoneOrder(tx, account, of))
    expect(await undone(id)).toMatchObject({ name: 'Call recording', by: 'Connor Blake' })
    expect(await undone(id, depot)).toBeNull()
    const other = await bought()
    expect(await undone(other)).toBeNull()
    await send()
    expect(await undo(other)).toMatchObject({ refusal: 'too-late' })
  })
})

describe('a client account’s money', () => {
  const money = () =>
    world.rows(
      `select (select md5(string_agg(s::text, ',' order by s.id)) from subscription s), (select count(*) from licence), (select count(*) from back_office_change)`,
    )
  test('is not its own Subscription Contributor’s, by any function', async () => {
    const was = await money()
    const owner = 'owner@depot.example'
    const [own] = await world.rows<{ id: string }>('select id from subscription where account_id = $1', [
      depot,
    ])
    const [licence] = await world.rows<{ id: string; email: string }>(
      'select id, email from licence where account_id = $1',
      [depot],
    )
    const id = own?.id ?? ''
    const tries: readonly ((change: AccountChange) => Promise<{ readonly ok: boolean }>)[] = [
      change => changeQuantity(change, id, { quantity: 9, shown: 3, price: priceOf }, true),
      change => changeRenewal(change, id, { act: 'end', shown: '' }, true),
      change => undoLatest(change, id, id),
      async change => assignLicence(change, id, await member(owner, depot), true),
      (change: AccountChange) =>
        takeBackLicence(
          change,
          { subscription: id, licence: licence?.id ?? '', email: licence?.email ?? '' },
          true,
        ),
    ]
    expect(await buys({}, { by: owner, on: depot })).toMatchObject({ refusal: 'not-theirs' })
    for (const one of tries) expect(await on(one, owner, depot)).toMatchObject({ refusal: 'not-theirs' })
    expect(await money()).toEqual(was)
  })

  test('is spent by the parent’s, in the parent’s name', async () => {
    expect(await buys({}, { on: depot })).toMatchObject({ ok: true })
    expect((await lastEvents(1))[0]).toMatchObject({ name: 'Connor Blake', firm: 'Maple Logistics' })
  })
})

describe('the quantity', () => {
  test('goes out, and is what is confirmed until then; refused, it is as it was', async () => {
    const id = await recording()
    expect(await quantity(id, 8)).toEqual({ ok: true, value: 'changed' })
    expect(await seen(id)).toMatchObject({ quantity: 8, confirmed: 4, used: 1, free: 3 })
    office.answer = () => ({ kind: 'refused', reason: 'No' })
    await send()
    expect(await seen(id)).toMatchObject({ quantity: 4, free: 3 })
    await quantity(id, 8)
    office.answer = () => ({ kind: 'confirmed' })
    await send()
    expect(await seen(id)).toMatchObject({ quantity: 8, free: 7, outcome: null })
  })
  test('is never less than what somebody has, nor changed from another page than today’s', async () => {
    const id = await recording()
    expect(await quantity(id, 0)).toEqual({ ok: false, refusal: 'below-use', used: 1 })
    expect(await quantity(id, 5, 3)).toMatchObject({ refusal: 'meanwhile' })
    expect(
      await quantity(id, 5, 4, { price: priceShown({ ...JSON.parse('{}'), unitPrice: 1 }) }),
    ).toMatchObject({
      refusal: 'meanwhile',
    })
    expect(await quantity(id, 4)).toEqual({ ok: true, value: 'nothing' })
  })
  test('taken back step by step', async () => {
    const id = await recording()
    await quantity(id, 5)
    await quantity(id, 6, 5)
    expect(await undo(id)).toEqual({ ok: true, value: 'change' })
    expect(await seen(id)).toMatchObject({ quantity: 5 })
    expect(await undo(id)).toEqual({ ok: true, value: 'change' })
    expect(await seen(id)).toMatchObject({ quantity: 4, waiting: false })
  })
  test('what is taken back is what stood on the page: of two tabs one does, and no order goes with a change', async () => {
    const id = await bought()
    await quantity(id, 5, 3)
    const shown = await latest()
    expect(await undo(id, shown)).toEqual({ ok: true, value: 'change' })
    expect(await undo(id, shown)).toMatchObject({ refusal: 'meanwhile' })
    expect(await seen(id)).toMatchObject({ quantity: 3, waiting: true })
  })
  test('of twenty at once, one is taken', async () => {
    const id = await recording()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => quantity(id, 5 + n)))
    expect(answers.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
  })
})

test('a subscription ends on its next renewal, and goes on after all', async () => {
  const id = await recording()
  const found = await seen(id)
  const renewal = found === 'not-found' ? '' : (found?.renewsOn ?? '')
  const change = (act: 'end' | 'keep', shown: string) =>
    on(one => changeRenewal(one, id, { act, shown }, true))
  expect(await change('end', '2020-01-01')).toMatchObject({ refusal: 'meanwhile' })
  expect(await change('end', renewal)).toMatchObject({ ok: true })
  expect(await seen(id)).toMatchObject({ state: 'ending', endsOn: renewal })
  expect(await change('end', renewal)).toMatchObject({ refusal: 'meanwhile' })
  expect(await change('keep', renewal)).toMatchObject({ ok: true })
  expect(await seen(id)).toMatchObject({ state: 'active', endsOn: null })
})

describe('a licence', () => {
  const assign = async (email: string, id: string, account = maple) => {
    const place = await member(email, account)
    return on(change => assignLicence(change, id, place, true))
  }
  test('is given, told and taken back, each from the page as it is', async () => {
    const id = await recording()
    const given = await assign('owner@maple.example', id)
    expect(given).toMatchObject({ ok: true })
    expect(await assign('owner@maple.example', id)).toMatchObject({ refusal: 'has-one' })
    expect((await lastEvents(1))[0]).toMatchObject({
      action: 'licence.assigned',
      data: { what: 'Call recording', whom: 'Owen Maplewood', email: 'owner@maple.example' },
    })
    await send()
    expect(office.sent.at(-1)).toMatchObject({
      set: { subscription: 'maple-logistics:pbx-recording', email: 'owner@maple.example' },
    })
    const licence = given !== 'not-found' && given.ok ? given.value.licence : ''
    const back = (email: string) =>
      on(change => takeBackLicence(change, { subscription: id, licence, email }, true))
    const elsewhere = {
      subscription: await recording('maple-logistics:pbx-seat'),
      licence,
      email: 'owner@maple.example',
    }
    expect(await on(change => takeBackLicence(change, elsewhere, true))).toMatchObject({
      refusal: 'not-found',
    })
    expect(await back('lena@maple.example')).toMatchObject({ refusal: 'meanwhile' })
    expect(await back('owner@maple.example')).toMatchObject({ ok: true })
    expect(await back('owner@maple.example')).toMatchObject({ refusal: 'meanwhile' })
    expect(await seen(id)).toMatchObject({ used: 1, free: 3 })
    // What was taken back is given again, and not made anew.
    await assign('billing@maple.example', id)
    expect(await world.rows(`select 1 from licence where key like 'portal-%'`)).toHaveLength(1)
  })
  test('goes to nobody of elsewhere, and to nobody who was removed', async () => {
    const id = await recording()
    expect(await assign('owner@harbour-dental.example', id, harbour)).toMatchObject({ refusal: 'nobody' })
    await world.rows(`update membership set state = 'removed' where id = $1`, [
      await member('owner@maple.example'),
    ])
    expect(await assign('owner@maple.example', id)).toMatchObject({ refusal: 'nobody' })
    await world.rows(`update membership set state = 'active' where id = $1`, [
      await member('owner@maple.example'),
    ])
  })
  test('that is refused is told, until the same person’s is asked for again', async () => {
    const id = await recording()
    await assign('owner@maple.example', id)
    await assign('billing@maple.example', id)
    office.answer = () => ({ kind: 'refused', reason: 'Not here' })
    await send()
    const lost = (email: string) => ({
      lostLicence: { state: 'refused', reason: 'Not here', changes: { email: ['', email] } },
    })
    expect(await seen(id)).toMatchObject({ used: 1, outcome: null, ...lost('billing@maple.example') })
    await assign('billing@maple.example', id)
    expect(await seen(id)).toMatchObject(lost('owner@maple.example'))
    await world.rows(`update back_office_change set settled_at = settled_at - interval '31 days'`)
    expect(await seen(id)).toMatchObject({ lostLicence: null })
  })
  test('of twenty who ask at once there are never more than were bought', async () => {
    const id = await recording()
    const people = await world.rows<{ id: string }>(
      `with p as (insert into person (provider_id, home_brand_id, email, email_canonical, name, language, time_zone)
          select q.provider_id, q.home_brand_id, 'r' || n || '@race.example', 'r' || n || '@race.example', 'R ' || n, 'en', 'UTC'
          from person q, generate_series(1, 20) n where q.email = 'owner@maple.example' returning id, provider_id)
        insert into membership (provider_id, account_id, person_id, kind, state, modules)
          select provider_id, $1, id, 'portal-user', 'active', '{sms}' from p returning id`,
      [maple],
    )
    const answers = await Promise.all(
      people.map(one => on(change => assignLicence(change, id, one.id, true))),
    )
    expect(answers.filter(one => one !== 'not-found' && one.ok)).toHaveLength(3)
    expect(await seen(id)).toMatchObject({ quantity: 4, used: 4, free: 0 })
    expect(await quantity(id, 3)).toMatchObject({ refusal: 'below-use', used: 4 })
  })
})
