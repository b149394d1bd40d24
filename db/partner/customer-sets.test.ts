import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reading } from '../client.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { accountsOf, customerCounts, customerFilters, endFilters } from './customer-sets.ts'

const [tech, firm] = ['tech@brightline.example', 'brightline-it']
let world: World
let made: NewAccount

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  made = await world.newAccount()
})

/** Gives the firm access as it stands in a row: ending in so many hours, or without an end. */
async function given(
  hours: number | null,
  { state = 'active', on = made.id, clients = false } = {},
): Promise<void> {
  await world.rows(
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, approved_by, reaches_clients, ended_at)
      select provider_id, id, $2, 'read-only', 'ongoing', now() - interval '1 hour', now() + make_interval(hours => $3), $4, $5, $6,
        case when $4 in ('scheduled', 'active', 'suspended') then null else now() end from account where id = $1`,
    [on, world.partner(firm), hours, state, world.actor('owner@harbour-dental.example').personId, clients],
  )
}

const staffId = async () =>
  (
    await world.rows<{ id: string }>(
      'select s.id from partner_staff s join person p on p.id = s.person_id where p.email = $1',
      [tech],
    )
  )[0]?.id ?? ''

/** Under which spans an account stands. */
async function spansOf(accountId = made.id, role = 'administrator'): Promise<readonly string[]> {
  const reader = [world.partner(firm), await staffId(), role]
  const met = await Promise.all(
    endFilters.map(async filter => {
      const rows = await world.rows<{ account_id: string }>(accountsOf[filter], reader)
      return rows.filter(row => row.account_id === accountId).map(() => filter)
    }),
  )
  return met.flat()
}

test.each([
  [[], []],
  [[-1], []],
  [[23], ['today']],
  [[25], ['week']],
  [[167], ['week']],
  [[169], ['month']],
  [[719], ['month']],
  [[721], ['later']],
  [[null], ['ongoing']],
])('accesses that end in %j hours: under %j', async (hours, spans) => {
  for (const one of hours) await given(one)
  expect(await spansOf()).toEqual(spans)
})

test.each([
  [[800, 23], 'today'],
  [[null, 100], 'week'],
  [[-5, 800, null], 'later'],
  [[-5, null, null], 'ongoing'],
  [[300, 300, 301], 'month'],
])(
  'of several (%j hours) the one that ends first decides, and the account stands once: %s',
  async (hours, span) => {
    for (const one of hours) await given(one)
    expect(await spansOf()).toEqual([span])
  },
)

test('what is suspended or has not begun ends all the same; what has ended does not', async () => {
  await given(100, { state: 'suspended' })
  await given(20, { state: 'revoked' })
  expect(await spansOf()).toEqual(['week'])
  await given(20, { state: 'scheduled' })
  expect(await spansOf()).toEqual(['today'])
})

test('what comes from the parent account counts beside the client’s own, once', async () => {
  const client = await world.newAccount()
  await world.rows('update account set parent_id = $1 where id = $2', [made.id, client.id])
  await given(null, { on: client.id })
  await given(100, { clients: true })
  expect(await spansOf(client.id)).toEqual(['week'])
  await world.rows(
    `insert into client_exclusion (provider_id, account_id, partner_id, excluded_by) select provider_id, id, $2, $3 from account where id = $1`,
    [client.id, world.partner(firm), world.actor(tech).personId],
  )
  expect(await spansOf(client.id)).toEqual(['ongoing'])
})

test('to a technician ends what they are assigned, where that is before the access', async () => {
  await given(800)
  await world.rows(
    `insert into assignment (provider_id, account_id, grant_id, partner_id, staff_id, ends_at, assigned_by)
      select provider_id, account_id, id, partner_id, $2, now() + interval '20 hours', approved_by from access_grant where account_id = $1`,
    [made.id, await staffId()],
  )
  expect([await spansOf(), await spansOf(made.id, 'technician')]).toEqual([['later'], ['today']])
  await world.rows('update assignment set ended_at = now() where account_id = $1', [made.id])
  expect(await spansOf(made.id, 'technician')).toEqual(['later'])
})

test('a client account where the firm has worked stays in its list once it is out of reach', async () => {
  const client = await world.newAccount()
  await world.rows('delete from channel_relationship where account_id = $1', [client.id])
  await world.rows('update account set parent_id = $1 where id = $2', [made.id, client.id])
  await given(100, { clients: true })
  await world.rows(
    `insert into client_use (provider_id, client_id, account_id, grant_id, last_used_at, last_used_by)
      select provider_id, $2, account_id, id, now(), $3 from access_grant where account_id = $1`,
    [made.id, client.id, world.actor(tech).personId],
  )
  const among = async (filter: 'all' | 'ended') =>
    (await world.rows<{ account_id: string }>(accountsOf[filter], [world.partner(firm)])).some(
      row => row.account_id === client.id,
    )
  expect([await among('all'), await among('ended')]).toEqual([true, false])
  await world.rows(`update access_grant set state = 'revoked', ended_at = now() where account_id = $1`, [
    made.id,
  ])
  expect([await among('all'), await among('ended')]).toEqual([true, true])
})

test('counts are those of the sets, stop at a hundred, and read no other firm’s access', async () => {
  const others = `select p.id from partner p where p.slug like 'other-%'`
  await world.rows(
    `insert into partner (provider_id, slug, name, partner_code, share_code)
      select provider_id, 'other-' || n, 'Other ' || n, 'OTH-' || n, 'share-other-' || n
      from partner, generate_series(1, 60) n where id = $1`,
    [world.partner(firm)],
  )
  await world.rows(
    `insert into account (provider_id, slug, name, home_brand_id, time_zone, request_code)
      select provider_id, 'bulk-' || n, 'Bulk ' || n, home_brand_id, 'UTC', 'bulk-' || n
      from account, generate_series(1, 130) n where id = $1`,
    [made.id],
  )
  await world.rows(
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, approved_by)
      select a.provider_id, a.id, f.id, 'full', 'hours:48', now(), now() + interval '48 hours', 'active', $2
      from account a, (${others} union all select $1::uuid) f where a.slug like 'bulk-%'`,
    [world.partner(firm), world.actor('owner@harbour-dental.example').personId],
  )
  await world.rows('vacuum analyze')
  const partner = { id: world.partner(firm), staffId: await staffId(), role: 'administrator' } as const
  const values = (filter: string) =>
    (endFilters as readonly string[]).includes(filter)
      ? [partner.id, partner.staffId, partner.role]
      : [partner.id]
  const { providerId } = world.actor(tech)
  const counts = await reading({ role: 'app', providerId }, tx => customerCounts(tx, partner), world.pool)
  for (const filter of customerFilters) {
    const rows = await world.rows<{ account_id: string }>(accountsOf[filter], values(filter))
    expect([filter, counts[filter]]).toEqual([filter, Math.min(rows.length, 100)])
  }
  expect(counts.week).toBe(100)
  for (const filter of endFilters) {
    const plan = await world.rows<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${accountsOf[filter]}`)
    const text = plan.map(row => row['QUERY PLAN']).join('\n')
    expect(text).toMatch(/access_grant_(live_)?of_partner/)
    expect(text).not.toContain('Seq Scan on access_grant')
  }
})
