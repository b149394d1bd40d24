import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { httpBackOffice } from '#lib/back-office/http.ts'
import { storedTrialStates, trialStateOn } from '#lib/trial/trial.ts'
import { newWorld } from '../proof/world.ts'
import { trialStateAt } from '../trial/reads.ts'
import { startTrial } from '../trial/start.ts'
import { demoBackOffice } from './demo.ts'
import { beginRun } from './run.ts'
import { sendChanges } from './send.ts'
import { runSyncs } from './sync.ts'

// What can be bought, is bought and is tried out, over HTTP and in the demo's own back office.

const world = await newWorld()
const maple = world.account('maple-logistics')
const platform = 'platform@northwind.example'

const price = { unit_price: 1995, currency: 'CAD', period: 'month' }
const seat = { name: 'Seat', product: 'cloud-pbx', ...price }
const held: Record<string, readonly unknown[]> = {
  offers: ['a', 'b', 'c'].map(key => ({ key, ...seat })),
  subscriptions: [
    { key: 's-1', ...seat, quantity: 3, starts_on: '2026-01-01', state: 'active' },
    { key: 'maple-logistics:pbx-seat', ...seat, quantity: 20, starts_on: '2026-01-01', state: 'active' },
    { key: 's-2', ...seat, quantity: 1.5, starts_on: '2026-01-01', state: 'active' },
    { key: 'harbour-dental:bcc-user', ...seat, quantity: 1, starts_on: '2026-01-01', state: 'active' },
  ],
  licences: [{ key: 'l-1', subscription: 's-1', email: 'Lena@maple.example' }],
  trials: [],
}
const asked: string[] = []
/** Two things a page. */
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://office')
  asked.push(`${url.pathname}${url.search}`)
  const from = Number(url.searchParams.get('cursor') ?? 0)
  const all = held[url.pathname.split('/').at(-1) ?? ''] ?? []
  const next = from + 2 < all.length ? String(from + 2) : null
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ items: all.slice(from, from + 2), next }))
})
await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

test('each kind is read over HTTP page by page, merged, refused row by row, and what is gone goes', async () => {
  await world.rows('delete from sync_run')
  await world.onAccount(platform, maple, 'sync.run', beginRun)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const backOffice = httpBackOffice({ url, key: 'a key of the tests, long enough' })
  await runSyncs({ backOffice, from: world.pool }, 20_000)
  const [run] = await world.rows<{ state: string; counts: unknown; faults: unknown[] }>(
    'select state, counts, faults from sync_run',
  )
  expect(run).toMatchObject({
    state: 'done',
    counts: {
      offers: { read: 3, added: 3, gone: 6 },
      subscriptions: { read: 4, added: 1, changed: 1, gone: 2, refused: 2 },
      licences: { added: 1, gone: 5 },
      trials: { gone: 3 },
    },
    faults: [
      { kind: 'subscriptions', page: 2, row: 1, key: 's-2', field: 'quantity', code: 'not-whole:0–10000' },
      { kind: 'subscriptions', page: 2, row: 2, field: 'key', code: 'other-account' },
    ],
  })
  const place = '/providers/northwind/accounts/maple-logistics'
  expect(asked.slice(3)).toEqual([
    `${place}/offers`,
    `${place}/offers?cursor=2`,
    `${place}/subscriptions`,
    `${place}/subscriptions?cursor=2`,
    `${place}/licences`,
    `${place}/trials`,
  ])
  expect(await world.rows(`select email from licence where key = 'l-1'`)).toEqual([
    { email: 'lena@maple.example' },
  ])
})

const depot = world.account('maple-depot-west')
const offerOf = async (key: string) =>
  (
    await world.rows<{ id: string }>('select id from offer where account_id = $1 and key = $2', [depot, key])
  )[0]?.id ?? ''
const begin = async (key: string, by = platform) => {
  const offer = await offerOf(key)
  return world.onAccount(by, depot, 'account.read', change => startTrial(change, offer, true))
}
const trials = () =>
  world.rows<{ state: string; days: number }>(
    `select state, ends_on - started_on as days from trial where account_id = $1 and key like 'portal-%'`,
    [depot],
  )

