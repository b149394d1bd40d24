import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/actor.ts'
import { csvWords } from '#lib/history/csv-words.ts'
import type { HistoryPosition } from '#lib/history/entry.ts'
import { parseHistoryFilter } from '#lib/history/filter.ts'
import { wholeHistory } from '#lib/history/view.ts'
import { limitValues, usualLimits } from '#lib/limits/limits.ts'
import { reading, writing } from '../client.ts'
import { peopleOf } from '../person/testing.ts'
import { newWorld } from '../proof/world.ts'
import { changeGrantAsProvider } from '../provider/grants.ts'
import { changeLimits } from '../provider/limits.ts'
import { beginSession } from '../sign-in/session.ts'
import { historyCsv } from './export.ts'
import { historyOf } from './read.ts'

const world = await newWorld()
afterAll(() => world.close())

const platform = 'platform@northwind.example'
const stranger = 'platform@southern.example'

async function page(
  by: string,
  query: Record<string, string> = {},
  position: HistoryPosition = null,
  limit = 50,
) {
  const { providerId, language } = world.actor(by)
  const filter = parseHistoryFilter(query)
  const question = { providerId, view: wholeHistory, filter, language, zone: 'UTC' }
  return reading({ role: 'app', providerId }, tx => historyOf(tx, question, position, limit), world.pool)
}
const actions = async (by: string, query: Record<string, string> = {}) =>
  (await page(by, query)).entries.map(entry => [entry.action, entry.accountName ?? null])

async function signedIn(email: string): Promise<Actor> {
  const actor = world.actor(email)
  const { providerId, personId } = actor
  const [home] = await world.rows<{ id: string }>('select home_brand_id as id from person where id = $1', [
    personId,
  ])
  const place = { providerId, brandingDomainId: home?.id ?? '' }
  const from = { address: '192.0.2.7', userAgent: 'test' }
  await writing({ role: 'app', providerId }, tx => beginSession(tx, place, personId, from), world.pool)
  const [made] = await world.rows<{ id: string }>(
    'select id from session where person_id = $1 order by created_at desc limit 1',
    [personId],
  )
  return { ...actor, sessionId: made?.id ?? '' }
}

async function csv(actor: Actor, more: { language?: 'en' | 'fr'; size?: number } = {}): Promise<string[][]> {
  const asked = {
    filter: parseHistoryFilter({}),
    language: 'en' as const,
    zone: 'UTC',
    pool: world.pool,
    ...more,
  }
  const parts: Uint8Array[] = []
  for await (const part of historyCsv({ ...asked, actor, providerId: actor.providerId }))
    parts.push(Buffer.from(part))
  return parse(Buffer.concat(parts).toString('utf8'), { bom: true, relax_column_count: true }) as string[][]
}

beforeAll(async () => {
  const [grant] = await world.rows<{ id: string; relationship: string }>(
    `select id, relationship_id as relationship from access_grant where state = 'active'`,
  )
  const of = { relationshipId: grant?.relationship ?? '', grantId: grant?.id ?? '' }
  await world.asProvider(platform, change => changeGrantAsProvider(change, of, 'suspend', 'A leak.'))
  await world.asProvider(platform, change =>
    changeLimits(change, limitValues(usualLimits), limitValues({ ...usualLimits, longestGrantHours: 72 })),
  )
})

test('holds what the provider’s people did, at whichever account, and nothing that others did', async () => {
  expect(await actions(platform)).toEqual([
    ['limits.changed', null],
    ['grant.suspended', 'Maple Logistics'],
  ])
  expect(await actions(stranger), 'another provider’s is its own').toEqual([])
  const others = await world.rows(`select 1 from event where actor_kind <> 'provider'`)
  expect(others.length).toBeGreaterThan(5)
})

test('is searched and narrowed, and finds nothing of what customers did', async () => {
  expect(await actions(platform, { q: 'maple' })).toEqual([['grant.suspended', 'Maple Logistics']])
  expect(await actions(platform, { q: 'leak' })).toHaveLength(1)
  expect(await actions(platform, { kind: 'changes' })).toEqual([['limits.changed', null]])
  expect(await actions(platform, { person: 'nora' })).toHaveLength(2)
  // The reason of a partner's request, which stands in the account's own history.
  expect(await actions(platform, { q: 'handsets' })).toEqual([])
  expect(await actions(platform, { firm: 'account' })).toEqual([])
})

