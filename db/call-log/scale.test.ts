import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCallFilter } from '#lib/call-log/filter.ts'
import { reading, type Tx } from '../client.ts'
import { newWorld, type World } from '../proof/world.ts'
import { callsOf } from './reads.ts'
import { countedHours } from './report.ts'

// One account with very many records: its list is read in the order of its index, wherever one pages and whatever it is
// narrowed to. Looked at with 1,000,000 records (docs/decisions); as many as here show the same plans.

const many = 200_000
const zone = 'America/Toronto'
let world: World
let harbour: string

beforeAll(async () => {
  world = await newWorld()
  harbour = world.account('harbour-dental')
  await world.rows(
    `insert into call_record (provider_id, account_id, record_id, kind, direction, from_number, to_number, own_key, other_key,
        started_at, ring_seconds, talk_seconds, result)
      select provider_id, id, 'm-' || n, 'call', case when n % 3 = 0 then 'outgoing' else 'incoming' end,
        '+1604555' || lpad((n % 9000)::text, 4, '0'), '+16045550123', '1604555012' || n % 2, '1604555' || lpad((n % 9000)::text, 4, '0'),
        now() - n * interval '30 seconds', 5, 60, (array['answered','answered','missed','voicemail','busy'])[1 + n % 5]
      from account, generate_series(1, ${many}) n where id = $1`,
    [harbour],
  )
  await world.rows('vacuum analyze call_record')
}, 240_000)

afterAll(() => world.close())

const asApp = <T>(work: (tx: Tx) => Promise<T>) =>
  reading({ role: 'app', providerId: world.provider('northwind') }, work, world.pool)
const question = (query: Record<string, string>, names = false) => ({
  accountId: harbour,
  filter: parseCallFilter(query),
  zone,
  names,
})

/** The plan of what a read sends, and how long the read itself takes. */
async function lookedAt(query: Record<string, string>, after?: string, names = false) {
  let plan = ''
  await asApp(async tx => {
    const client = {
      query: async (config: string | { text: string; values: unknown[] }, values?: unknown[]) => {
        if (typeof config === 'string') return tx.$client.query(config, values)
        const rows = await tx.$client.query<{ 'QUERY PLAN': string }>(`explain ${config.text}`, config.values)
        plan = rows.rows.map(row => row['QUERY PLAN']).join('\n')
        return tx.$client.query({ text: config.text, values: config.values })
      },
    }
    await callsOf({ $client: client } as unknown as Tx, question(query, names), after, 50)
  })
  const began = performance.now()
  const page = await asApp(tx => callsOf(tx, question(query, names), after, 50))
  return { plan, ms: performance.now() - began, page }
}

const inOrder = /Index (Only )?Scan Backward using call_record_of_account on call_record/

test.each<[string, Record<string, string>]>([
  ['all', {}],
  ['one result', { result: 'busy' }],
  ['one direction and number', { direction: 'outgoing', number: '16045550120' }],
])('the first page and a deep one of %s: in the order of the index', async (what, query) => {
  const first = await lookedAt(query)
  const deep = new Date(Date.now() - many * 25_000).toISOString().slice(0, 23)
  const later = await lookedAt(query, `${deep}000_00000000-0000-4000-8000-000000000000`)
  for (const { plan } of [first, later]) {
    expect(plan).toMatch(inOrder)
    expect(plan).not.toMatch(/Incremental Sort|Seq Scan on call_record/)
  }
  console.log(
    `${many} call records, ${what}: ${first.ms.toFixed(0)} ms, deep ${later.ms.toFixed(0)} ms, ${first.page.calls.length} rows`,
  )
  expect(first.ms).toBeLessThan(5_000)
})

test('what nobody has is looked for in all of it, in the time that a page may take', async () => {
  for (const q of ['604 555 9999', 'nobody of this name']) {
    const { ms, page } = await lookedAt({ q }, undefined, true)
    expect(page.calls).toEqual([])
    console.log(`${many} call records, “${q}”: ${ms.toFixed(0)} ms`)
    expect(ms).toBeLessThan(5_000)
  }
})

test('the report counts all of it at once', async () => {
  const began = performance.now()
  const counted = await asApp(tx => countedHours(tx, question({ from: '2020-01-01' })))
  console.log(`${many} call records, the report: ${(performance.now() - began).toFixed(0)} ms`)
  expect(counted.reduce((sum, one) => sum + one.calls, 0)).toBeGreaterThanOrEqual(many)
})
