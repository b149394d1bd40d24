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

const kept = { calls: 13, messages: 24 }

const nothing = {
  sessions: 0,
  tokens: 0,
  microsoft: 0,
  answers: 0,
  limits: 0,
  contacts: 0,
  contactGroups: 0,
  extensions: 0,
  logos: 0,
  serviceTemplates: 0,
  callRecords: 0,
  syncRuns: 0,
  backOfficeChanges: 0,
  faxes: 0,
  messages: 0,
  conversations: 0,
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
  await database.pool.query(
    `update sync_run set ended_at = clock_timestamp() - make_interval(days => case when account_id = (select id from account
      where slug = 'maple-logistics') then 91 else 89 end)`,
  )
  await database.pool.query(
    `insert into back_office_change (provider_id, account_id, kind, key, changes, state, settled_at)
      select provider_id, id, 'services', 'k' || days, '{}', case when days < 0 then 'waiting' else 'confirmed' end,
        case when days >= 0 then clock_timestamp() - make_interval(days => days) end
      from account, unnest('{-1, 89, 91}'::int[]) days where slug = 'maple-logistics'`,
  )
  const answers = await Promise.all([
    cleanUp(10_000, kept, database.pool),
    cleanUp(10_000, kept, database.pool),
  ])
  const sum = (kind: keyof (typeof answers)[0]) => answers[0][kind] + answers[1][kind]
  expect([sum('sessions'), sum('tokens'), sum('answers'), sum('limits')]).toEqual([2, 2, 2, 1])
  expect([sum('syncRuns'), sum('backOfficeChanges')]).toEqual([1, 1])
  for (const [table, left] of [
    ['session', 1],
    ['one_time_token', 1],
    ['form_answer', 2],
    ['rate_limit', 1],
  ] as const)
    expect(await count(table)).toBe(left)
  expect(await cleanUp(10_000, kept, database.pool)).toEqual(nothing)
})

test('a token that ran out today can still be explained', async () => {
  await behind(northwind, tx => makeTicket(tx, northwind, personId('owner@maple.example'), '/'))
  await database.pool.query(`update one_time_token set expires_at = clock_timestamp() - interval '2 hours'`)
  expect((await cleanUp(10_000, kept, database.pool)).tokens).toBe(0)
})

test('a way to Microsoft goes a day after its time is over', async () => {
  await database.pool.query(
    `insert into microsoft_flow (provider_id, branding_domain_id, token_hash, state_hash, purpose, next_path, leads_to, expires_at)
      select $1, $2, 'way ' || h, 'x', 'sign-in', '/', 'x', now() - h * interval '1 hour' from unnest(array[-1, 1, 25]) h`,
    [northwind.providerId, northwind.brandingDomainId],
  )
  expect((await cleanUp(10_000, kept, database.pool)).microsoft).toBe(1)
  expect(await count('microsoft_flow')).toBe(2)
})

test('removed contacts go after thirty days, files after one, call records when they are as old as is kept', async () => {
  await database.pool.query('delete from call_record')
  const of = `from account where slug = 'maple-logistics'`
  await database.pool.query(
    `insert into contact (provider_id, account_id, name, likeness, findable, reach, ended_at)
      select provider_id, id, 'n' || d, 'n' || d, 'n', '{}', now() - d * interval '1 day' from account, generate_series(29, 31) d where slug = 'maple-logistics'`,
  )
  await database.pool.query(
    `insert into contact_in_group (provider_id, account_id, contact_id, group_id)
      select c.provider_id, c.account_id, c.id, g.id from contact c join contact_group g on g.account_id = c.account_id where c.ended_at is not null`,
  )
  await database.pool.query(
    `insert into call_record (provider_id, account_id, record_id, kind, direction, from_number, to_number, own_key, other_key, started_at, result)
      select provider_id, id, 'm' || m, 'call', 'incoming', '1', '2', '2', '1', now() - m * interval '1 month', 'missed' from account, generate_series(2, 4) m where slug = 'maple-logistics'`,
  )
  await database.pool.query(
    `insert into csv_upload (provider_id, account_id, person_id, module, rows, row_count, faults, fault_count, created_at)
      select provider_id, id, $1, 'phonebook', '[]', 0, '[]', 0, now() - interval '25 hours' ${of}`,
    [personId('owner@maple.example')],
  )
  await database.pool.query(
    `insert into account_logo (provider_id, account_id, kind, content_type, content, width, height, ended_at)
      select provider_id, id, 'logo', 'image/png', 'x', 1, 1, now() - d * interval '1 day' from account, generate_series(29, 31) d
      where slug = 'harbour-dental'`,
  )
  await database.pool.query(
    `update service_template set ended_at = now() - case when name = 'Dispatch desk' then interval '31 days' else interval '29 days' end`,
  )
  const before = await count('contact_in_group')
  expect(await cleanUp(10_000, { calls: 3, messages: 3 }, database.pool)).toMatchObject({
    contacts: 2,
    logos: 2,
    serviceTemplates: 1,
    uploads: 1,
    callRecords: 2,
  })
  expect(await count('call_record')).toBe(1)
  expect((before ?? 0) - ((await count('contact_in_group')) ?? 0)).toBe(8)
})

test('messages and faxes go when they are as old as is kept, removed faxes after thirty days, documents with them', async () => {
  for (const table of ['sms_conversation', 'fax']) await database.pool.query(`delete from ${table}`)
  const [account] = (
    await database.pool.query<{ id: string; provider_id: string }>(
      `select id, provider_id from account where slug = 'maple-logistics'`,
    )
  ).rows
  const of = [account?.provider_id, account?.id]
  await database.pool.query(
    `with c as (insert into sms_conversation (provider_id, account_id, own_number, own_key, other_number, other_key, last_at, changed_at)
        select $1, $2, '1', '1', o, o, now(), now() - interval '2 days' from unnest(array['old', 'new']) o returning id, other_key)
      insert into sms_message (provider_id, account_id, conversation_id, direction, state, body, findable, at, created_at, own_number,
          own_key, other_number, other_key)
        select $1, $2, c.id, 'incoming', 'received', 'x', 'x', now(),
          now() - case when other_key = 'old' then interval '4 months' else interval '2 months' end, '1', '1', other_key, other_key from c`,
    of,
  )
  await database.pool.query(
    `with f as (insert into fax (provider_id, account_id, direction, state, pages, size, at, created_at, ended_at, own_number, own_key,
          other_number, other_key)
        select $1, $2, 'outgoing', state, 1, 1, now(), now() - age, now() - ended, '1', '1', '2', '2'
          from (values ('delivered', interval '1 day', null::interval), ('delivered', interval '4 months', null),
            ('queued', interval '4 months', null), ('failed', interval '2 months', interval '31 days'),
            ('failed', interval '2 months', interval '29 days')) v (state, age, ended) returning id)
      insert into fax_document (fax_id, provider_id, account_id, content) select id, $1, $2, 'x' from f`,
    of,
  )
  expect(await cleanUp(10_000, { calls: 13, messages: 3 }, database.pool)).toMatchObject({
    messages: 1,
    conversations: 1,
    faxes: 2,
  })
  expect([await count('sms_conversation'), await count('fax'), await count('fax_document')]).toEqual([
    1, 3, 3,
  ])
})