test('a trial is the provider’s to start, once an offer, and goes to its systems', async () => {
  for (const email of ['owner@depot.example', 'contributor@maple.example'])
    expect(await begin('pbx-reception', email)).toMatchObject({ refusal: 'not-theirs' })
  expect(await begin('pbx-seat')).toMatchObject({ refusal: 'not-to-try' })
  expect(await begin('pbx-softphone')).toMatchObject({ refusal: 'tried' })
  expect(await begin('pbx-reception')).toMatchObject({ ok: true })
  expect(await begin('pbx-reception')).toMatchObject({ refusal: 'tried' })
  expect(await trials()).toEqual([{ state: 'running', days: 30 }])
  const office = demoBackOffice({ from: world.pool })
  expect(await sendChanges({ backOffice: office, from: world.pool }, 10_000)).toMatchObject({
    changesConfirmed: 1,
  })
  const [kept] = await world.rows<{ item: unknown }>(
    `select item from demo_back_office where account_id = $1 and kind = 'trials' and key like 'portal-%'`,
    [depot],
  )
  expect(kept?.item).toMatchObject({ name: 'Receptionist console', offer: 'pbx-reception', state: 'running' })
})

test('of twenty who begin a trial at once one does, and one that came meanwhile is seen', async () => {
  await world.rows('delete from back_office_change')
  await world.rows(`update offer set trial_days = 14 where account_id = $1 and key = 'pbx-seat'`, [depot])
  const answers = await Promise.all(Array.from({ length: 20 }, () => begin('pbx-seat')))
  expect(answers.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
  await world.rows(`delete from trial where account_id = $1 and offer_key = 'pbx-seat'`, [depot])
  // Between the look and the write, past the account's lock.
  const offer = await offerOf('pbx-seat')
  let came = false
  const late = await world.onAccount(platform, depot, 'account.read', async change => {
    const { $client } = change.tx
    const asked = $client.query.bind($client)
    $client.query = (async (...put: Parameters<typeof asked>) => {
      const answer = await asked(...put)
      if (!came && String(put[0]).includes('from offer o')) {
        came = true
        await world.rows(
          `insert into trial (provider_id, account_id, key, name, product, offer_key, started_on, ends_on, state)
            select provider_id, id, 'came', 'Seat', 'cloud-pbx', 'pbx-seat', '2026-11-01', '2027-11-01', 'running'
            from account where id = $1`,
          [depot],
        )
      }
      return answer
    }) as typeof $client.query
    return startTrial(change, offer, true).finally(() => {
      $client.query = asked
    })
  })
  expect(late).toMatchObject({ refusal: 'tried' })
  expect(
    await world.rows(`select key from trial where account_id = $1 and offer_key = 'pbx-seat'`, [depot]),
  ).toEqual([{ key: 'came' }])
  await world.rows(`delete from trial where key = 'came'`)
  await world.rows(`delete from back_office_change`)
  await world.rows(`update offer set trial_days = 0 where account_id = $1 and key = 'pbx-seat'`, [depot])
})

test('a trial that is refused is none, and can be begun again', async () => {
  await begin('pbx-recording')
  const office = demoBackOffice({ from: world.pool })
  const no = { ...office, send: async () => ({ kind: 'refused', reason: 'Not yet' }) as const }
  await sendChanges({ backOffice: no, from: world.pool }, 10_000)
  expect((await trials()).map(one => one.state).sort()).toEqual(['refused', 'running'])
  expect(await begin('pbx-recording')).toMatchObject({ ok: true })
})

test('how a trial stands is the same in the database', async () => {
  for (const state of storedTrialStates)
    for (const endsOn of ['2026-11-29', '2026-11-30', '2026-12-01']) {
      const [row] = await world.rows<{ state: string }>(
        `select ${trialStateAt('t', '$1')} as state from (select $2::text as state, $3::date as ends_on) t`,
        ['2026-11-30', state, endsOn],
      )
      expect(row?.state).toBe(trialStateOn({ state, endsOn }, '2026-11-30'))
    }
})
