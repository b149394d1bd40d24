import { once } from 'node:events'
import { createServer } from 'node:net'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { codeOf, constraintOf, isBusy, isLost } from '../faults.ts'
import { freshDatabase, poolOn } from '../testing.ts'
import { addressOf } from './driver.ts'

const database = await freshDatabase()
const pool = poolOn(database.url, { max: 4 })
const plain = new pg.Client({ connectionString: database.url })
await plain.connect()
afterAll(async () => {
  await plain.end()
  await pool.end()
  await database.close()
})

const named = {
  DATABASE_URL: 'postgres://u@h/d',
  POSTGRES_URL: 'postgres://u@h-pooler.x/d',
  POSTGRES_PROXY: '127.0.0.1:1',
}

test('the setting says which driver it is; DATABASE_URL comes first', () => {
  expect(addressOf(named)).toEqual({ driver: 'node-postgres', url: named.DATABASE_URL })
  expect(addressOf({ ...named, DATABASE_URL: undefined })).toEqual({
    driver: 'serverless',
    url: named.POSTGRES_URL,
    proxy: named.POSTGRES_PROXY,
  })
})

test('values come as node-postgres gives them', async () => {
  const text = `select 1::int4, 2::int8, 3.50::numeric, 0.5::float8, true, null::text, 'é’🙂' as text, '\\x00ff80'::bytea,
    array['\\x01'::bytea] as pieces, '{"a": [1, null]}'::jsonb, array['a,b', null] as list, array[1, 2] as numbers,
    timestamptz '2026-11-30 12:00:00.123456+00', date '2026-11-30', interval '1 day 2 hours', '{}'::text[] as none`
  const [ours, theirs] = await Promise.all([pool.query(text), plain.query(text)])
  expect(ours.rows).toEqual(theirs.rows)
  expect(Buffer.isBuffer(ours.rows[0]?.bytea)).toBe(true)
})

test('and go as it takes them', async () => {
  const values = [
    1,
    '2',
    true,
    null,
    'é’🙂',
    Buffer.from([0, 255]),
    [Buffer.from([1])],
    { a: [1] },
    ['a,"b"', null],
    new Date(0),
  ]
  const text = `select $1::int4::text a, $2::int8::text b, $3::boolean::text c, $4::text d, $5::text e, $6::bytea::text f,
    $7::bytea[]::text g, $8::jsonb::text h, $9::text[]::text i, $10::timestamptz::text j`
  const [ours, theirs] = await Promise.all([pool.query(text, values), plain.query(text, values)])
  expect(ours.rows).toEqual(theirs.rows)
})

describe('a fault means the same by either driver', () => {
  const failed = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: unknown) => error,
    )

  test('what the server refuses has its code and its constraint', async () => {
    const twice = await failed(pool.query(`insert into rate_limit (key) values ('one'), ('one')`))
    expect([codeOf(twice), constraintOf(twice), isBusy(twice), isLost(twice)]).toEqual([
      '23505',
      'rate_limit_pkey',
      false,
      false,
    ])
  })

  test('what takes too long is busy', async () => {
    const slow = await failed(pool.query(`set statement_timeout = 20; select pg_sleep(5)`))
    expect([codeOf(slow), isBusy(slow), isLost(slow)]).toEqual(['57014', true, false])
  })

  test('a connection that is ended on the way is lost', async () => {
    const client = await pool.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const asked = failed(client.query('select pg_sleep(60)'))
    await plain.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    expect(isLost(await asked)).toBe(true)
    const later = await failed(client.query('select 1'))
    expect(isBusy(later)).toBe(true)
    client.release(true)
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })

  test('a wrong password is not busy', async () => {
    const url = new URL(database.url)
    url.password = 'wrong'
    const stranger = poolOn(url.href)
    const refused = await failed(stranger.query('select 1'))
    expect([codeOf(refused), isBusy(refused)]).toEqual(['28P01', false])
    await stranger.end()
  })

  test('a server that is not there is busy, and nothing is lost', async () => {
    const url = new URL(database.url)
    const server = createServer()
    await once(server.listen(0, '127.0.0.1'), 'listening')
    url.port = String((server.address() as { port: number }).port)
    server.close()
    const nowhere = poolOn(url.href)
    const unreached = await failed(nowhere.query('select 1'))
    expect(unreached).toBeInstanceOf(Error)
    expect([isBusy(unreached), isLost(unreached)]).toEqual([true, false])
    await nowhere.end()
  })

  test('whoever waits gets a connection once one that went away is given back', async () => {
    const narrow = poolOn(database.url)
    const client = await narrow.connect()
    const waiting = narrow.query('select 1 as one')
    const ended = new Promise(resolve => client.once('end', resolve))
    await plain.query('select pg_terminate_backend(pid) from pg_stat_activity where pid = $1', [
      (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid,
    ])
    await ended
    client.release(true)
    expect((await waiting).rows).toEqual([{ one: 1 }])
    await narrow.end()
  })
})
