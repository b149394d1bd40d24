import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { reading, writing } from '../client.ts'
import { owner } from '../proof/model.ts'
import { newWorld } from '../proof/world.ts'
import { beginSession, sessionOf } from '../sign-in/session.ts'
import { makeTicket, spendToken } from '../sign-in/token.ts'
import { sweep } from '../sweep/sweep.ts'
import { movableClock } from './testing.ts'
import { clockTrouble } from './trouble.ts'
import { watchClock } from './watch.ts'

const world = await newWorld()
const clock = await movableClock(world.database)
afterAll(() => world.close())

const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const year = 365 * 24
const plenty = 60_000
const watch = () => watchClock(world.pool)
const run = () => sweep(plenty, world.pool)
const wall = { role: 'app', providerId: world.provider('northwind') } as const
const desk = () => reading(wall, clockTrouble, world.pool)

/** An account with a grant that ends so many hours from the true now, assigned to the technician for less, if said. */
async function grant(ends: number, assignedFor?: number) {
  const { id } = await world.newAccount()
  await world.rows(
    `with g as (insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, approved_by, due_at)
        select provider_id, id, $2, 'services', '24h', now() - interval '30 days', now() + make_interval(secs => 3600 * $4::float8),
          'active', $3, now() + make_interval(secs => 3600 * $4::float8) from account where id = $1 returning *)
      insert into assignment (provider_id, account_id, grant_id, partner_id, staff_id, assigned_by, ends_at)
        select g.provider_id, g.account_id, g.id, g.partner_id, s.id, $3, now() + make_interval(secs => 3600 * $6::float8)
        from g join partner_staff s on s.partner_id = g.partner_id join person p on p.id = s.person_id and p.email = $5`,
    [id, world.partner('brightline-it'), world.actor(owner).personId, ends, tech, assignedFor ?? null],
  )
  return id
}
const stateOf = async (id: string) =>
  (await world.rows<{ state: string }>('select state from access_grant where account_id = $1', [id]))[0]
    ?.state
const isIn = async (id: string, who = admin) => (await world.sight(who, id)) !== null
const seenAt = async () =>
  (await world.rows<{ at: Date | null }>('select seen_at as at from clock_watch'))[0]?.at

beforeEach(async () => {
  await clock.set(0)
  await world.rows(
    `update clock_watch set seen_at = null, checked_at = null, apart = 0, back_at = null, back_seconds = 0`,
  )
  await run()
})

test('the tests’ own clock is the one that the access check asks', async () => {
  const id = await grant(2)
  expect(await isIn(id)).toBe(true)
  await clock.set(3)
  expect(await isIn(id)).toBe(false)
  await clock.set(0)
  expect(await isIn(id)).toBe(true)
})

test('two clocks that agree are nothing to speak of', async () => {
  const state = await watch()
  expect(state).toMatchObject({ back: 0, alarm: false, held: false })
  expect(Math.abs(state.apart)).toBeLessThan(5_000)
  expect(await desk()).toBeNull()
})

describe('a clock that is far ahead', () => {
  test('is said so and held; the moment to come is not taken for one that was seen', async () => {
    const before = await seenAt()
    await clock.set(year)
    const state = await watch()
    expect(state).toMatchObject({ back: 0, alarm: true, held: true })
    expect(Math.round(state.apart / 3_600_000)).toBe(year)
    expect(await seenAt()).toEqual(before)
    expect(await desk()).toMatchObject({ apart: state.apart, back: null })
  })

  test('denies by the read, writes nothing, and all is as it was once it is right again', async () => {
    const id = await grant(24)
    await clock.set(year)
    expect(await isIn(id)).toBe(false)
    // The brake itself is the route's: app/api/cron/grants/route.db.test.ts.
    expect((await watch()).held).toBe(true)
    expect(await stateOf(id)).toBe('active')
    await clock.set(0)
    expect(await watch()).toMatchObject({ alarm: false, held: false })
    await run()
    expect([await stateOf(id), await isIn(id)]).toEqual(['active', true])
  })
})

test('a clock that is far behind is said so, and keeps nothing from being tidied up', async () => {
  const id = await grant(-2)
  await world.rows('update clock_watch set seen_at = null')
  await clock.set(-1)
  const state = await watch()
  expect(state).toMatchObject({ alarm: true, held: false, back: 0 })
  expect((await run()).expired).toBe(1)
  expect(await stateOf(id)).toBe('expired')
  expect((await desk())?.apart).toBeLessThan(-3_500_000)
})

