import type { QueryConfig } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HistoryPosition } from '#lib/history/entry.ts'
import { parseHistoryFilter } from '#lib/history/filter.ts'
import { endUsersOf } from '../account/end-users.ts'
import { overviewOf } from '../account/overview.ts'
import { servicesOf } from '../account/services.ts'
import type { SeenPartner } from '../change.ts'
import { reading, type Tx } from '../client.ts'
import { latestAuthor } from '../events.ts'
import { hasEntered } from '../grant/entered.ts'
import { grantsOfAccount, whoCanGetIn } from '../grant/reads.ts'
import { historyOf } from '../history/read.ts'
import { whoChanged } from '../meanwhile.ts'
import { historyOfPartner } from '../partner/history.ts'
import { handlesOf } from '../partner/replace-share.ts'
import { contactsOf } from '../phonebook/reads.ts'
import { newWorld, type World } from '../proof/world.ts'
import { atMost } from './at-most.ts'

// One account has as much as all others together: the plan that a prepared statement keeps for all of them must do for it.

const owner = 'owner@harbour-dental.example'
let world: World
let harbour: string

beforeAll(async () => {
  world = await newWorld()
  harbour = world.account('harbour-dental')
  await world.rows(
    `insert into account (provider_id, slug, name, home_brand_id, time_zone, request_code)
      select provider_id, 'small-' || n, 'Small ' || n, home_brand_id, 'UTC', 'small-' || n
      from account, generate_series(1, 40) n where id = $1`,
    [harbour],
  )
  // Mixed, as what happens on many accounts comes to lie in a table.
  const mixed = (large: number) => `(select a.id, a.provider_id, a.home_brand_id, row_number() over () as n
    from account a, generate_series(1, case when a.slug = 'harbour-dental' then ${large} else ${large / 40} end)
    where a.slug like 'small-%' or a.slug = 'harbour-dental' order by random()) a`
  await world.rows(
    `insert into event (provider_id, account_id, partner_id, at, actor_name, actor_firm, actor_kind, action, subject_id, reason, address, data)
      select a.provider_id, a.id, case when a.n % 2 = 0 then $1::uuid end, now(), 'A', '', 'account', 'service.updated', gen_random_uuid(), '', '', '{}' from ${mixed(20_000)}`,
    [world.partner('brightline-it')],
  )
  await world.rows(
    `insert into service (provider_id, account_id, product, kind, identifier, label)
      select a.provider_id, a.id, 'sip-trunks', 'number', '+1604' || a.n, '' from ${mixed(4_000)}`,
  )
  await world.rows(
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, state, approved_by, starts_at, created_at)
      select a.provider_id, a.id, $1, 'services', 'ongoing', 'active', $2, now(), now() - a.n * interval '1 second'
      from ${mixed(4_000)}`,
    [world.partner('brightline-it'), world.actor(owner).personId],
  )
  await world.rows(
    `with made as (
        insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
        select provider_id, 'p' || a.n || '@x.example', 'p' || a.n || '@x.example', a.id::text, 'en', 'UTC', home_brand_id
        from ${mixed(4_000)} returning id, provider_id, name)
      insert into membership (provider_id, account_id, person_id, kind, state, product)
      select provider_id, name::uuid, id, 'end-user', 'active', 'cloud-pbx' from made`,
  )
  await world.rows(
    `insert into contact (provider_id, account_id, name, likeness, findable, reach)
      select a.provider_id, a.id, 'C' || a.n, 'c' || a.n, 'c', '{}' from ${mixed(4_000)}`,
  )
  await world.rows('vacuum analyze')
})
afterAll(() => world.close())

/** What a read prepares, and the plan that is kept for it whatever its values are. */
async function keptPlan(read: (tx: Tx) => Promise<unknown>): Promise<string> {
  const { providerId } = world.actor(owner)
  return reading(
    { role: 'app', providerId },
    async tx => {
      const sent = await sentBy(tx, read)
      expect(sent).toHaveLength(1)
      expect(sent[0]?.name).toBeTruthy()
      return planOf(tx, sent[0]?.text ?? '')
    },
    world.pool,
  )
}

/** What a read sends, prepared or not. */
async function sentBy(tx: Tx, read: (tx: Tx) => Promise<unknown>): Promise<readonly QueryConfig[]> {
  const sent: QueryConfig[] = []
  const query = (one: QueryConfig | string, values?: unknown[]) => {
    sent.push(typeof one === 'string' ? { text: one } : one)
    return typeof one === 'string' ? tx.$client.query(one, values) : tx.$client.query(one)
  }
  await read({ $client: { query } } as unknown as Tx)
  return sent
}

async function planOf(tx: Tx, text: string): Promise<string> {
  const plan = await tx.$client.query<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${text}`)
  return plan.rows.map(row => row['QUERY PLAN']).join('\n')
}

