import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { type FreshDatabase, freshDatabase } from './testing.ts'

let database: FreshDatabase
const folder = mkdtempSync(join(tmpdir(), 'latchkey-migrations-'))

beforeAll(async () => {
  database = await freshDatabase()
  await database.pool.query('create table in_use (id integer); insert into in_use values (1)')
  mkdirSync(join(folder, 'meta'))
  const entry = { idx: 0, version: '7', when: 4_102_444_800_000, tag: '0000_widen', breakpoints: true }
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries: [entry] }),
  )
  writeFileSync(
    join(folder, '0000_widen.sql'),
    'create table beside (id integer);\n--> statement-breakpoint\nalter table in_use add column more text;',
  )
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

const columns = async () =>
  (await database.pool.query(`select from information_schema.columns where table_name = 'in_use'`)).rowCount

test('a table in use is not waited for: everything is undone and tried again, and nobody waits behind it', async () => {
  const reader = new pg.Client({ connectionString: database.url })
  await reader.connect()
  await reader.query('begin')
  await reader.query('select * from in_use')
  await expect(migrate(database.url, { folder, lockTimeout: 50, tries: 2 })).rejects.toThrow()
  expect(await columns()).toBe(1)
  expect((await database.pool.query(`select to_regclass('beside') as it`)).rows[0].it).toBeNull()

  const servers = Array.from({ length: 4 }, () =>
    migrate(database.url, { folder, lockTimeout: 100, tries: 100 }),
  )
  const waits: number[] = []
  for (let i = 0; i < 20; i += 1) {
    const begun = performance.now()
    await database.pool.query('select * from in_use')
    waits.push(performance.now() - begun)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  await reader.query('commit')
  // Run twice, the statement that makes a table would fail.
  await Promise.all(servers)
  expect(await columns()).toBe(2)
  expect(Math.max(...waits), 'longest wait of a reader, in milliseconds').toBeLessThan(1_000)
  await reader.end()
})

test('what is wrong with a migration itself is told at once', async () => {
  writeFileSync(join(folder, '0000_widen.sql'), 'alter table nowhere add column more text;')
  const fresh = await freshDatabase()
  const begun = performance.now()
  await expect(migrate(fresh.url, { folder })).rejects.toThrow()
  expect(performance.now() - begun).toBeLessThan(5_000)
  await fresh.close()
})
