import { afterAll, describe, expect, test } from 'vitest'
import type { HistoryPosition } from '#lib/history/entry.ts'
import { parseHistoryFilter } from '#lib/history/filter.ts'
import { historyViewOf } from '#lib/history/view.ts'
import { reading } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { firmsOf, historyOf } from './read.ts'

const world = await newWorld()
afterAll(() => world.close())

const owner = 'owner@harbour-dental.example'
const harbour = world.account('harbour-dental')
const maple = world.account('maple-logistics')

/** What the person sees of the history, as the page reads it; null: nothing at all. */
async function seen(
  email: string,
  account: string,
  query: Record<string, string> = {},
  position: HistoryPosition = null,
  limit = 50,
) {
  const sight = await world.sight(email, account)
  if (!sight?.authority.capabilities.has('activity.read')) return null
  const actor = world.actor(email)
  const view = historyViewOf(sight.authority)
  const question = {
    accountId: account,
    view,
    filter: parseHistoryFilter(query),
    language: actor.language,
    zone: 'UTC',
  }
  return reading(
    { role: 'app', providerId: actor.providerId },
    async tx => ({
      ...(await historyOf(tx, question, position, limit)),
      firms: await firmsOf(tx, account, view),
    }),
    world.pool,
  )
}

const actions = (page: Awaited<ReturnType<typeof seen>>) => page?.entries.map(entry => entry.action)

/** Writes an event past everything, as if the portal had. */
async function wrote(account: string, more: Readonly<Record<string, unknown>>) {
  const row = { action: 'service.updated', actor_kind: 'account', actor_name: 'A', partner_id: null, ...more }
  await world.rows(
    `insert into event (provider_id, account_id, partner_id, at, actor_name, actor_firm, actor_kind, action, reason, address, data)
      select provider_id, id, $2, coalesce($3::timestamptz, now()), $4, '', $5, $6, $7, $8, $9 from account where id = $1`,
    [
      account,
      row.partner_id,
      more.at ?? null,
      row.actor_name,
      row.actor_kind,
      row.action,
      more.reason ?? '',
      more.address ?? '',
      more.data ?? {},
    ],
  )
}

describe('the account’s own people', () => {
  test('see the whole story, the newest first', async () => {
    expect(actions(await seen(owner, harbour))).toEqual([
      'access-request.sent',
      'grant.expired',
      'grant.created',
      'access-request.approved',
      'access-request.sent',
    ])
  })

  test.each([
    [{ kind: 'requests' }, 3],
    [{ kind: 'access' }, 2],
    [{ kind: 'refused' }, 0],
    [{ firm: 'portal' }, 1],
    [{ firm: 'account' }, 2],
    [{ firm: 'partner:brightline-it' }, 5],
    [{ firm: 'partner:cedar-consulting' }, 0],
    [{ person: 'nakamura' }, 2],
    [{ q: 'HD-1042' }, 1],
    [{ q: 'registration' }, 1],
    [{ q: 'expired' }, 1],
    [{ q: '100%' }, 0],
    [{ from: '2100-01-01' }, 0],
    [{ to: '2001-01-01' }, 0],
    [{ from: '2001-01-01', to: '2100-01-01' }, 5],
  ])('narrow it by %j to %d', async (query, count) => {
    expect((await seen(owner, harbour, query))?.entries).toHaveLength(count)
  })

  test('page through it both ways without a gap or a repetition', async () => {
    const all = (await seen(owner, harbour))?.entries.map(entry => entry.id) ?? []
    const first = await seen(owner, harbour, {}, null, 2)
    expect(first).toMatchObject({ newer: false, older: true })
    const second = await seen(owner, harbour, {}, { before: all[1] ?? '' }, 2)
    expect(second?.entries.map(entry => entry.id)).toEqual(all.slice(2, 4))
    const back = await seen(owner, harbour, {}, { after: all[2] ?? '' }, 2)
    expect(back?.entries.map(entry => entry.id)).toEqual(all.slice(0, 2))
    expect(back?.newer).toBe(false)
  })

  test('nothing of another account or provider is in it', async () => {
    expect(await seen(owner, maple)).toBeNull()
    expect(await seen('owner@bakery.example', harbour)).toBeNull()
    expect(await seen('desk@harbour-dental.example', harbour)).toBeNull()
  })
})

describe('a partner', () => {
  const tech = 'tech@brightline.example'

  test('without the right to the history sees none', async () => {
    expect(await seen(tech, maple)).toBeNull()
  })

  test('sees its own dealings and changes to what it may read; no other firm, no addresses', async () => {
    await world.rows(
      `update access_grant set scope = 'chosen', scope_pages = '{activity,services}' where account_id = $1`,
      [maple],
    )
    const cedar = world.partner('cedar-consulting')
    await wrote(maple, { action: 'grant.created', partner_id: cedar, data: { partner: 'Cedar Consulting' } })
    await wrote(maple, { action: 'service.updated', partner_id: cedar, actor_kind: 'partner' })
    await wrote(maple, { action: 'service.updated', address: '203.0.113.9', reason: 'visible' })
    await wrote(maple, { action: 'end-user.updated' })
    await wrote(maple, { action: 'account.updated' })
    await wrote(maple, { action: 'attempt.refused', actor_kind: 'partner' })
    const page = await seen(tech, maple)
    expect(actions(page)).toEqual([
      'service.updated',
      'grant.created',
      'access-request.approved',
      'access-request.sent',
    ])
    expect(page?.entries.map(entry => entry.address)).toEqual(['', '', '', ''])
    expect(page?.firms.map(firm => firm.name)).toEqual(['Brightline IT'])
    expect(actions(await seen('owner@maple.example', maple))).toHaveLength(9)
  })

  test('can’t search for what it may not see', async () => {
    expect(actions(await seen(tech, maple, { q: '203.0.113' }))).toEqual([])
    expect(actions(await seen(tech, maple, { firm: 'partner:cedar-consulting' }))).toEqual([])
    expect(actions(await seen('owner@maple.example', maple, { q: '203.0.113' }))).toEqual(['service.updated'])
  })
})
