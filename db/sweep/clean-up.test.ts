import { afterAll, expect, test } from 'vitest'
import { beginSession } from '../sign-in/session.ts'
import { signInGround } from '../sign-in/testing-people.ts'
import { makeTicket } from '../sign-in/token.ts'
import { cleanUp } from './clean-up.ts'

const ground = await signInGround()
const { database, behind, personId } = ground
afterAll(() => database.close())

const northwind = ground.place('northwind')
const from = { address: '', userAgent: '' }
const count = async (table: string) =>
  (await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n

const nothing = {
  sessions: 0,
  tokens: 0,
  answers: 0,
  limits: 0,
  contacts: 0,
  contactGroups: 0,
  callRecords: 0,
  uploads: 0,
}

test('what time has ended is forgotten, and nothing that still means something', async () => {
  const id = personId('owner@maple.example')
  await behind(northwind, async tx => {
    for (let i = 0; i < 3; i++) await beginSession(tx, northwind, id, from)
    for (let i = 0; i < 3; i++) await makeTicket(tx, northwind, id, '/')
  })
  const aged = (table: string, hours: number) =>
    database.pool.query(
      `update ${table} set expires_at = clock_timestamp() - make_interval(hours => $1)
        where id in (select id from ${table} order by id limit 2)`,
      [hours],
    )
  await aged('session', 1)
  await aged('one_time_token', 25)
  await database.pool.query(
    `insert into form_answer (provider_id, key, input_hash, answer, created_at)
      select $1, gen_random_uuid(), 'x', '{}', now() - days * interval '1 day' from generate_series(0, 3) days`,
    [northwind.providerId],
  )
  await database.pool.query(
    `insert into rate_limit (key, points, expire) values ('old', 1, 1000), ('new', 1, extract(epoch from now()) * 1000 + 60000)`,
  )
  const answers = await Promise.all([cleanUp(10_000, 13, database.pool), cleanUp(10_000, 13, database.pool)])
  const sum = (kind: keyof (typeof answers)[0]) => answers[0][kind] + answers[1][kind]
  expect([sum('sessions'), sum('tokens'), sum('answers'), sum('limits')]).toEqual([2, 2, 2, 1])
  for (const [table, left] of [
    ['session', 1],
    ['one_time_token', 1],
    ['form_answer', 2],
    ['rate_limit', 1],
  ] as const)
    expect(await count(table)).toBe(left)
  expect(await cleanUp(10_000, 13, database.pool)).toEqual(nothing)
})

test('a token that ran out today can still be explained', async () => {
  await behind(northwind, tx => makeTicket(tx, northwind, personId('owner@maple.example'), '/'))
  await database.pool.query(`update one_time_token set expires_at = clock_timestamp() - interval '2 hours'`)
  expect((await cleanUp(10_000, 13, database.pool)).tokens).toBe(0)
})
