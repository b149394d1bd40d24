import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Giving } from '#lib/access/giving.ts'
import { changeGrant, revokeAll } from '../grant/change.ts'
import { admin, manager, owner, platform } from '../proof/model.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { sweep } from '../sweep/sweep.ts'
import { answerAsk } from './answer.ts'
import { askToEnd } from './ask.ts'
import { designate } from './designate.ts'
import { askAtDesk, asksOf, waitingAsks } from './desk.ts'

const world = await newWorld()
afterAll(() => world.close())

const day: Giving = { scope: { name: 'services', pages: [] }, duration: { kind: 'hours', hours: 24 } }
let account: NewAccount
let grantId: string

async function designated(firm: string, giving = day, accountId = account.id): Promise<string> {
  const of = { accountId, partnerId: world.partner(firm) }
  const set = await world.asProvider(platform, change =>
    designate(change, of, giving, 'They know the exchange.'),
  )
  if (set === 'not-found' || !set.ok) throw new Error('it was not set')
  return set.value.grantId
}

beforeEach(async () => {
  account = await world.newAccount()
  grantId = await designated('cedar-consulting')
})

const events = () =>
  world.rows<{ action: string; firm: string; reason: string; partner: string | null }>(
    `select action, actor_firm as firm, reason, partner_id as partner from event where account_id = $1 order by id`,
    [account.id],
  )
const actions = async () => (await events()).map(one => one.action)
const letters = async (kind: string) =>
  (
    await world.rows<{ to: string }>(
      'select to_address as "to" from letter where account_id = $1 and kind = $2 order by 1',
      [account.id, kind],
    )
  ).map(one => one.to)
const ask = (email = owner, reason = 'We never see them.') =>
  world.onAccount(email, account.id, 'partners.decide', change => askToEnd(change, grantId, reason))
const answer = (id: string, says: 'end' | 'keep', by = platform) =>
  world.asProvider(by, change => answerAsk(change, id, says, 'The exchange is not in yet.'))
const askId = async () => {
  const asked = await ask()
  if (asked === 'not-found' || !asked.ok) throw new Error('it was not asked')
  return asked.value.askId
}
const stateOf = async (id: string) =>
  (await world.rows<{ state: string }>('select state from designation_ask where id = $1', [id]))[0]?.state
const inside = async (email: string) => (await world.sight(email, account.id)) !== null

describe('what the provider sets', () => {
  test('opens the account to the firm’s administrator, in its history with the reason, told to both sides', async () => {
    const sight = await world.sight('admin@cedar.example', account.id)
    expect(sight?.authority.way).toBe('partner')
    expect([...(sight?.authority.capabilities ?? [])]).toContain('services.update')
    expect(await events()).toEqual([
      {
        action: 'grant.designated',
        firm: 'Northwind Telecom',
        reason: 'They know the exchange.',
        partner: world.partner('cedar-consulting'),
      },
    ])
    expect(await letters('partner-designated')).toEqual([
      'admin@cedar.example',
      'manager@harbour-dental.example',
      'owner@harbour-dental.example',
    ])
  })

  test('is not the account’s to revoke or suspend, and revoke all leaves it', async () => {
    for (const act of ['revoke', 'suspend'] as const) {
      const refused = await world.onAccount(owner, account.id, 'partners.decide', change =>
        changeGrant(change, { accountId: account.id, grantId }, act, 'account'),
      )
      expect(refused).toMatchObject({ refusal: 'set-by-provider' })
    }
    expect(
      await world.onAccount(owner, account.id, 'partners.decide', change =>
        revokeAll(change, { accountId: account.id }),
      ),
    ).toBe(0)
    expect(await inside('admin@cedar.example')).toBe(true)
  })

  test('hangs on the channel relationship of the two, if there is one, and on none else', async () => {
    const served = await designated('brightline-it')
    const rows = await world.rows(
      'select relationship_id as on, designation, review_at from access_grant where id = any($1) order by created_at',
      [[grantId, served]],
    )
    expect(rows).toEqual([
      { on: null, designation: 'provider', review_at: null },
      { on: account.relationshipId, designation: 'provider', review_at: null },
    ])
  })

  test('is held to the provider’s own limit, and to what can be chosen', async () => {
    const of = { accountId: account.id, partnerId: world.partner('cedar-consulting') }
    const refused = (giving: Giving) =>
      world.asProvider(platform, change => designate(change, of, giving, 'Why not.'))
    expect(await refused({ ...day, scope: { name: 'chosen', pages: [] } })).toMatchObject({
      refusal: 'nothing-chosen',
    })
    expect(await refused({ ...day, duration: { kind: 'until', date: '2020-01-31' } })).toMatchObject({
      refusal: 'ends-in-the-past',
    })
    await world.rows(`update provider set longest_grant_hours = 12 where slug = 'northwind'`)
    expect(await refused(day)).toMatchObject({ refusal: 'longer-than-limit' })
    await world.rows(`update provider set longest_grant_hours = null where slug = 'northwind'`)
  })

  test('no other provider’s account or firm, nor a closed one', async () => {
    const [here, there] = [world.partner('cedar-consulting'), world.partner('outback-networks')]
    const tries = [
      { by: platform, accountId: account.id, partnerId: there },
      { by: platform, accountId: world.account('southern-bakery'), partnerId: here },
      { by: 'platform@southern.example', accountId: account.id, partnerId: here },
      { by: 'platform@southern.example', accountId: account.id, partnerId: there },
      { by: platform, accountId: randomUUID(), partnerId: here },
    ]
    for (const { by, ...of } of tries)
      expect(await world.asProvider(by, change => designate(change, of, day, 'Why not.'))).toMatchObject({
        refusal: 'not-found',
      })
    const closed = await world.newAccount()
    await world.rows('update account set closed_at = now() where id = $1', [closed.id])
    const of = { accountId: closed.id, partnerId: here }
    expect(await world.asProvider(platform, change => designate(change, of, day, 'Why not.'))).toMatchObject({
      refusal: 'not-found',
    })
  })
})

