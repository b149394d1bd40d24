import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { sendRequest } from '../access-request/ask.ts'
import { approveRequest } from '../access-request/decide.ts'
import { changeGrant } from '../grant/change.ts'
import { customersOf } from '../partner/customers.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { askForMore } from './ask.ts'
import { endingSoon } from './extendable.ts'
import { askNext, beginRound, roundOf, roundsBefore, waitingIn } from './round.ts'

const world = await newWorld()
afterAll(() => world.close())

const tech = 'tech@brightline.example'
const admin = 'admin@brightline.example'
const owner = 'owner@harbour-dental.example'
const firm = 'brightline-it'
const day = { kind: 'hours', hours: 24 } as const

interface Given {
  readonly at: NewAccount
  readonly grantId: string
}

async function given(by = tech, hours = 48): Promise<Given> {
  const at = await world.newAccount()
  const scope = { name: 'services', pages: [] } as const
  const duration = { kind: 'hours', hours } as const
  const asking = { account: { slug: at.slug }, reason: 'Why.', ticket: '', scope, duration, startsAt: null }
  const sent = await world.asPartner(by, firm, change => sendRequest(change, asking))
  const request = sent !== 'not-found' && sent.ok ? sent.value.requestId : ''
  await world.onAccount(owner, at.id, 'partners.decide', change =>
    approveRequest(change, request, { scope, duration }),
  )
  const [row] = await world.rows<{ id: string }>('select id from access_grant where request_id = $1', [
    request,
  ])
  return { at, grantId: row?.id ?? '' }
}

const begin = (id: string, grantIds: readonly string[], extra = '24h', by = tech) =>
  world.asPartner(by, firm, change =>
    beginRound(change, {
      id,
      extra,
      reason: 'The handsets come late.',
      grants: new Map(grantIds.map(grant => [grant, null])),
    }),
  )
const waiting = (id: string, by = tech) => world.asPartner(by, firm, change => waitingIn(change, id))
const ask = (id: string, grant: string, by = tech) =>
  world.asPartner(by, firm, change => askNext(change, id, grant))
const askAll = async (id: string, by = tech) => {
  const ids = await waiting(id, by)
  for (const one of ids === 'not-found' || !ids ? [] : ids) await ask(id, one, by)
}
const outcomes = async (id: string, by = tech) => {
  const asks = await world.asPartner(by, firm, ({ tx, partner, actor }) =>
    roundOf(tx, partner, actor.personId, id),
  )
  return asks === 'not-found' || !asks
    ? null
    : Object.fromEntries(asks.map(one => [one.grantId, one.outcome]))
}
const letters = async (grants: readonly Given[]) => {
  const [row] = await world.rows<{ n: number }>(
    `select count(*)::int as n from letter where kind = 'extension-asked' and account_id = any($1)`,
    [grants.map(one => one.at.id)],
  )
  return row?.n
}
const extensions = async (grants: readonly Given[]) => {
  const [row] = await world.rows<{ n: number }>(
    'select count(*)::int as n from grant_extension where grant_id = any($1)',
    [grants.map(one => one.grantId)],
  )
  return row?.n
}

let three: readonly [Given, Given, Given]
let all: readonly string[]
beforeEach(async () => {
  three = [await given(), await given(), await given()]
  all = three.map(one => one.grantId)
})

