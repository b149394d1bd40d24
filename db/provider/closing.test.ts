import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendRequest } from '../access-request/ask.ts'
import { approveRequest } from '../access-request/decide.ts'
import { closeAccount } from '../account/close.ts'
import { createAccount } from '../account/create.ts'
import { closePartner } from '../partner/close.ts'
import { createPartner } from '../partner/create.ts'
import { endRelationship } from '../partner/relationship.ts'
import { startRelationship } from '../partner/start-relationship.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'

const platform = 'platform@northwind.example'
const stranger = 'platform@southern.example'
const owner = 'owner@harbour-dental.example'
const tech = 'tech@brightline.example'
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

const asking = (slug: string) => ({
  account: { slug },
  reason: 'Support.',
  ticket: '',
  scope: services,
  duration: ongoing,
  startsAt: null,
})

const ask = (account = made) =>
  world.asPartner(tech, 'brightline-it', change => sendRequest(change, asking(account.slug)))

async function requested(account = made): Promise<string> {
  const sent = await ask(account)
  if (sent === 'not-found' || !sent.ok) throw new Error('not sent')
  return sent.value.requestId
}

const approve = (requestId: string, account = made) =>
  world.onAccount(owner, account.id, 'partners.decide', change =>
    approveRequest(change, requestId, { scope: services, duration: ongoing }),
  )

const close = (email = platform, id = made.id) =>
  world.asProvider(email, change => closeAccount(change, id, 'The practice has closed.'))

const one = async <T>(text: string, values: readonly unknown[] = [made.id]) =>
  (await world.rows<{ v: T }>(`select (${text}) as v`, values))[0]?.v

const actions = async (column: 'account_id' | 'partner_id', id: string) =>
  (
    await world.rows<{ action: string }>(`select action from event where ${column} = $1 order by id`, [id])
  ).map(row => row.action)

