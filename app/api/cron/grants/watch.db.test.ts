import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { movableClock } from '#db/clock/testing.ts'
import { newWorld } from '#db/proof/world.ts'
import { settingsOn } from '#db/testing.ts'

const world = await newWorld()
const clock = await movableClock(world.database)
world.pool.on('connect', client => client.on('error', () => {}))
const secret = 'the scheduler knows this and nobody else does'
// Settings are read once, so they stand before the route is loaded.
Object.assign(process.env, { ...settingsOn(world.database.url), CRON_SECRET: secret })
vi.mock('next/server', () => ({ after: () => {} }))
const route = await import('./route.ts')
const health = await import('../../health/route.ts')
const { log } = await import('#app/_server/log.ts')
const { watchAtStart } = await import('#app/_server/watch.ts')
const { closePool } = await import('#db/driver/pool.ts')
const said = vi.spyOn(log, 'error').mockImplementation(() => {})
const warned = vi.spyOn(log, 'warn').mockImplementation(() => {})

afterAll(async () => {
  await closePool()
  await world.close()
})
beforeEach(async () => {
  await clock.set(0)
  await world.rows('delete from session')
  await sweep()
  vi.clearAllMocks()
})

const year = 365 * 24
const hour = 3_600_000

async function sweep(): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${secret}` }
  const answer = await route.POST(
    new Request('http://x.example/api/cron/grants', { method: 'POST', headers }),
  )
  const counts: Record<string, unknown> = await answer.json()
  return { ...counts, status: answer.status }
}

/** A grant, a request, a session and a form's answer, all of which end within days. */
async function passing() {
  const { id } = await world.newAccount()
  const values = [
    id,
    world.partner('brightline-it'),
    world.actor('owner@harbour-dental.example').personId,
    world.actor('tech@brightline.example').personId,
  ]
  await world.rows(
    `with g as (insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, approved_by, due_at)
        select provider_id, id, $2, 'full', '24h', now(), now() + interval '24 hours', 'active', $3, now() + interval '22 hours' from account where id = $1),
      r as (insert into access_request (provider_id, account_id, partner_id, requested_by, reason, scope, duration, state, lapses_at)
        select provider_id, id, $2, $4, 'x', 'full', '24h', 'pending', now() + interval '7 days' from account where id = $1)
      insert into session (provider_id, token_hash, person_id, branding_domain_id, expires_at, idle_seconds, address, user_agent)
        select p.provider_id, gen_random_uuid()::text, p.id, p.home_brand_id, now() + interval '7 days', 3600, '', '' from person p where p.id = $3`,
    values,
  )
  return async () => {
    const rows = await world.rows<{ line: string }>(
      `select state as line from access_grant where account_id = $1 union all select state from access_request where account_id = $1
        union all select action from event where account_id = $1 union all select kind from letter where account_id = $1
        union all select 'session' from session where person_id = $2 order by 1`,
      [id, values[2]],
    )
    return rows.map(row => row.line)
  }
}

test('a clock that is a year ahead writes nothing down, and the health stays what it was', async () => {
  const before = await passing()
  const [events] = await world.rows('select count(*) from event')
  await clock.set(year)
  for (let i = 0; i < 3; i++) {
    const answer = await sweep()
    expect(answer).toMatchObject({ status: 200, clockHeld: true, clockBack: 0 })
    expect(Math.round(Number(answer.clockApart) / hour)).toBe(year)
    expect(answer).not.toHaveProperty('expired')
    expect(answer).not.toHaveProperty('sealed')
  }
  expect(await before()).toEqual(['active', 'pending', 'session'])
  expect(await world.rows('select count(*) from event')).toEqual([events])
  expect(said).toHaveBeenCalledTimes(3)
  expect(said.mock.calls[0]?.[0]).toMatchObject({ alarm: true, held: true })
  const well = await health.GET()
  expect([well.status, await well.text()]).toEqual([200, '{"status":"ok"}'])
  // Right again: everything goes on as if nothing had been.
  await clock.set(0)
  said.mockClear()
  expect(await sweep()).toMatchObject({ status: 200, clockHeld: false, expired: 0, lapsed: 0 })
  expect(await before()).toEqual(['active', 'pending', 'session'])
  expect(said).not.toHaveBeenCalled()
})

test('a clock that went back is said so once, with how far, and the sweep goes on', async () => {
  await clock.set(-2)
  const answer = await sweep()
  expect(answer).toMatchObject({ status: 200, clockHeld: false, expired: 0, more: false })
  expect(Math.round(Number(answer.clockBack) / hour)).toBe(2)
  expect(await sweep()).toMatchObject({ clockBack: 0, clockHeld: false })
})

test('a clock that can’t be looked at is not believed', async () => {
  const before = await passing()
  await world.rows('alter table clock_watch rename to clock_watch_away')
  const answer = await sweep()
  await world.rows('alter table clock_watch_away rename to clock_watch')
  expect(answer).toMatchObject({ status: 503, error: 'not all could be done; it is tried again' })
  expect(answer).not.toHaveProperty('expired')
  expect(await before()).toEqual(['active', 'pending', 'session'])
})

test('a sweep notices a restore behind connections that a pooler kept, and tells the accounts', async () => {
  const before = await passing()
  await world.rows(`update portal_epoch set identity = identity || '{"timeline": "0"}'`)
  expect(await sweep()).toMatchObject({ status: 200, restored: 1, notTold: 0 })
  expect(said.mock.calls.map(call => call[1])).toEqual([
    'the database was restored from a backup: everybody is signed out',
  ])
  expect(await before()).toEqual([
    'active',
    'pending',
    'portal-restored',
    'portal-restored',
    'portal.restored',
  ])
  expect(await sweep()).toMatchObject({ restored: 0, rechecks: 0 })
})

test('a restore that a new connection met is in the log too, once', async () => {
  await world.rows(`update portal_epoch set identity = identity || '{"timeline": "0"}'`)
  await closePool()
  await watchAtStart()
  await watchAtStart()
  expect(said.mock.calls.map(call => call[1])).toEqual([
    'the database was restored from a backup: everybody is signed out',
  ])
})

test('the start looks at both, warns of a database that hides where it runs, and survives one that is away', async () => {
  await watchAtStart()
  expect([said.mock.calls, warned.mock.calls]).toEqual([[], []])
  const hide = 'revoke execute on function pg_control_system() from public'
  await world.rows(hide)
  await watchAtStart()
  await world.rows(hide.replace('revoke', 'grant').replace('from', 'to'))
  expect(warned.mock.calls.map(call => call[1])).toEqual([
    'the database hides where it runs: after a restore, run npm run restored',
  ])
  await world.rows('alter table portal_epoch rename to portal_epoch_away')
  await watchAtStart()
  await world.rows('alter table portal_epoch_away rename to portal_epoch')
  expect(said.mock.calls.map(call => call[1])).toEqual(['the database could not be looked at'])
})