describe('one press for several accounts', () => {
  test('is an ask of its own for each, with the letters and the event of a single one', async () => {
    const id = randomUUID()
    expect(await begin(id, all)).toMatchObject({ ok: true })
    expect(await extensions(three)).toBe(0)
    await askAll(id)
    expect(await outcomes(id)).toEqual(Object.fromEntries(all.map(one => [one, 'asked'])))
    expect(await extensions(three)).toBe(3)
    // Each account has two who decide, as newAccount made them.
    expect(await letters(three)).toBe(6)
    const told = await world.rows<{ by: string; reason: string }>(
      `select actor_name as by, reason from event where action = 'extension.asked' and account_id = any($1)`,
      [three.map(one => one.at.id)],
    )
    expect(told).toEqual(Array(3).fill({ by: 'Theo Nakamura', reason: 'The handsets come late.' }))
  })

  test('pressed twice at once, and again later, asks each once', async () => {
    const id = randomUUID()
    const begun = await Promise.all([begin(id, all), begin(id, all.toReversed())])
    expect(begun).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ])
    await Promise.all([askAll(id), askAll(id), ...all.map(one => ask(id, one))])
    await begin(id, all)
    await askAll(id)
    expect(await outcomes(id)).toEqual(Object.fromEntries(all.map(one => [one, 'asked'])))
    expect([await extensions(three), await letters(three)]).toEqual([3, 6])
  })

  test('that died in the middle goes on with what was not asked', async () => {
    const id = randomUUID()
    await begin(id, all)
    await ask(id, all[1] ?? '')
    const rounds = () =>
      world.asPartner(tech, firm, ({ tx, partner, actor }) => roundsBefore(tx, partner, actor.personId))
    expect(await rounds()).toMatchObject({ unfinished: id })
    expect(await waiting(id)).toEqual([all[0], all[2]])
    await begin(id, all)
    await askAll(id)
    expect(await extensions(three)).toBe(3)
    expect(await rounds()).toMatchObject({ unfinished: null })
  })

  test('tells of each why it was not asked, and asks the others', async () => {
    const [quicker, ended, blocked] = three
    const [limited, declined] = [await given(), await given()]
    await world.asPartner(admin, firm, change =>
      askForMore(change, { grantId: quicker.grantId, extra: day, reason: '', shownEnd: null }),
    )
    await world.onAccount(owner, ended.at.id, 'partners.decide', change =>
      changeGrant(change, { grantId: ended.grantId, accountId: ended.at.id }, 'revoke', 'account'),
    )
    await world.rows(
      `insert into partner_block (provider_id, account_id, partner_id, blocked_by, reason) select provider_id, $1, $2, id, '' from person where email = $3`,
      [blocked.at.id, world.partner(firm), owner],
    )
    await world.rows(
      `insert into grant_extension (provider_id, account_id, partner_id, grant_id, requested_by, asked_end, state, decided_at)
        select provider_id, account_id, partner_id, id, $2, now() + interval '9 days', 'declined', now() from access_grant where id = $1`,
      [declined.grantId, world.actor(tech).personId],
    )
    const id = randomUUID()
    await begin(id, [...all, limited.grantId, declined.grantId])
    await world.rows(`update provider set longest_grant_hours = 60 where slug = 'northwind'`)
    await askAll(id)
    await world.rows(`update provider set longest_grant_hours = null where slug = 'northwind'`)
    expect(await outcomes(id)).toEqual({
      [quicker.grantId]: 'already-open',
      [ended.grantId]: 'already-ended',
      [blocked.grantId]: 'blocked',
      [limited.grantId]: 'longer-than-limit',
      [declined.grantId]: 'declined-recently',
    })
    const told = await world.asPartner(tech, firm, ({ tx, partner, actor }) =>
      roundOf(tx, partner, actor.personId, id),
    )
    const seen = told === 'not-found' || !told ? [] : told.map(one => one.seen?.by).filter(Boolean)
    expect(seen.sort()).toEqual(['Amara Singh', 'Harriet Osei'])
  })

  test('reaches no grant of another firm, and none to which the technician is not assigned', async () => {
    const other = await world.rows<{ id: string }>(
      `update access_grant set partner_id = $2, request_id = null, relationship_id = null where id = $1 returning id`,
      [all[0], world.partner('cedar-consulting')],
    )
    expect(other).toHaveLength(1)
    expect(await begin(randomUUID(), all)).toEqual({ ok: false, refusal: 'not-found' })
    const leads = await given(admin)
    const id = randomUUID()
    await begin(id, [leads.grantId])
    await askAll(id)
    expect(await outcomes(id)).toEqual({ [leads.grantId]: 'not-assigned' })
  })

  test('is its sender’s alone, and its key is good for one input', async () => {
    const id = randomUUID()
    await begin(id, all)
    expect(await waiting(id, admin)).toBeNull()
    expect(await outcomes(id, admin)).toBeNull()
    await ask(id, all[0] ?? '', admin)
    expect(await extensions(three)).toBe(0)
    for (const odd of [begin(id, all, '1h'), begin(id, all.slice(1)), begin(id, all, '24h', admin)])
      expect(await odd).toEqual({ ok: false, refusal: 'other' })
  })
})

describe('the list of what ends soon', () => {
  const listed = async (by: string, more: { search?: string; after?: string } = {}) => {
    const found = await world.asPartner(by, firm, ({ tx, partner }) => endingSoon(tx, partner, more))
    return found === 'not-found' ? { grants: [], next: null } : found
  }

  test('holds what this reader may ask for, and only that', async () => {
    const [late, leads] = [await given(tech, 31 * 24), await given(admin)]
    const ids = async (by: string) => (await listed(by)).grants.map(one => one.id)
    expect(await ids(tech)).toEqual(expect.arrayContaining([...all]))
    for (const by of [tech, admin]) expect(await ids(by)).not.toContain(late.grantId)
    expect(await ids(tech)).not.toContain(leads.grantId)
    expect(await ids(admin)).toContain(leads.grantId)
    await world.asPartner(tech, firm, change =>
      askForMore(change, { grantId: all[0] ?? '', extra: day, reason: '', shownEnd: null }),
    )
    expect((await listed(tech)).grants.find(one => one.id === all[0])?.extending).toBe(true)
  })

  test('is what the customers’ list calls extendable', async () => {
    for (const by of [tech, admin]) {
      const { grants } = await listed(by)
      const said = await world.asPartner(by, firm, ({ tx, partner }) =>
        customersOf(tx, partner, { filter: 'active' }),
      )
      const customers = said === 'not-found' ? [] : said.customers
      const soon = Date.now() + 30 * 86_400_000
      for (const { live } of customers)
        for (const { id, extendable, endsAt } of live)
          if (endsAt && endsAt.getTime() < soon)
            expect(
              grants.some(one => one.id === id),
              id,
            ).toBe(extendable)
    }
  })

  test('is searched by customer, and goes on behind its last row', async () => {
    const [one] = three
    const found = await listed(tech, { search: one.at.slug.replace('-', ' ') })
    expect(found.grants.map(({ id }) => id)).toContain(one.grantId)
    await world.rows(
      `insert into access_grant (provider_id, account_id, partner_id, scope, duration, state, approved_by, starts_at, ends_at)
        select provider_id, account_id, partner_id, scope, duration, state, approved_by, starts_at, ends_at from access_grant, generate_series(1, 60)
        where id = $1`,
      [one.grantId],
    )
    const first = await listed(admin)
    expect(first.grants).toHaveLength(50)
    const second = await listed(admin, { after: first.next ?? '' })
    const seen = [...first.grants, ...second.grants].map(({ id }) => id)
    expect(new Set(seen).size).toBe(seen.length)
    expect(second.grants.length).toBeGreaterThan(10)
  })
})
