import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { csvInBatches } from '../csv/file.ts'
import { newWorld } from '../proof/world.ts'
import { settingsOn } from '../testing.ts'

const world = await newWorld()
const url = new URL(world.database.url)
url.searchParams.set('application_name', 'portal')
Object.assign(process.env, settingsOn(url.href), { DATABASE_POOL: '2' })
const { closePool, getPool, ownPool } = await import('./pool.ts')
afterAll(async () => {
  await closePool()
  await world.close()
})

/** How many connections of the portal's the server sees. */
const open = async () =>
  (
    await world.rows<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where application_name = 'portal'`,
    )
  )[0]?.n
const backend = async () =>
  (await getPool().query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid

beforeEach(async () => {
  await closePool()
  await expect.poll(open).toBe(0)
})

test('outside a scope there is one pool, which outlives its use', async () => {
  const pool = getPool()
  await backend()
  expect(getPool()).toBe(pool)
  expect(await open()).toBe(1)
  await closePool()
  expect(getPool()).not.toBe(pool)
})

test('two scopes at once have two pools, neither of them the process’s; once they are closed nothing is open', async () => {
  const outside = await backend()
  const [one, two] = [ownPool(), ownPool()]
  const work = async () => {
    const first = await backend()
    // What is begun later, and by a timer, belongs to the same scope.
    await pause(1)
    return [first, await backend()]
  }
  const [[a, again], [b]] = await Promise.all([one.run(work), two.run(work)])
  expect(again).toBe(a)
  expect(new Set([outside, a, b]).size).toBe(3)
  expect(one.run(getPool)).not.toBe(two.run(getPool))
  await Promise.all([one.close(), two.close()])
  await expect.poll(open).toBe(1)
  expect(await backend(), 'the process’s own is as it was').toBe(outside)
})

test('a scope that asked nothing has opened nothing', async () => {
  const own = ownPool()
  expect(own.run(() => 'an answer')).toBe('an answer')
  expect(await open()).toBe(0)
  await own.close()
})

test('its end waits for those who hold a connection, and for those who wait for one', async () => {
  const own = ownPool()
  const asked = own.run(() =>
    Promise.all(
      Array.from({ length: 7 }, () =>
        getPool()
          .query('select pg_sleep(0.05)')
          .then(({ rowCount }) => rowCount),
      ),
    ),
  )
  await own.close()
  expect(await asked).toEqual(Array(7).fill(1))
  await expect.poll(open).toBe(0)
})

test('its end does not stumble over a connection that went away', async () => {
  const own = ownPool()
  const pid = await own.run(backend)
  await world.rows('select pg_terminate_backend($1)', [pid])
  await own.close()
  await expect.poll(open).toBe(0)
})

test('its end does not wait for one that broke off while it was held', async () => {
  const own = ownPool()
  const client = await own.run(() => getPool().connect())
  await client.query('begin')
  const closed = own.close()
  await world.rows(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'portal'`)
  await expect.poll(open).toBe(0)
  await client.query('select 1').catch(() => {})
  client.release(true)
  await closed
})

test('whoever asks after its end is told, and opens nothing', async () => {
  const own = ownPool()
  await own.run(backend)
  await own.close()
  expect(() => own.run(getPool)).toThrow('the pool of this request is closed')
  await own.close()
  await expect.poll(open).toBe(0)
})

test('a file that is begun in a scope is read from its pool, wherever it is read', async () => {
  const own = ownPool()
  const actor = world.actor('owner@harbour-dental.example')
  const file = own.run(() => csvInBatches({ actor, zone: 'UTC', ended: 'over', batch: async () => null }))
  const { value } = await file.next()
  expect(Buffer.from(value ?? []).toString()).toContain('over')
  expect(await open()).toBe(1)
  await own.close()
  await expect.poll(open, { message: 'the process’s pool was not asked' }).toBe(0)
})
