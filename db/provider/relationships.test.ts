import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendRequest } from '../access-request/ask.ts'
import { approveRequest } from '../access-request/decide.ts'
import { askForMore } from '../extension/ask.ts'
import { endRelationship } from '../partner/relationship.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { type Dependant, dependantsOf } from './dependants.ts'
import { changeGrantAsProvider } from './grants.ts'
import { relationshipCounts, relationshipOf, relationshipsOf } from './relationships.ts'

const tech = 'tech@brightline.example'
const owner = 'owner@harbour-dental.example'
const platform = 'platform@northwind.example'
const stranger = 'platform@southern.example'
const services = { name: 'services', pages: [] } as const
const ongoing = { kind: 'ongoing' } as const

let world: World
let made: NewAccount

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  made = await world.newAccount()
})

async function ask(account: { slug: string } | { code: string } = { slug: made.slug }): Promise<string> {
  const asking = {
    account,
    reason: 'Support.',
    ticket: '',
    scope: services,
    duration: ongoing,
    startsAt: null,
  }
  const sent = await world.asPartner(tech, 'brightline-it', change => sendRequest(change, asking))
  if (sent === 'not-found' || !sent.ok) throw new Error('not sent')
  return sent.value.requestId
}

async function given(account?: { code: string }): Promise<string> {
  const requestId = await ask(account)
  await world.onAccount(owner, made.id, 'partners.decide', change =>
    approveRequest(change, requestId, { scope: services, duration: ongoing }),
  )
  const [grant] = await world.rows<{ id: string }>('select id from access_grant where request_id = $1', [
    requestId,
  ])
  return grant?.id ?? ''
}

const end = (email = platform, reason = '') =>
  world.asProvider(email, change => endRelationship(change, made.relationshipId, reason))

async function hanging(email = platform): Promise<readonly Dependant[]> {
  const found = await world.asProvider(email, ({ tx, actor }) =>
    dependantsOf(tx, actor.providerId, 'relationship', made.relationshipId),
  )
  return found === 'not-found' ? [] : found
}

const states = async (table: 'access_grant' | 'access_request') =>
  (
    await world.rows<{ state: string }>(
      `select state from ${table} where account_id = $1 order by created_at`,
      [made.id],
    )
  ).map(row => row.state)

describe('ending a relationship', () => {
  test('ends exactly what the preview named, and puts everybody out', async () => {
    const grantId = await given()
    const requestId = await ask()
    const preview = await hanging()
    expect(preview.map(one => [one.kind, one.id, one.hangs])).toEqual([
      ['grant', grantId, true],
      ['request', requestId, true],
    ])
    expect(preview[0]).toMatchObject({ assigned: ['Theo Nakamura'], scope: services, endsAt: null })
    expect(await world.sight(tech, made.id)).not.toBeNull()
    expect(await end(platform, 'Contract over.')).toMatchObject({ ok: true, value: { tookAlong: true } })
    expect(await states('access_grant')).toEqual(['terminated'])
    expect(await states('access_request')).toEqual(['approved', 'lapsed'])
    expect(
      await world.rows('select 1 from assignment where account_id = $1 and ended_at is null', [made.id]),
    ).toEqual([])
    expect(await world.sight(tech, made.id)).toBeNull()
    expect(await world.sight('admin@brightline.example', made.id)).toBeNull()
    expect((await hanging()).map(one => [one.kind, one.id, one.state])).toEqual([
      ['grant', grantId, 'terminated'],
      ['request', requestId, 'lapsed'],
    ])
  })

  test('says that nothing ended with it where nothing hung on it', async () => {
    expect(await hanging()).toEqual([])
    expect(await end()).toMatchObject({ ok: true, value: { tookAlong: false } })
  })

  test('leaves alone what the account gave by its code, and says so before', async () => {
    await world.rows('update channel_relationship set ended_at = now() where id = $1', [made.relationshipId])
    const free = await given({ code: made.code })
    await world.rows('update channel_relationship set ended_at = null where id = $1', [made.relationshipId])
    const bound = await given()
    expect((await hanging()).map(one => [one.id, one.hangs])).toEqual([
      [bound, true],
      [free, false],
    ])
    await end()
    const left = await world.rows(
      'select id, state from access_grant where account_id = $1 order by created_at',
      [made.id],
    )
    expect(left).toEqual([
      { id: free, state: 'active' },
      { id: bound, state: 'terminated' },
    ])
  })

  test('appointing the firm again revives nothing: it must ask again', async () => {
    await given()
    await ask()
    await end()
    await world.rows(
      `insert into channel_relationship (provider_id, partner_id, account_id)
        select provider_id, partner_id, account_id from channel_relationship where id = $1`,
      [made.relationshipId],
    )
    expect(await world.sight(tech, made.id)).toBeNull()
    expect(await states('access_grant')).toEqual(['terminated'])
    expect(await states('access_request')).toEqual(['approved', 'lapsed'])
    await given()
    expect(await world.sight(tech, made.id)).not.toBeNull()
  })

  test('happens once: two at the same moment, one is told by whom', async () => {
    await given()
    const both = await Promise.all([end(), end()])
    expect(both.filter(one => one !== 'not-found' && one.ok)).toHaveLength(1)
    expect(both).toContainEqual({
      ok: false,
      refusal: 'already-ended',
      seen: { state: 'ended', by: 'Nora Whitfield' },
    })
    const events = await world.rows(
      `select 1 from event where subject_id = $1 and action = 'relationship.ended'`,
      [made.relationshipId],
    )
    expect(events).toHaveLength(1)
  })
})

