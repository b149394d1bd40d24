import { afterAll, expect, test, vi } from 'vitest'
import { newWorld } from '#db/proof/world.ts'
import { settingsOn } from '#db/testing.ts'

const world = await newWorld()
const secret = 'the scheduler knows this and nobody else does'
// Settings are read once, so they stand before the route is loaded.
Object.assign(process.env, { ...settingsOn(world.database.url), CRON_SECRET: secret })
const afterwards: (() => unknown)[] = []
vi.mock('next/server', () => ({ after: (work: () => unknown) => afterwards.push(work) }))
const route = await import('./route.ts')
const { relaySoon } = await import('#app/_server/relay.ts')
const { closePool } = await import('#db/driver/pool.ts')

afterAll(async () => {
  await closePool()
  await world.close()
})

const call = (method: 'GET' | 'POST', authorization?: string, address = 'http://x.example/api/cron/grants') =>
  route[method](new Request(address, { method, headers: authorization ? { authorization } : {} }))

const due = async () => {
  const { id } = await world.newAccount()
  await world.rows(
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, approved_by, due_at)
      select provider_id, id, $2, 'full', '1h', now() - interval '2 hours', now() - interval '1 hour', 'active', $3, now() - interval '1 hour'
      from account where id = $1`,
    [id, world.partner('brightline-it'), world.actor('owner@harbour-dental.example').personId],
  )
  return async () =>
    (await world.rows<{ state: string }>('select state from access_grant where account_id = $1', [id]))[0]
      ?.state
}

test.each([
  ['no token', undefined],
  ['a wrong token', `Bearer ${secret}!`],
  ['what an unset secret would look like', 'Bearer undefined'],
  ['the bare secret', secret],
])('%s: 401, and nothing is swept', async (_, authorization) => {
  const state = await due()
  for (const method of ['GET', 'POST'] as const) {
    const answer = await call(method, authorization)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store'])
  }
  expect((await call('GET', undefined, `http://x.example/api/cron/grants?secret=${secret}`)).status).toBe(401)
  expect(await state()).toBe('active')
  expect(afterwards).toEqual([])
})

test('the scheduler: sweeps, seals, clears away and counts; twice and at once is safe', async () => {
  const state = await due()
  await world.rows(
    `insert into rate_limit (key, points, expire) select 'gone ' || n, 1, 1000 from generate_series(1, 2500) n`,
  )
  await world.rows(
    `insert into rate_limit (key, points, expire) values ('stays', 1, 4102444800000), ('forever', 1, null)`,
  )
  const form = `insert into form_answer (provider_id, key, input_hash, answer, created_at) values ($1, gen_random_uuid(), 'x', '{}', now() - $2::interval)`
  const provider = world.provider('northwind')
  await world.rows(form, [provider, '49 hours'])
  await world.rows(form, [provider, '47 hours'])
  const answers = await Promise.all([call('GET', `Bearer ${secret}`), call('POST', `Bearer ${secret}`)])
  expect(answers.map(answer => [answer.status, answer.headers.get('cache-control')])).toEqual([
    [200, 'no-store'],
    [200, 'no-store'],
  ])
  const counts = await Promise.all(answers.map(answer => answer.json()))
  const sum = (key: string) => counts.reduce((all, one) => all + one[key], 0)
  // Five are due: one of this test, four that were refused above.
  expect([sum('expired'), sum('setAside'), sum('limits'), sum('answers')]).toEqual([5, 0, 2500, 1])
  expect(sum('sealed')).toBeGreaterThan(0)
  expect(await state()).toBe('expired')
  expect(await world.rows('select key from rate_limit order by 1')).toEqual([
    { key: 'forever' },
    { key: 'stays' },
  ])
  expect(await world.rows('select 1 from form_answer')).toHaveLength(1)
  const events = await world.rows(
    `select 1 from event where action = 'grant.expired' and at > now() - interval '1 hour'`,
  )
  expect(events).toHaveLength(5)
  expect(afterwards).toEqual([relaySoon, relaySoon])
  expect(await (await call('GET', `Bearer ${secret}`)).json()).toMatchObject({
    expired: 0,
    lapsed: 0,
    limits: 0,
    more: false,
  })
})

test('one part that fails keeps no other from its work, and the scheduler hears of it', async () => {
  const state = await due()
  await world.rows('alter table form_answer rename to form_answer_away')
  const answer = await call('GET', `Bearer ${secret}`)
  await world.rows('alter table form_answer_away rename to form_answer')
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ expired: 1, error: 'not all could be done; it is tried again' })
  expect(await state()).toBe('expired')
})
