import { afterAll, expect, test } from 'vitest'
import { done, importWorld } from './testing-world.ts'

// Files about people who are somebody here already.

const { world, take, digest, close } = await importWorld()
afterAll(() => close())

const known = 'owner@depot.example'
const own = world.actor(known).name
const file = (name: string, role = 'technician') => ({
  people: [
    'email,name,kind,account,partner,modules,branding_domain',
    `${known},${name},partner-${role},,cedar-consulting,,northwind.localhost`,
    `${known},${name},portal-user,harbour-dental,,fax,northwind.localhost`,
  ].join('\n'),
})
const places = () =>
  world.rows<{ name: string; state: string }>(
    `select invited_name as name, case when activated_at is null then 'invited' else 'active' end as state from partner_staff s
        where removed_at is null and person_id = $1
      union all select invited_name, state from membership where account_id = $2 and person_id = $1`,
    [world.actor(known).personId, world.account('harbour-dental')],
  )
const person = async () => (await world.rows('select name from person where email = $1', [known]))[0]

test('somebody with a password is invited to a firm and an account by the name of the file, and keeps their own', async () => {
  expect(done(await take(file('D. Pot'))).counts.people).toMatchObject({ new: 2 })
  expect(await places()).toEqual([
    { name: 'D. Pot', state: 'invited' },
    { name: 'D. Pot', state: 'invited' },
  ])
  expect(await person()).toEqual({ name: own })
  const events = await world.rows(
    `select action, data->>'what' as what, data->>'email' as email, data->>'kind' as kind, to_state as "to" from event
      where action in ('staff.imported', 'membership.imported') order by id`,
  )
  expect(events).toEqual([
    { action: 'membership.imported', what: 'D. Pot', email: known, kind: 'portal-user', to: 'invited' },
    { action: 'staff.imported', what: 'D. Pot', email: known, kind: 'partner-technician', to: 'invited' },
  ])
})

test('another name in the file changes what they are called where they have not come in; the same changes nothing', async () => {
  const before = await digest()
  expect(done(await take(file('D. Pot'))).events).toBe(0)
  expect(await digest()).toEqual(before)
  const answer = done(await take(file('Dee Pot')))
  expect(answer.told.map(({ line, changes }) => [line, changes])).toEqual([
    [2, { name: ['D. Pot', 'Dee Pot'] }],
    [3, { name: ['D. Pot', 'Dee Pot'] }],
  ])
  expect((await places()).map(({ name }) => name)).toEqual(['Dee Pot', 'Dee Pot'])
  expect(await person()).toEqual({ name: own })
})

test('are written to once, when it is told to, also where they were taken in before without it', async () => {
  expect(done(await take(file('Dee Pot'), { invite: true })).letters).toBe(1)
  const [letter] = await world.rows(
    `select to_name as name, facts from letter where to_address = $1 and kind = 'activation'`,
    [known],
  )
  expect(letter).toEqual({
    name: 'Dee Pot',
    facts: { kind: 'partner-technician', place: 'Cedar Consulting' },
  })
  expect(done(await take(file('Dee Pot'), { invite: true })).letters).toBe(0)
})

test('who has come in goes by their own name, and a new role is theirs at once', async () => {
  await world.rows(
    `update partner_staff set activated_at = now(), invited_name = null where person_id = $1`,
    [world.actor(known).personId],
  )
  const answer = done(await take(file('Somebody Else', 'administrator')))
  expect(answer.told.map(({ line, changes }) => [line, changes])).toEqual([
    [2, { staffRole: ['technician', 'administrator'] }],
    [3, { name: ['Dee Pot', 'Somebody Else'] }],
  ])
  expect(await places()).toEqual([
    { name: null, state: 'active' },
    { name: 'Somebody Else', state: 'invited' },
  ])
  const [event] = await world.rows(
    `select data->>'what' as what, data->>'email' as email from event where action = 'staff.updated' order by id desc limit 1`,
  )
  expect(event).toEqual({ what: own, email: known })
})

test('what a technician asked for inside the firm lapses when the file makes them an administrator', async () => {
  const [staff] = await world.rows<{ id: string }>(
    `update partner_staff set role = 'technician' where person_id = $1 and removed_at is null returning id`,
    [world.actor(known).personId],
  )
  const [ask] = await world.rows<{ id: string }>(
    `with g as (insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by)
        select provider_id, id, $1, 'services', 'ongoing', now(), 'active', $2 from account where id = $3 returning *)
      insert into assignment_ask (provider_id, account_id, partner_id, grant_id, staff_id, reason)
        select provider_id, account_id, partner_id, id, $4, 'I know it.' from g returning id`,
    [
      world.partner('cedar-consulting'),
      world.actor(known).personId,
      world.account('harbour-dental'),
      staff?.id,
    ],
  )
  expect(done(await take(file('Somebody Else', 'administrator'))).events).toBe(2)
  const [is] = await world.rows('select state, version from assignment_ask where id = $1', [ask?.id])
  expect(is).toEqual({ state: 'lapsed', version: 2 })
  const [event] = await world.rows(
    `select action, actor_kind as by, account_id as account, data->>'whom' as whom, data->>'what' as what from event where subject_id = $1`,
    [ask?.id],
  )
  expect(event).toEqual({
    action: 'assignment-ask.lapsed',
    by: 'provider',
    account: null,
    whom: own,
    what: 'Harbour Dental',
  })
})
