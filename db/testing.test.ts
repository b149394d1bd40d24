import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from './testing.ts'

const made = await Promise.all([freshDatabase(), freshDatabase()])
afterAll(() => Promise.all(made.map(database => database.close())))

test('two files never share a database, and both are migrated', async () => {
  const [one, two] = made
  if (!one || !two) throw new Error('not made')
  await one.pool.query(`insert into rate_limit (key) values ('mine')`)
  const seen = await two.pool.query('select key from rate_limit')
  expect(one.url).not.toBe(two.url)
  expect(seen.rows).toEqual([])
})

test('a server elsewhere is refused', async () => {
  const here = process.env.TEST_DATABASE_URL
  process.env.TEST_DATABASE_URL = 'postgres://somebody@db.example.com/live'
  try {
    await expect(freshDatabase()).rejects.toThrow('db.example.com is not this machine')
  } finally {
    process.env.TEST_DATABASE_URL = here
  }
})