test.each<[string, HistoryPosition]>([
  ['newest', null],
  ['older', { before: '30000' }],
  ['newer', { after: '100' }],
])('the history, %s: in the order of its index, no further than the page', async (_, position) => {
  const view = { partnerIds: null, actions: [], addresses: true }
  const filter = parseHistoryFilter({})
  const question = { accountId: harbour, view, filter, language: 'en', zone: 'UTC' } as const
  const plan = await keptPlan(tx => historyOf(tx, question, position, 50))
  expect(plan).toMatch(/Index Scan (Backward )?using event_of_account on event/)
  expect(plan).not.toMatch(/Sort|Bitmap|Seq Scan|event_pkey/)
})

test.each([undefined, '30000'])('a firm’s history, before %s: the same', async before => {
  const plan = await keptPlan(async tx => {
    const partner = { id: world.partner('brightline-it') } as SeenPartner
    await historyOfPartner(tx, partner, { search: '', before })
  })
  expect(plan).toMatch(/Index Scan Backward using event_of_partner on event/)
  expect(plan).not.toMatch(/Sort|Bitmap|Seq Scan on event|event_pkey/)
})

const nobody = '00000000-0000-4000-8000-000000000000'
test.each<[string, (tx: Tx) => Promise<unknown>]>([
  ['who changed it last', tx => latestAuthor(tx, harbour, nobody)],
  ['who moved it last', tx => latestAuthor(tx, harbour, nobody, ['grant.extended', 'grant.trimmed'])],
  [
    'whether somebody has entered',
    tx => hasEntered(tx, { accountId: harbour, grantId: nobody, personId: nobody }),
  ],
  ['who replaced a share URL', tx => handlesOf(tx, { id: world.partner('brightline-it') })],
  [
    'who edited it meanwhile',
    tx => whoChanged(tx, { accountId: harbour, subjectId: nobody, action: 'service.updated' }, ['label']),
  ],
])('what happened to one thing (%s) is found by that thing, newest first', async (_, read) => {
  const { providerId } = world.actor(owner)
  const plan = await reading(
    { role: 'app', providerId },
    async tx => planOf(tx, (await sentBy(tx, read))[0]?.text ?? ''),
    world.pool,
  )
  expect(plan).toMatch(/using event_of_subject on event/)
  expect(plan).not.toMatch(/Sort|Seq Scan on event|event_pkey|event_of_(account|partner|provider)/)
})

test('the account’s grants: in the order of their index, no further than the page', async () => {
  const plan = await keptPlan(tx => grantsOfAccount(tx, harbour, 'live', undefined))
  expect(plan).toMatch(
    /Limit[^\n]*\n *-> +Index Scan Backward using access_grant_live_newest on access_grant/,
  )
})

test('lists that no index has in their order read the account’s rows by index, and nobody else’s', async () => {
  const plans = [
    await keptPlan(tx => servicesOf(tx, harbour, { search: '', kind: 'number', after: null, limit: 50 })),
    await keptPlan(tx => endUsersOf(tx, harbour, { search: '', after: null, limit: 50 })),
    await keptPlan(tx => whoCanGetIn(tx, harbour, 6)),
  ]
  for (const plan of plans) {
    expect(plan).toContain('Limit')
    expect(plan).not.toMatch(/Seq Scan on (service|membership|access_grant)/)
  }
})

test('contacts are read by the index of their account’s names, and nobody else’s are', async () => {
  for (const after of [undefined, `${nobody}_c`]) {
    const plan = await keptPlan(tx =>
      contactsOf(tx, harbour, null, { search: '', group: null, after, limit: 50 }),
    )
    expect(plan).toMatch(/(?:using|on) contact_by_name/)
    expect(plan).not.toMatch(/Seq Scan on contact c/)
  }
})

test('what opens nothing at present is counted by an index of its own', async () => {
  const reader = {
    personId: world.actor(owner).personId,
    seesAdministrators: true,
    seesPartners: true,
    decides: true,
  }
  const plan = await keptPlan(tx => overviewOf(tx, harbour, reader))
  expect(plan.match(/using access_grant_shut on access_grant/g)).toHaveLength(2)
  expect(plan).not.toMatch(/access_grant_live|Seq Scan on access_grant/)
})

test('a limit is a number and nothing else', () => {
  expect(atMost(26)).toBe('limit 26')
  for (const rows of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => atMost(rows)).toThrow()
  expect(() => atMost('1; drop table account' as unknown as number)).toThrow()
})