describe('the account asks for its end', () => {
  test('once at a time, and it stands on the desk until it is answered', async () => {
    const before = await world.asProvider(platform, ({ tx, actor }) => waitingAsks(tx, actor.providerId))
    const id = await askId()
    expect(await ask(manager)).toMatchObject({
      refusal: 'already-asked',
      seen: { state: 'waiting', by: 'Harriet Osei' },
    })
    const desk = await world.asProvider(platform, async ({ tx, actor }) => ({
      count: await waitingAsks(tx, actor.providerId),
      listed: await asksOf(tx, actor.providerId, undefined),
      one: await askAtDesk(tx, actor.providerId, id),
    }))
    if (desk === 'not-found') throw new Error('no desk')
    expect(desk.count).toBe(Number(before) + 1)
    expect(desk.listed.asks.at(-1)).toEqual(desk.one)
    expect(desk.one).toMatchObject({
      state: 'waiting',
      reason: 'We never see them.',
      askedBy: 'Harriet Osei',
      partnerName: 'Cedar Consulting',
      grant: { id: grantId, state: 'active', setBy: 'Nora Whitfield', reason: 'They know the exchange.' },
    })
    const other = await world.asProvider('platform@southern.example', async ({ tx, actor }) => [
      await waitingAsks(tx, actor.providerId),
      await askAtDesk(tx, actor.providerId, id),
    ])
    expect(other).toEqual([0, null])
  })

  test('is not the firm’s to read: its event names no firm', async () => {
    await askId()
    expect((await events()).at(-1)).toMatchObject({ action: 'designation-ask.sent', partner: null })
  })

  test('only of what the provider set, and only while it lives', async () => {
    const given = await world.rows<{ id: string }>(
      `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by)
        select provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by from access_grant where id = $1
        returning id`,
      [grantId],
    )
    const asked = (id: string) =>
      world.onAccount(owner, account.id, 'partners.decide', change => askToEnd(change, id, ''))
    expect(await asked(given[0]?.id ?? '')).toMatchObject({ refusal: 'yours-to-end' })
    expect(await asked(randomUUID())).toMatchObject({ refusal: 'not-found' })
    await world.rows('update access_grant set ends_at = now() where id = $1', [grantId])
    expect(await asked(grantId)).toMatchObject({ refusal: 'over', seen: { state: 'expired', by: null } })
  })

  test('kept with a reason: the approvers hear it, and may ask again a day later', async () => {
    const id = await askId()
    expect(await answer(id, 'keep')).toMatchObject({ ok: true })
    expect(await inside('admin@cedar.example')).toBe(true)
    expect(await letters('designation-kept')).toEqual([
      'manager@harbour-dental.example',
      'owner@harbour-dental.example',
    ])
    const early = await ask()
    expect(early).toMatchObject({ refusal: 'kept-recently', from: expect.any(Date) })
    await world.rows(
      `update designation_ask set answered_at = answered_at - interval '24 hours' where id = $1`,
      [id],
    )
    expect(await ask()).toMatchObject({ ok: true })
    expect(await actions()).toEqual([
      'grant.designated',
      'designation-ask.sent',
      'designation-ask.kept',
      'designation-ask.sent',
    ])
  })

  test('ended: nobody of the firm is inside on the next request, and both sides are told', async () => {
    const id = await askId()
    expect(await inside('admin@cedar.example')).toBe(true)
    expect(await answer(id, 'end')).toMatchObject({ ok: true })
    expect(await inside('admin@cedar.example')).toBe(false)
    expect(await stateOf(id)).toBe('ended')
    expect((await actions()).sort()).toEqual([
      'designation-ask.granted',
      'designation-ask.sent',
      'grant.designated',
      'grant.terminated',
    ])
    expect(await letters('grant-ended')).toEqual([
      'admin@cedar.example',
      'manager@harbour-dental.example',
      'owner@harbour-dental.example',
    ])
    expect(await answer(id, 'keep')).toMatchObject({
      refusal: 'already-answered',
      seen: { state: 'ended', by: 'Nora Whitfield' },
    })
  })

  test('lapses with the access: ended by the provider, given up by the firm, or over by the clock', async () => {
    const id = await askId()
    await world.asProvider(platform, change =>
      changeGrant(change, { accountId: account.id, grantId }, 'terminate', 'provider'),
    )
    expect(await stateOf(id)).toBe('lapsed')
    expect(await answer(id, 'end')).toMatchObject({ refusal: 'lapsed', seen: { by: 'Nora Whitfield' } })
    grantId = await designated('cedar-consulting')
    const clocked = await askId()
    await world.rows('update access_grant set ends_at = now(), due_at = now() where id = $1', [grantId])
    expect(await answer(clocked, 'keep')).toMatchObject({ refusal: 'lapsed' })
    await sweep(60_000, world.pool)
    expect(await stateOf(clocked)).toBe('lapsed')
    expect((await actions()).filter(one => one === 'designation-ask.lapsed')).toHaveLength(2)
  })

  test('the provider’s own, and nobody else’s, to answer', async () => {
    const id = await askId()
    expect(await answer(id, 'end', 'platform@southern.example')).toMatchObject({ refusal: 'not-found' })
    expect(await answer(randomUUID(), 'end')).toMatchObject({ refusal: 'not-found' })
    expect(await answer(id, 'end', admin)).toBe('not-found')
    expect(await stateOf(id)).toBe('waiting')
  })
})
