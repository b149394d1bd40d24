import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { writing } from '../client.ts'
import { codeOf } from '../faults.ts'
import { freshDatabase } from '../testing.ts'
import { sealHistory, verifyHistory } from './seal.ts'

const { pool, close } = await freshDatabase()
afterAll(close)

const provider = '6f1c1f3e-1d3b-4a56-9a94-3a6c4f1f0001'
const seal = (limit = 1000) => writing({ role: 'worker' }, tx => sealHistory(tx, limit), pool)
const verify = (asked: { from?: string; limit?: number } = {}) =>
  writing({ role: 'worker' }, tx => verifyHistory(tx, asked), pool)

/** Events with these ids, written so many minutes ago. */
async function wrote(ids: readonly number[], minutes: number) {
  await pool.query(
    `insert into event (id, provider_id, at, actor_name, actor_firm, actor_kind, action, data)
      overriding system value
      select i, $2, now() - make_interval(mins => $3), 'A', 'F', 'account', 'service.updated', '{"what":"x","changes":{"label":["a","b"]}}'
      from unnest($1::int[]) i`,
    [ids, provider, minutes],
  )
}

/** What only the owner of the database can do. */
async function tamper(text: string) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('alter table event disable trigger event_is_append_only')
    await client.query(text)
    await client.query('alter table event enable trigger event_is_append_only')
    await client.query('commit')
  } finally {
    client.release()
  }
}

beforeEach(async () => {
  await tamper('delete from event')
  await pool.query('delete from event_seal')
})

describe('sealing', () => {
  test('covers every event once, in batches, each chained to the one before', async () => {
    await wrote([1, 2, 3, 4, 5], 30)
    expect(await seal(2)).toMatchObject({ sealed: 2, last: '2' })
    expect(await seal(2)).toMatchObject({ sealed: 2, last: '4' })
    expect(await seal(2)).toMatchObject({ sealed: 1, last: '5' })
    expect(await seal(2)).toMatchObject({ sealed: 0, last: '5' })
    const { rows } = await pool.query(
      'select last::int, count::int, length(hash) as n from event_seal order by last',
    )
    expect(rows).toEqual([
      { last: 2, count: 2, n: 64 },
      { last: 4, count: 2, n: 64 },
      { last: 5, count: 1, n: 64 },
    ])
    expect(await verify()).toMatchObject({ seals: 3, events: 5, broken: [] })
  })

  test('an empty history has no seal', async () => {
    expect(await seal()).toEqual({ sealed: 0, last: null, hash: null })
    expect(await verify()).toEqual({ seals: 0, events: 0, broken: [], next: null })
  })

  test('waits a minute for what was just written', async () => {
    await wrote([1, 2], 30)
    await wrote([3], 0)
    expect(await seal()).toMatchObject({ sealed: 2, last: '2' })
  })

  test('waits at a gap, since a lower id may still be committed, and passes it once that is out of the question', async () => {
    await wrote([1, 2, 4], 5)
    expect(await seal()).toMatchObject({ sealed: 2, last: '2' })
    await wrote([3], 5)
    expect(await seal()).toMatchObject({ sealed: 2, last: '4' })
    await wrote([9], 20)
    expect(await seal()).toMatchObject({ sealed: 1, last: '9' })
    expect((await verify()).broken).toEqual([])
  })

  test('two at once make one seal', async () => {
    await wrote([1, 2, 3], 30)
    const both = await Promise.all([seal(), seal()])
    expect(both.map(one => one.sealed).toSorted()).toEqual([0, 3])
    expect((await verify()).broken).toEqual([])
  })

  test('with nothing more to seal, the newest is told: by number, not by its digits', async () => {
    await wrote([8, 9, 10, 11], 30)
    await seal(2)
    const newest = await seal(2)
    expect(newest).toMatchObject({ sealed: 2, last: '11' })
    expect(await seal()).toEqual({ ...newest, sealed: 0 })
  })

  test('does not depend on how a session writes time and numbers', async () => {
    await wrote([1, 2], 30)
    await seal()
    const found = await writing(
      { role: 'worker' },
      async tx => {
        await tx.$client.query(
          `set local timezone = 'Asia/Kolkata'; set local datestyle = 'german'; set local extra_float_digits = 0`,
        )
        return verifyHistory(tx)
      },
      pool,
    )
    expect(found.broken).toEqual([])
  })
})

describe('verifying', () => {
  beforeEach(async () => {
    await wrote([1, 2, 3, 4, 5, 6], 30)
    await seal(2)
    await seal(2)
    await seal(2)
  })

  const broken = async () =>
    (await verify()).broken.map(({ after, last, expected, found }) => [after, last, expected, found])

  test.each([
    ['provider_id', `'6f1c1f3e-1d3b-4a56-9a94-3a6c4f1f0002'`],
    ['account_id', 'gen_random_uuid()'],
    ['partner_id', 'gen_random_uuid()'],
    ['at', `at + interval '1 microsecond'`],
    ['actor_id', 'gen_random_uuid()'],
    ['actor_name', `'B'`],
    ['actor_firm', `''`],
    ['actor_kind', `'provider'`],
    ['action', `'grant.revoked'`],
    ['subject_id', 'gen_random_uuid()'],
    ['from_state', `''`],
    ['to_state', `''`],
    ['reason', `'because'`],
    ['address', `'192.0.2.1'`],
    ['data', `'{"what":"y"}'`],
  ])('finds an edited %s, and only its range', async (column, value) => {
    await tamper(`update event set ${column} = ${value} where id = 3`)
    expect(await broken()).toEqual([['2', '4', 2, 2]])
  })

  test('finds a row that is missing', async () => {
    await tamper('delete from event where id = 4')
    expect(await broken()).toEqual([['2', '4', 2, 1]])
  })

  test('finds a seal that was taken out or changed', async () => {
    await pool.query('delete from event_seal where last = 4')
    expect(await broken()).toEqual([['2', '6', 2, 4]])
    await pool.query(`update event_seal set hash = repeat('0', 64) where last = 2`)
    expect((await broken()).map(([, last]) => last)).toEqual(['2', '6'])
  })

  test('goes through a long history in parts', async () => {
    await tamper(`update event set reason = 'x' where id = 5`)
    const first = await verify({ limit: 2 })
    expect(first).toMatchObject({ seals: 2, broken: [], next: '4' })
    const second = await verify({ limit: 2, from: first.next ?? '' })
    expect(second).toMatchObject({ seals: 1, next: null })
    expect(second.broken).toHaveLength(1)
  })
})

describe.each(['app', 'worker'] as const)('the portal’s own role %s', role => {
  const wall = role === 'app' ? ({ role, providerId: provider } as const) : ({ role } as const)
  test.each([
    `update event set reason = 'x'`,
    'delete from event',
    'truncate event',
    `update event_seal set hash = ''`,
    'delete from event_seal',
    'alter table event disable trigger event_is_append_only',
  ])('can’t %s', async text => {
    await wrote([1], 30)
    await seal()
    const tried = writing(wall, tx => tx.$client.query(text), pool)
    expect(codeOf(await tried.catch((error: unknown) => error))).toBe('42501')
    expect((await verify()).broken).toEqual([])
  })
})