describe('closing an account', () => {
  test('ends grants, requests, relationships, assignments and places at one instant, and tells both sides once', async () => {
    await approve(await requested())
    await requested()
    expect(await world.sight(tech, made.id)).not.toBeNull()
    expect(await close()).toMatchObject({ ok: true })
    const [ended] = await world.rows<Record<string, unknown>>(
      `select (select array_agg(state) from access_grant where account_id = $1) as grants,
        (select array_agg(state order by created_at) from access_request where account_id = $1) as requests,
        (select count(*)::int from channel_relationship where account_id = $1 and ended_at is null) as relationships,
        (select count(*)::int from assignment where account_id = $1 and ended_at is null) as assignments,
        (select count(*)::int from membership where account_id = $1 and state <> 'removed') as places,
        (select count(distinct t)::int from (select ended_at as t from access_grant where account_id = $1
          union select closed_at from account where id = $1 union select ended_at from channel_relationship where account_id = $1) x) as instants`,
      [made.id],
    )
    expect(ended).toEqual({
      grants: ['terminated'],
      requests: ['approved', 'lapsed'],
      relationships: 0,
      assignments: 0,
      places: 0,
      instants: 1,
    })
    for (const email of [tech, owner, platform]) expect(await world.sight(email, made.id)).toBeNull()
    const letters = await world.rows<{ to: string; kind: string; side: string }>(
      `select to_address as "to", kind, facts->>'side' as side from letter where account_id = $1
        and kind not in ('access-requested', 'access-approved') order by to_address`,
      [made.id],
    )
    expect(letters.map(letter => [letter.to, letter.kind, letter.side])).toEqual([
      ['admin@brightline.example', 'account-closed', 'partner'],
      ['manager@harbour-dental.example', 'account-closed', 'account'],
      [owner, 'account-closed', 'account'],
      [tech, 'account-closed', 'partner'],
    ])
    expect(await actions('account_id', made.id)).toEqual(
      expect.arrayContaining([
        'account.closed',
        'relationship.ended',
        'grant.terminated',
        'access-request.ended-with-account',
      ]),
    )
  })

  test('twice at once: one is told by whom, and it stands in the history once', async () => {
    const both = await Promise.all([close(), close()])
    expect(both.filter(answer => answer !== 'not-found' && answer.ok)).toHaveLength(1)
    expect(both).toContainEqual({
      ok: false,
      refusal: 'already-closed',
      seen: { state: 'closed', by: 'Nora Whitfield' },
    })
    expect((await actions('account_id', made.id)).filter(action => action === 'account.closed')).toHaveLength(
      1,
    )
  })

  test('against an approval: whichever comes first, nobody gets in', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      made = await world.newAccount()
      const request = await requested()
      const moves = [() => approve(request), () => close()]
      if (turn % 2) moves.reverse()
      await Promise.all(moves.map(move => move()))
      expect(await one('select closed_at is not null from account where id = $1')).toBe(true)
      expect(
        await one<number>(
          `select count(*)::int from access_grant where account_id = $1 and state in ('active', 'scheduled', 'suspended')`,
        ),
      ).toBe(0)
      expect(await world.sight(tech, made.id)).toBeNull()
    }
  })

  test('against a request that is being sent: none stays open', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      made = await world.newAccount()
      await Promise.all(turn % 2 ? [ask(), close()] : [close(), ask()])
      expect(
        await one<number>(
          `select count(*)::int from access_request where account_id = $1 and state = 'pending'`,
        ),
      ).toBe(0)
    }
  })

  test('waits for its client accounts, also for one that is being created', async () => {
    const details = {
      name: 'A client',
      legalName: 'A client',
      addressLine: '',
      city: '',
      postalCode: '',
      country: '',
      phone: '',
      emergencyContact: '',
      timeZone: 'UTC',
    }
    const brandId = await one<string>('select home_brand_id from account where id = $1')
    const create = () =>
      world.asProvider(platform, change =>
        createAccount(change, {
          details,
          brandId,
          parent: made.slug,
          products: [],
          people: [],
          looked: true,
        }),
      )
    const [closed, created] = await Promise.all([close(), create()])
    const done = [closed, created].map(answer => answer !== 'not-found' && answer.ok)
    expect(done.filter(Boolean)).toHaveLength(1)
    if (created !== 'not-found' && created.ok) {
      expect(closed).toMatchObject({ refusal: 'has-clients', seen: { by: 'A client' } })
      expect(await close(platform, created.value.id)).toMatchObject({ ok: true })
      expect(await close()).toMatchObject({ ok: true })
    }
  })

  test('is not for another provider', async () => {
    expect(await close(stranger)).toMatchObject({ ok: false, refusal: 'not-found' })
    expect(await one('select closed_at is null from account where id = $1')).toBe(true)
  })
})