test('pages both ways', async () => {
  const newest = await page(platform, {}, null, 1)
  expect([newest.entries[0]?.action, newest.newer, newest.older]).toEqual(['limits.changed', false, true])
  const older = await page(platform, {}, { before: newest.entries[0]?.id ?? '' }, 1)
  expect([older.entries[0]?.action, older.newer, older.older]).toEqual(['grant.suspended', true, false])
  const back = await page(platform, {}, { after: older.entries[0]?.id ?? '' }, 1)
  expect(back.entries[0]?.action).toBe('limits.changed')
})

test('is a file with the account’s column, in batches, for the provider’s people while they are', async () => {
  const actor = await signedIn(platform)
  const [heading, ...rows] = await csv(actor, { size: 1 })
  expect(heading?.slice(-2)).toEqual(['Account', 'IP address'])
  expect(rows.map(row => [row[5], row.at(-2)])).toEqual([
    ['Limits changed', ''],
    ['Access suspended', 'Maple Logistics'],
  ])
  expect(rows[0]?.[12]).toBe('Longest access (hours): no limit, ongoing too → 72')
  await world.rows('update platform_user set removed_at = now() where person_id = $1', [actor.personId])
  try {
    expect((await csv(actor)).length).toBe(1)
    const owner = await signedIn('owner@harbour-dental.example')
    expect((await csv(owner)).flat().join()).not.toContain('Maple')
  } finally {
    await world.rows('update platform_user set removed_at = null where person_id = $1', [actor.personId])
  }
})

test('is read by its own index, whatever happens at the accounts', async () => {
  await world.rows(
    `insert into event (provider_id, account_id, at, actor_name, actor_firm, actor_kind, action, reason, address, data)
      select provider_id, id, now(), 'A', '', case when n % 500 = 0 then 'provider' else 'account' end, 'service.updated', '', '', '{}'
      from account, generate_series(1, 8000) n where provider_id = $1`,
    [world.provider('northwind')],
  )
  await world.rows('analyze event')
  const plans: string[] = []
  const heard = (notice: { message?: string | undefined }) => plans.push(notice.message ?? '')
  const client = await world.pool.connect()
  client.on('notice', heard)
  await client.query(
    `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_level = notice; set client_min_messages = notice`,
  )
  client.release()
  const found = await page(platform)
  client.off('notice', heard)
  expect(found.entries).toHaveLength(50)
  expect(plans.join('\n')).toMatch(/Index (Only )?Scan (Backward )?using event_by_provider on event/)
  expect(plans.join('\n')).not.toMatch(/Seq Scan on event|Sort/)
})

test('a person stands there with their address, in the file too, and is found by it; old events read as they did', async () => {
  const { add } = await peopleOf(world)
  await add('quinn@cedar.example', 'partner-technician', 'a', 'Quinn Avery')
  await add('nils@northwind.example', 'platform-support', 'a', 'Nils Berg')
  await world.rows(
    `insert into event (provider_id, partner_id, at, actor_name, actor_firm, actor_kind, action, reason, address, data)
      select provider_id, id, clock_timestamp(), 'Nora Whitfield', 'Northwind Telecom', 'provider', 'staff.added', '', '',
        '{"what": "Old Hand", "partner": "Cedar Consulting"}' from partner where slug = 'cedar-consulting'`,
  )
  const actor = await signedIn(platform)
  const about = async (language: 'en' | 'fr') => {
    const [heading, ...rows] = await csv(actor, { language })
    const at = heading?.indexOf(csvWords[language].columns.about) ?? -1
    return rows.slice(0, 3).map(row => row[at])
  }
  expect(await about('en')).toEqual([
    'Old Hand',
    'Platform support: Nils Berg (nils@northwind.example)',
    'Quinn Avery (quinn@cedar.example)',
  ])
  expect((await about('fr'))[1]).toBe('Soutien de la plateforme: Nils Berg (nils@northwind.example)')
  expect(await actions(platform, { q: 'quinn@cedar' })).toEqual([['staff.added', null]])
})
