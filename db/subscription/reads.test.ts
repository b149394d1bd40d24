import { afterAll, expect, test } from 'vitest'
import { dayIn } from '#lib/day-span.ts'
import { freeLicences, isLive, stateOn } from '#lib/subscription/subscription.ts'
import { reading } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { isLiveAt, stateAt } from './clock.ts'
import { subscriptionsOf } from './reads.ts'

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')
const wall = { role: 'app', providerId: world.provider('northwind') } as const
const today = dayIn(new Date(), 'America/Toronto')

test('the list counts and narrows by the very rules', async () => {
  const filter = { show: null, search: '', after: null } as const
  const listed = (more = {}) =>
    reading(
      wall,
      tx => subscriptionsOf(tx, { accountId: maple, today }, { ...filter, ...more }, 2),
      world.pool,
    )
  const list = await listed()
  expect(list.counts).toMatchObject({ all: 3, active: 3, waiting: 0, over: 0 })
  expect(list.subscriptions.map(one => one.name)).toEqual(['Branding', 'Call recording', 'Cloud PBX seat'])
  for (const one of list.subscriptions)
    expect(one.free).toBe(one.name === 'Branding' ? 0 : freeLicences({ ...one, confirmed: one.quantity }))
  const after = list.subscriptions[1]?.id ?? null
  const next = await listed({ after })
  expect(next).toMatchObject({ subscriptions: [{ name: 'Cloud PBX seat' }] })
  // What begins later has licences that can be given; nobody has a free one to work with yet.
  await world.rows(
    `update subscription set starts_on = '2099-01-01' where account_id = $1 and name = 'Cloud PBX seat'`,
    [maple],
  )
  const later = await listed({ show: 'free' })
  const recording = list.subscriptions.find(one => one.name === 'Call recording')
  expect(later.subscriptions.map(one => one.name)).not.toContain('Cloud PBX seat')
  expect(later.counts.free).toBe(recording?.free)
  const cases = ['active', 'ended', 'refused'].flatMap(state =>
    ['2020-01-01', today, '2099-01-01'].flatMap(starts =>
      [null, '2021-01-01', today, '2099-02-01'].map(ends => [state, starts, ends] as const),
    ),
  )
  for (const [state, startsOn, endsOn] of cases) {
    const [row] = await world.rows<{ state: string; live: boolean }>(
      `select ${stateAt('s', '$1')} as state, ${isLiveAt('s', '$1')} as live
        from (select $2::text as state, $3::date as starts_on, $4::date as ends_on) s`,
      [today, state, startsOn, endsOn],
    )
    const wanted = stateOn({ state: state as 'active', startsOn, endsOn }, today)
    expect(row).toEqual({ state: wanted, live: isLive(wanted) })
  }
})
