import { afterAll, beforeAll, expect, test } from 'vitest'
import { historyViewOf, wholeHistory } from '#lib/history/view.ts'
import { newWorld } from '../proof/world.ts'
import { latestOf } from './latest.ts'

const world = await newWorld()
afterAll(() => world.close())
const maple = world.account('maple-logistics')
const thing = crypto.randomUUID()

beforeAll(async () => {
  await world.rows(`update access_grant set scope = 'full' where account_id = $1 and state = 'active'`, [
    maple,
  ])
  for (const action of ['licence.assigned', 'subscription.added', 'subscription.refused'])
    await world.rows(
      `insert into event (provider_id, account_id, at, actor_name, actor_firm, actor_kind, action, reason, address, subject_id, data)
        select provider_id, id, clock_timestamp(), 'Connor', '', 'account', $2, '', '', $3, '{}' from account where id = $1`,
      [maple, action, thing],
    )
})

const latest = (email: string, whole = false) =>
  world.onAccount(email, maple, 'subscriptions.read', ({ tx, authority }) =>
    latestOf(tx, maple, thing, whole ? wholeHistory : historyViewOf(authority)),
  )

test('the latest line about a thing is the latest that its reader sees in the history', async () => {
  expect(await latest('owner@maple.example')).toMatchObject({ action: 'subscription.refused' })
  expect(await latest('contributor@maple.example', true)).toMatchObject({ action: 'subscription.refused' })
  expect(await latest('admin@brightline.example')).toMatchObject({ action: 'licence.assigned' })
})
