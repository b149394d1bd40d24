import { afterAll, expect, test } from 'vitest'
import { nextRenewal } from '#lib/subscription/subscription.ts'
import { writing } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { beginSession } from '../sign-in/session.ts'
import { renewalAt } from './clock.ts'
import { subscriptionsCsv } from './export.ts'
import { subscriptionOf, subscriptionsOf } from './reads.ts'

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')
const buyer = 'contributor@maple.example'

test('the next renewal is the same in the database', async () => {
  const days = [
    '2023-02-28',
    '2024-02-29',
    '2025-12-31',
    '2026-01-30',
    '2026-04-15',
    '2026-11-30',
    '2028-02-29',
  ]
  const cases = days.flatMap(startsOn =>
    [...days, null].flatMap(renewsOn =>
      days.flatMap(today =>
        (['month', 'year'] as const).map(period => ({ startsOn, renewsOn, today, period })),
      ),
    ),
  )
  const rows = await world.rows<{ next: string | null }>(
    `select (${renewalAt('s', 's.today')})::text as next from (select r.*, 'active' as state, null::date as ends_on
      from rows from (jsonb_to_recordset($1::jsonb) as ("startsOn" date, "renewsOn" date, today date, period text))
        with ordinality as r(starts_on, renews_on, today, period, n)) s order by s.n`,
    [JSON.stringify(cases)],
  )
  expect(rows.map(one => one.next)).toEqual(cases.map(one => nextRenewal(one, one.today)))
})

/** The buyer with a session, which files need. */
async function signedIn() {
  const actor = world.actor(buyer)
  const { providerId, personId } = actor
  const [home] = await world.rows<{ id: string }>('select home_brand_id as id from person where id = $1', [
    personId,
  ])
  const place = { providerId, brandingDomainId: home?.id ?? '' }
  const from = { address: '', userAgent: '' }
  await writing({ role: 'app', providerId }, tx => beginSession(tx, place, personId, from), world.pool)
  const [made] = await world.rows<{ id: string }>('select id from session where person_id = $1', [personId])
  return { ...actor, sessionId: made?.id ?? '' }
}

test('it is told the same in the list, on the page and in the file, and of what ends nowhere', async () => {
  const today = '2026-11-30'
  const question = { accountId: maple, today }
  const filter = { show: null, search: 'recording', after: null } as const
  const actor = await signedIn()
  const told = async () => {
    const read = await world.onAccount(buyer, maple, 'subscriptions.read', async ({ tx }) => {
      const list = await subscriptionsOf(tx, question, filter, 2)
      const one = list.subscriptions[0]
      return [one?.renewsOn, (await subscriptionOf(tx, question, one?.id ?? ''))?.renewsOn]
    })
    const heading = { name: 'Name', product: 'Product', used: 'Used', currency: 'Currency', renews: 'Renews' }
    const words = { product: {}, heading, ended: '' }
    const asked = { ...question, actor, language: 'en', filter, words } as const
    let file = ''
    for await (const part of subscriptionsCsv({ ...asked, pool: world.pool })) file += Buffer.from(part)
    const [head = '', line = ''] = file.split('\r\n')
    const at = head.split(',').findIndex(name => name.includes('Renews'))
    return [...read, line.split(',')[at] || null]
  }
  const stands = (endsOn: string | null) =>
    world.rows(
      `update subscription set starts_on = '2026-01-31', renews_on = '2026-02-28', ends_on = $1 where key = 'maple-logistics:pbx-recording'`,
      [endsOn],
    )
  await stands(null)
  expect(await told()).toEqual(['2026-12-31', '2026-12-31', '2026-12-31'])
  await stands('2026-12-31')
  expect(await told()).toEqual([null, null, null])
})