describe('closing a firm', () => {
  const firm = async () => {
    const created = await world.asProvider(platform, change =>
      createPartner(change, { name: `Firm ${made.slug}`, partnerCode: codes.shift() ?? '' }),
    )
    if (created === 'not-found' || !created.ok) throw new Error('not created')
    const { id, slug } = created.value
    await world.rows(
      `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
        select provider_id, $1, id, 'administrator', now() from person where email = $2`,
      [id, tech],
    )
    await world.asProvider(platform, change =>
      startRelationship(change, { partnerId: id, accountId: made.id }),
    )
    return { id, slug }
  }
  const codes = ['FRM-0005', 'FRM-0012', 'FRM-0037', 'FRM-0044']
  const closeFirm = (id: string, email = platform) =>
    world.asProvider(email, change => closePartner(change, id, 'Out of business.'))
  const send = (slug: string) => world.asPartner(tech, slug, change => sendRequest(change, asking(made.slug)))

  test('ends all that it holds, and tells both sides once', async () => {
    const { id, slug } = await firm()
    const sent = await send(slug)
    if (sent === 'not-found' || !sent.ok) throw new Error('not sent')
    await approve(sent.value.requestId)
    await send(slug)
    expect(await closeFirm(id)).toMatchObject({ ok: true })
    const [left] = await world.rows(
      `select (select count(*)::int from access_grant where partner_id = $1 and state <> 'terminated') as grants,
        (select count(*)::int from access_request where partner_id = $1 and state in ('pending', 'question')) as requests,
        (select count(*)::int from channel_relationship where partner_id = $1 and ended_at is null) as relationships,
        (select count(*)::int from partner_staff where partner_id = $1 and removed_at is null) as staff,
        (select count(*)::int from assignment where partner_id = $1 and ended_at is null) as assignments`,
      [id],
    )
    expect(left).toEqual({ grants: 0, requests: 0, relationships: 0, staff: 0, assignments: 0 })
    expect(await world.sight(tech, made.id)).toBeNull()
    const letters = await world.rows<{ to: string; side: string }>(
      `select to_address as "to", facts->>'side' as side from letter where kind = 'partner-closed' and subject_id = $1 order by 1`,
      [id],
    )
    expect(letters).toEqual([
      { to: 'manager@harbour-dental.example', side: 'account' },
      { to: owner, side: 'account' },
      { to: tech, side: 'partner' },
    ])
    expect(await actions('partner_id', id)).toEqual(
      expect.arrayContaining([
        'partner.closed',
        'relationship.ended',
        'grant.terminated',
        'access-request.ended-with-partner',
      ]),
    )
    expect(await closeFirm(id)).toMatchObject({ refusal: 'already-closed', seen: { by: 'Nora Whitfield' } })
  })

  test('against a request that it is sending: none stays open', async () => {
    const { id, slug } = await firm()
    await Promise.all([send(slug), closeFirm(id)])
    expect(
      await one<number>(
        `select count(*)::int from access_request where partner_id = $1 and state = 'pending'`,
        [id],
      ),
    ).toBe(0)
    expect(await send(slug)).toBe('not-found')
  })

  test('is not for another provider', async () => {
    expect(await closeFirm(world.partner('cedar-consulting'), stranger)).toMatchObject({
      refusal: 'not-found',
    })
  })
})

describe('starting a relationship', () => {
  const start = (email = platform) =>
    world.asProvider(email, change =>
      startRelationship(change, { partnerId: world.partner('cedar-consulting'), accountId: made.id }),
    )

  test('tells both sides, stands in both histories, and opens nothing', async () => {
    const started = await start()
    expect(started).toMatchObject({ ok: true, value: { partnerName: 'Cedar Consulting' } })
    expect(await actions('account_id', made.id)).toEqual(['relationship.started'])
    expect(
      await world.rows(
        `select to_address as "to" from letter where account_id = $1 and kind = 'relationship-started' order by 1`,
        [made.id],
      ),
    ).toEqual([{ to: 'admin@cedar.example' }, { to: 'manager@harbour-dental.example' }, { to: owner }])
    expect(await world.sight('admin@cedar.example', made.id)).toBeNull()
  })

  test('twice at once: one relationship, and the other is told which and by whom', async () => {
    const both = await Promise.all([start(), start()])
    expect(both.filter(answer => answer !== 'not-found' && answer.ok)).toHaveLength(1)
    expect(both).toContainEqual(
      expect.objectContaining({
        refusal: 'already-running',
        running: expect.objectContaining({ by: 'Nora Whitfield' }),
      }),
    )
  })

  test('again after an end is a new one', async () => {
    const first = await start()
    if (first === 'not-found' || !first.ok) throw new Error('not started')
    await world.asProvider(platform, change => endRelationship(change, first.value.relationshipId, ''))
    expect(await start()).toMatchObject({ ok: true })
  })

  test('is refused for another provider’s firm or account, and for closed ones', async () => {
    expect(await start(stranger)).toMatchObject({ refusal: 'not-found' })
    await close()
    expect(await start()).toMatchObject({ refusal: 'not-found' })
  })
})