describe('a clock that went back', () => {
  test.each([0.01, 1, 24, year])('by %s hours brings no access back that a sweep has ended', async hours => {
    const id = await grant(-0.001)
    expect((await run()).expired).toBe(1)
    await clock.set(-hours)
    // The end lies in the future by this clock; the row says that it is over.
    expect(await isIn(id)).toBe(false)
    for (let i = 0; i < 3; i++) {
      await watch()
      await run()
      expect([await stateOf(id), await isIn(id)]).toEqual(['expired', false])
    }
  })

  test('nor one that no sweep had met: the next one ends it for good, by the moment that was seen', async () => {
    const [id, later] = [await grant(-0.001), await grant(5)]
    // Over by the clock, not by the row; the moment has been seen.
    await world.rows('update clock_watch set seen_at = pg_catalog.clock_timestamp()')
    expect([await stateOf(id), await isIn(id)]).toEqual(['active', false])
    await clock.set(-3)
    // Open until the next sweep: docs/decisions say why, and what bounds it.
    expect(await isIn(id)).toBe(true)
    const state = await watch()
    expect(state).toMatchObject({ alarm: true, held: false })
    expect(Math.round(state.back / 3_600_000)).toBe(3)
    expect((await run()).expired).toBe(1)
    expect([await stateOf(id), await isIn(id), await isIn(later)]).toEqual(['expired', false, true])
    const ended = await world.rows<{ n: number }>(
      `select count(*)::int as n from access_grant g where account_id = $1 and ended_at = ends_at and exists (select 1 from event where subject_id = g.id and action = 'grant.expired')`,
      [id],
    )
    expect(ended[0]?.n).toBe(1)
  })

  test('is told once, then believed from where it is: what is given by it lives as long as it should', async () => {
    await clock.set(-3)
    expect((await watch()).back).toBeGreaterThan(10_000_000)
    await run()
    expect(await watch()).toMatchObject({ back: 0 })
    // For an hour, by the clock that is wrong: over already by the right one.
    const id = await grant(-2)
    await run()
    expect([await stateOf(id), await isIn(id)]).toEqual(['active', true])
    expect((await desk())?.back?.by).toBeGreaterThan(10_000_000)
  })

  test('lapses the request and the invitation whose life was over, by the moment that was seen', async () => {
    const { id } = await world.newAccount()
    const values = [id, world.partner('brightline-it'), world.actor(owner).personId]
    await world.rows(
      `insert into access_request (provider_id, account_id, partner_id, requested_by, state, scope, duration, reason, created_at, lapses_at)
        select provider_id, id, $2, $3, 'pending', 'services', '24h', 'Phones.', now() - interval '7 days', now() - interval '1 minute' from account where id = $1`,
      values,
    )
    await world.rows(
      `insert into partner_invitation (provider_id, account_id, partner_id, invited_by, state, scope, duration, created_at, lapses_at)
        select provider_id, id, $2, $3, 'invited', 'services', '24h', now() - interval '7 days', now() - interval '1 minute' from account where id = $1`,
      values,
    )
    await world.rows('update clock_watch set seen_at = pg_catalog.clock_timestamp()')
    await clock.set(-3)
    await watch()
    expect(await run()).toMatchObject({ lapsed: 1, invitationsLapsed: 1 })
    const states = await world.rows(
      `select state from access_request where account_id = $1 union all select state from partner_invitation where account_id = $1`,
      [id],
    )
    expect(states).toEqual([{ state: 'lapsed' }, { state: 'lapsed' }])
  })

  test('lets nobody of support in again by a visit that was over', async () => {
    const [id, visitor] = [world.account('southern-bakery'), 'platform@southern.example']
    await world.rows(
      `update platform_user set role = 'support', created_at = now() - interval '2 hours' where person_id = $1`,
      [world.actor(visitor).personId],
    )
    const visit = (ends: string) =>
      world.rows(
        `insert into account_visit (provider_id, account_id, person_id, reason, started_at, ends_at)
          select provider_id, id, $2, 'A call.', now(), now() + $3::interval from account where id = $1`,
        [id, world.actor(visitor).personId, ends],
      )
    await visit('-1 minute')
    expect(await isIn(id, visitor)).toBe(false)
    await world.rows('update clock_watch set seen_at = pg_catalog.clock_timestamp()')
    await clock.set(-0.5)
    await watch()
    expect(await isIn(id, visitor)).toBe(false)
    await visit('1 minute')
    expect(await isIn(id, visitor)).toBe(true)
  })

  test('opens no session, token or assignment that was over', async () => {
    const place = (
      await world.rows<{ providerId: string; brandingDomainId: string }>(
        `select provider_id as "providerId", id as "brandingDomainId" from branding_domain where host = 'northwind.localhost'`,
      )
    )[0]
    if (!place) throw new Error('no brand')
    const { personId } = world.actor(owner)
    const made = async (over: string) =>
      writing(
        wall,
        async tx => {
          const session = await beginSession(tx, place, personId, { address: '', userAgent: '' })
          const ticket = await makeTicket(tx, place, personId, '/')
          await tx.$client.query(
            `update session set ${over} where id = (select id from session order by created_at desc limit 1)`,
          )
          return { session: session.token, ticket }
        },
        world.pool,
      )
    const [idle, old] = [
      await made(`last_seen_at = last_seen_at - interval '9 hours'`),
      await made(`expires_at = clock_timestamp() - interval '1 minute'`),
    ]
    await world.rows(`update one_time_token set expires_at = clock_timestamp() - interval '1 minute'`)
    const good = await made('idle_seconds = idle_seconds')
    const assigned = await grant(10, -0.01)
    const lives = async ({ session, ticket }: typeof good) => [
      (await sessionOf(place, session, '', world.pool)) !== null,
      (await writing(
        wall,
        tx => spendToken(tx, place, 'hand-over', { token: ticket, flow: null, once: personId }),
        world.pool,
      )) !== null,
    ]
    await world.rows('update clock_watch set seen_at = pg_catalog.clock_timestamp()')
    expect([await isIn(assigned, tech), await isIn(assigned, admin)]).toEqual([false, true])
    await clock.set(-2)
    await watch()
    expect(await isIn(assigned, tech)).toBe(false)
    for (const one of [idle, old]) expect(await lives(one)).toEqual([false, false])
    expect(await lives(good)).toEqual([true, true])
  })
})