test('what would lapse with it is counted: asks for more time under what hangs on it', async () => {
  const grantId = await given()
  const counted = () =>
    world.asProvider(platform, async ({ tx, actor }) => {
      const found = await relationshipOf(tx, actor.providerId, made.relationshipId)
      return found?.extensions
    })
  expect(await counted()).toBe(0)
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  await world.rows('update access_grant set ends_at = $2 where id = $1', [grantId, inHours(20)])
  await world.asPartner('admin@brightline.example', 'brightline-it', change =>
    askForMore(change, { grantId, extra: { kind: 'hours', hours: 24 }, reason: '', shownEnd: null }),
  )
  expect(await counted()).toBe(1)
  await world.rows('update access_grant set starts_at = $2, ends_at = $3 where id = $1', [
    grantId,
    inHours(-2),
    inHours(-1),
  ])
  expect(await counted()).toBe(0)
})

describe('another provider', () => {
  test('sees no relationship of this one, in the list, by its id, or by search', async () => {
    const seen = await world.asProvider(stranger, async ({ tx, actor }) => ({
      one: await relationshipOf(tx, actor.providerId, made.relationshipId),
      dependants: await dependantsOf(tx, actor.providerId, 'relationship', made.relationshipId),
      found: await relationshipsOf(tx, actor.providerId, {
        filter: 'running',
        search: 'Brightline',
        after: undefined,
      }),
      // Even with this provider's id in hand: the wall stands in the database.
      forged: await relationshipsOf(tx, world.provider('northwind'), {
        filter: 'running',
        search: '',
        after: undefined,
      }),
    }))
    expect(seen).toEqual({
      one: null,
      dependants: [],
      found: { relationships: [], next: null },
      forged: { relationships: [], next: null },
    })
  })

  test('ends and changes nothing', async () => {
    const grantId = await given()
    expect(await end(stranger)).toMatchObject({ ok: false, refusal: 'not-found' })
    for (const act of ['suspend', 'resume', 'terminate'] as const) {
      const of = { relationshipId: made.relationshipId, grantId }
      expect(
        await world.asProvider(stranger, change => changeGrantAsProvider(change, of, act, '')),
      ).toMatchObject({
        ok: false,
        refusal: 'not-found',
      })
    }
    expect(await states('access_grant')).toEqual(['active'])
  })
})

describe('one grant', () => {
  const act = (
    grantId: string,
    what: 'suspend' | 'resume' | 'terminate',
    relationshipId = made.relationshipId,
  ) =>
    world.asProvider(platform, change => changeGrantAsProvider(change, { relationshipId, grantId }, what, ''))

  test('is held, let go on and ended by the provider, and the firm feels it at once', async () => {
    const grantId = await given()
    expect(await act(grantId, 'suspend')).toMatchObject({ ok: true })
    expect(await world.sight(tech, made.id)).toBeNull()
    expect(await act(grantId, 'suspend')).toMatchObject({ ok: false, refusal: 'already-suspended' })
    expect(await act(grantId, 'resume')).toMatchObject({ ok: true })
    expect(await world.sight(tech, made.id)).not.toBeNull()
    expect(await act(grantId, 'terminate')).toMatchObject({ ok: true })
    expect(await world.sight(tech, made.id)).toBeNull()
    expect(await act(grantId, 'resume')).toMatchObject({ ok: false, refusal: 'already-ended' })
  })

  test('is not reached through another account’s relationship', async () => {
    const grantId = await given()
    const other = await world.newAccount()
    expect(await act(grantId, 'terminate', other.relationshipId)).toMatchObject({
      ok: false,
      refusal: 'not-found',
    })
    expect(await states('access_grant')).toEqual(['active'])
  })
})

test('the list counts what hangs on each, is searched, and ended ones keep who and when', async () => {
  await given()
  await ask()
  const read = (filter: 'running' | 'ended', search: string) =>
    world.asProvider(platform, ({ tx, actor }) =>
      relationshipsOf(tx, actor.providerId, { filter, search, after: undefined }),
    )
  const name =
    (await world.rows<{ name: string }>('select name from account where id = $1', [made.id]))[0]?.name ?? ''
  expect(await read('running', name)).toMatchObject({
    relationships: [{ id: made.relationshipId, grants: 1, requests: 1 }],
  })
  await end()
  expect(await read('running', name)).toMatchObject({ relationships: [] })
  expect(await read('ended', 'brt-4821')).toMatchObject({
    relationships: expect.arrayContaining([
      expect.objectContaining({ id: made.relationshipId, endedBy: 'Nora Whitfield', grants: 0, requests: 0 }),
    ]),
  })
  const counts = await world.asProvider(platform, ({ tx, actor }) => relationshipCounts(tx, actor.providerId))
  expect(counts).toMatchObject({ ended: expect.any(Number), running: expect.any(Number) })
})
