import { afterAll, expect, test } from 'vitest'
import { type Bucket, passwordBuckets } from '#lib/sign-in/limits.ts'
import { freshDatabase, poolOn } from '../testing.ts'
import { countTry, giveBack } from './limits.ts'

const database = await freshDatabase()
/** Another server of the same deployment. */
const elsewhere = poolOn(database.url, { max: 10 })
afterAll(async () => {
  await elsewhere.end()
  await database.close()
})

const bucket = (key: string, points = 6): Bucket => ({ key, points, seconds: 600 })

test('of 60 tries at once over two servers exactly as many go on as the bucket has', async () => {
  const waits = await Promise.all(
    Array.from({ length: 60 }, (_, i) => countTry([bucket('race')], i % 2 ? elsewhere : database.pool)),
  )
  expect(waits.filter(wait => wait === 0)).toHaveLength(6)
  expect(waits.filter(wait => wait > 590 && wait <= 600)).toHaveLength(54)
})

test('the wait ends by itself, and is said in seconds', async () => {
  const one = bucket('short', 1)
  expect(await countTry([one], database.pool)).toBe(0)
  expect(await countTry([one], database.pool)).toBeGreaterThan(0)
  await database.pool.query(`update rate_limit set expire = expire - 600000 where key = 'short'`)
  expect(await countTry([one], elsewhere)).toBe(0)
})

test('a right try is given back', async () => {
  const one = bucket('right', 2)
  for (let i = 0; i < 10; i++) {
    expect(await countTry([one], database.pool)).toBe(0)
    await giveBack([one], elsewhere)
  }
})

test('a try that the first bucket refuses is not counted against the others', async () => {
  const buckets = [bucket('narrow', 1), bucket('wide', 50)]
  for (let i = 0; i < 5; i++) await countTry(buckets, database.pool)
  const row = await database.pool.query<{ points: number }>(
    `select points from rate_limit where key = 'wide'`,
  )
  expect(row.rows[0]?.points).toBe(1)
})

test('one attacker does not hold up the person they attack', async () => {
  const victim = { providerId: 'p', email: 'owner@example.com', known: false }
  const attack = passwordBuckets({ ...victim, client: '203.0.113.66' })
  for (let i = 0; i < 100; i++) await countTry(attack, database.pool)
  expect(await countTry(attack, database.pool)).toBeGreaterThan(0)
  expect(await countTry(passwordBuckets({ ...victim, client: '198.51.100.5' }), elsewhere)).toBe(0)
})

/** One client's wrong tries over a day: each minute a few, each on another address, as fast as the moments allow. */
async function spray(client: string, tries: number, pool = database.pool) {
  let went = 0
  for (let i = 0; i < tries; i++) {
    const stranger = { providerId: 'p', email: `person${i}@example.com`, client, known: false }
    const day = passwordBuckets(stranger).at(-1)?.key
    if ((await countTry(passwordBuckets(stranger), i % 2 ? elsewhere : pool)) === 0) went += 1
    // Ten minutes pass, for all that is counted by the moment; the day goes on.
    if (i % 10 === 9) await pool.query('update rate_limit set expire = 1 where key <> $1', [day])
  }
  return went
}

test('one password on many addresses, slowly, comes to an end for the day; the next client is not held up', async () => {
  expect(await spray('203.0.113.70', 240)).toBe(200)
  const next = { providerId: 'p', email: 'person1@example.com', known: false }
  const wait = await countTry(passwordBuckets({ ...next, client: '203.0.113.70' }), elsewhere)
  expect(wait).toBeGreaterThan(86_000)
  expect(await countTry(passwordBuckets({ ...next, client: '203.0.113.71' }), elsewhere)).toBe(0)
  const known = passwordBuckets({ ...next, client: '203.0.113.70', known: true })
  expect(await countTry(known, database.pool), 'a browser that knows the person has tries of its own').toBe(0)
})

test('a right password costs an office nothing of its day', async () => {
  for (let i = 0; i < 250; i++) {
    const colleague = {
      providerId: 'p',
      email: `colleague${i}@example.com`,
      client: '203.0.113.80',
      known: false,
    }
    expect(await countTry(passwordBuckets(colleague), database.pool)).toBe(0)
    await giveBack(passwordBuckets(colleague), elsewhere)
  }
})

test('a client that is unknown has a smaller day', async () => {
  expect(await spray('', 120)).toBe(100)
})

test('many attackers hold up strangers only, never the browser that knows the person', async () => {
  const victim = { providerId: 'p', email: 'desk@example.com', client: '198.51.100.5' }
  for (let i = 0; i < 20; i++) {
    const attack = passwordBuckets({ ...victim, client: `203.0.113.${i}`, known: false })
    for (let j = 0; j < 6; j++) await countTry(attack, database.pool)
  }
  expect(await countTry(passwordBuckets({ ...victim, known: false }), database.pool)).toBeGreaterThan(0)
  expect(await countTry(passwordBuckets({ ...victim, known: true }), database.pool)).toBe(0)
})

test('a database that is gone lets nobody on', async () => {
  const gone = poolOn('postgres://nobody@127.0.0.1:1/none')
  await expect(countTry([bucket('x')], gone)).rejects.toThrow()
  await gone.end()
})
