import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { startDatabaseProxy } from '#scripts/database-proxy.ts'
import { reading } from '../client.ts'
import { isBusy, isLost } from '../faults.ts'
import { freshDatabase } from '../testing.ts'
import { openPool } from './driver.ts'

// The serverless driver whatever else the run is about: what its WebSocket does when the way itself breaks.

const database = await freshDatabase()
const url = new URL(database.url)
url.hostname = 'localhost'
afterAll(() => database.close())

const failed = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => error,
  )

test('a way that breaks in the midst of a transaction: lost; and that is not there any more: busy', async () => {
  const proxy = await startDatabaseProxy([`localhost:${url.port}`])
  const pool = openPool({ driver: 'serverless', url: url.href, proxy: proxy.address }, { max: 1 })
  const broken = await failed(
    reading(
      { role: 'worker' },
      async tx => {
        const asked = tx.$client.query('select pg_sleep(60)')
        await proxy.close()
        return asked
      },
      pool,
    ),
  )
  expect(broken).toBeInstanceOf(Error)
  expect(isLost(broken)).toBe(true)
  const later = await failed(pool.query('select 1'))
  expect(later).toMatchObject({
    code: 'ECONNREFUSED',
    message: expect.stringContaining('could not be opened'),
  })
  expect([isBusy(later), isLost(later)]).toEqual([true, false])
  await pool.end()
})

test('an idle connection whose way breaks harms nobody', async () => {
  const proxy = await startDatabaseProxy([`localhost:${url.port}`])
  const pool = openPool({ driver: 'serverless', url: url.href, proxy: proxy.address }, { max: 1 })
  await pool.query('select 1')
  const heard = once(pool, 'error')
  await proxy.close()
  expect((await heard)[0]).toBeInstanceOf(Error)
  await expect.poll(() => pool.totalCount).toBe(0)
  await pool.end()
})

test('what is asked in one turn, however large, arrives whole', async () => {
  const proxy = await startDatabaseProxy([`localhost:${url.port}`])
  const pool = openPool({ driver: 'serverless', url: url.href, proxy: proxy.address }, { max: 1 })
  const text = 'é'.repeat(3_000_000)
  const { rows } = await pool.query<{ n: number }>('select length($1::text) as n', [text])
  expect(rows).toEqual([{ n: 3_000_000 }])
  const { rows: many } = await pool.query<{ n: number }>('select n from generate_series(1, 100000) n')
  expect(many.length).toBe(100_000)
  await pool.end()
  await proxy.close()
})
