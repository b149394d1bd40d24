import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { mostClientsADay } from '#lib/account/clients.ts'
import type { AccountChange } from '../change.ts'
import { undo } from '../client.ts'
import { newWorld } from '../proof/world.ts'
import { addClient, type NewClient } from './add-client.ts'

const world = await newWorld()
afterAll(() => world.close())
const secret = 'a secret that is long enough for tests, at least'
const contributor = 'contributor@maple.example'
const maple = world.account('maple-logistics')
const depot = world.account('maple-depot-west')

const details = (name: string) => ({
  name,
  legalName: `${name} Ltd`,
  addressLine: '',
  city: '',
  postalCode: '',
  country: '',
  phone: '',
  emergencyContact: '',
  timeZone: 'America/Vancouver',
})
const brand = await world
  .rows<{ id: string }>(`select id from branding_domain where host = 'northwind.localhost'`)
  .then(rows => rows[0]?.id)

const client = (name: string, more: Partial<NewClient> = {}): NewClient => ({
  details: details(name),
  brandId: brand,
  products: ['cloud-pbx'],
  people: [],
  looked: false,
  ...more,
})
const owner = (email: string, name = 'Nora Field') => [
  { name, email, roles: ['account-owner' as const], kinds: ['owner' as const] },
]

/** As the action does it: what is refused is undone. */
const add = (asked: NewClient, email = contributor, account = maple) =>
  world.onAccount(email, account, 'clients.create', async (change: AccountChange) => {
    const added = await addClient(change, asked, secret)
    return added.ok ? added : undo(added)
  })

const counted = async () => {
  const tables = ['account', 'account_product', 'membership', 'person', 'letter', 'event', 'one_time_token']
  const rows = await world.rows<{ text: string }>(
    `select ${tables.map(table => `(select count(*) from ${table})`).join(` || ',' || `)} as text`,
  )
  return rows[0]?.text
}
const eventsOf = (account: string) =>
  world.rows<{ action: string; name: string; firm: string; kind: string; what: string }>(
    `select action, actor_name as name, actor_firm as firm, actor_kind as kind, data->>'what' as what from event
      where account_id = $1 order by id desc limit 2`,
    [account],
  )

describe('a client account', () => {
  test('is made under its parent with products and owner, in the parent’s name, and both histories tell it', async () => {
    const added = await add(client('Maple Harbour Yard', { people: owner('nora@yard.example') }))
    if (added === 'not-found' || !('value' in added)) throw new Error('not added')
    const { id, slug } = added.value
    expect(slug).toBe('maple-harbour-yard')
    const [row] = await world.rows(
      `select parent_id as parent, array(select product from account_product where account_id = a.id) as products from account a where id = $1`,
      [id],
    )
    expect(row).toEqual({ parent: maple, products: ['cloud-pbx'] })
    expect(await eventsOf(maple)).toMatchObject([
      {
        action: 'account.client-added',
        firm: 'Maple Logistics',
        kind: 'account',
        what: 'Maple Harbour Yard',
      },
      {},
    ])
    const told = await eventsOf(id)
    expect(told.map(one => [one.action, one.firm])).toEqual([
      ['membership.added', 'Maple Logistics'],
      ['account.created', 'Maple Logistics'],
    ])
    const letters = await world.rows<{ to: string }>(
      `select l.to_address as to from letter l join person p on p.id = l.person_id where l.account_id = $1`,
      [id],
    )
    expect(letters).toHaveLength(1)
    // Whoever added it gets in, with what the parent's roles give there.
    expect((await world.sight(contributor, id))?.authority.capabilities).toContain('subscriptions.update')
    expect((await world.sight('owner@maple.example', id))?.authority ?? null).toBeNull()
  })

  test('without a named owner nobody of its own decides, and the parent’s Service Contributors do', async () => {
    const added = await add(client('Maple Quiet Yard'))
    if (added === 'not-found' || !('value' in added)) throw new Error('not added')
    expect((await world.sight(contributor, added.value.id))?.authority.capabilities).toContain(
      'partners.decide',
    )
  })

  test.each([
    ['another’s name', client('Maple Logistics'), { refusal: 'alike', known: true }],
    [
      'the name of a customer that is none of its own',
      client('Harbour Dental'),
      { refusal: 'alike', known: false },
    ],
    [
      'a product that the parent has not',
      client('Pipes', { products: ['sip-trunks'] }),
      { refusal: 'not-its-product' },
    ],
    [
      'a branding domain of nobody’s',
      client('Pipes', { brandId: randomUUID() }),
      { refusal: 'unknown-brand' },
    ],
    [
      'no branding domain where there are several',
      client('Pipes', { brandId: undefined }),
      { refusal: 'unknown-brand' },
    ],
    [
      'an owner who works for the provider',
      client('Pipes', { people: owner('platform@northwind.example') }),
      { refusal: 'not-invited', who: { refusal: 'taken' } },
    ],
  ])('is refused for %s, and nothing of it stands', async (_, asked, refusal) => {
    const before = await counted()
    expect(await add(asked)).toMatchObject({ ok: false, ...refusal })
    expect(await counted()).toBe(before)
  })

  test('goes through for a name that was looked at', async () => {
    expect(await add(client('Harbour Dental', { looked: true }))).toMatchObject({ ok: true })
  })

  test.each([
    ['an owner of the parent', 'owner@maple.example', maple],
    ['whoever reads bills', 'billing@maple.example', maple],
    ['an owner of a client account with the very role', 'owner@depot.example', depot],
    ['the same on the parent', 'owner@depot.example', maple],
    ['a firm', 'admin@brightline.example', maple],
    ['another provider’s staff', 'platform@southern.example', maple],
  ])('is not for %s to add', async (_, email, account) => {
    const before = await counted()
    expect(await add(client('By hand'), email, account)).toBe('not-found')
    expect(await counted()).toBe(before)
  })

  test('is added on a client account by the parent’s Subscription Contributor and the provider, in their names', async () => {
    for (const [email, firm, name] of [
      [contributor, 'Maple Logistics', 'Depot Kiosk North'],
      ['platform@northwind.example', 'Northwind Telecom', 'Depot Kiosk South'],
    ] as const) {
      const added = await add(client(name), email, depot)
      if (added === 'not-found' || !('value' in added)) throw new Error('not added')
      expect((await eventsOf(depot))[0]).toMatchObject({ action: 'account.client-added', firm, what: name })
      // Two levels down the first parent is nobody, and money is the provider's alone.
      if (email === contributor) expect(await world.sight(contributor, added.value.id)).toBeNull()
      const ofClient = await world.sight('owner@depot.example', added.value.id)
      expect(ofClient?.authority.capabilities).toContain('subscriptions.read')
      expect(ofClient?.authority.capabilities).not.toContain('subscriptions.update')
    }
  })

  test('of one name is added once by two at the same moment, and the other is told', async () => {
    const both = await Promise.all([add(client('Maple Twin')), add(client('Maple Twin'))])
    expect(both.map(one => one !== 'not-found' && one.ok).sort()).toEqual([false, true])
    expect(both).toContainEqual(expect.objectContaining({ ok: false, refusal: 'alike', known: true }))
  })

  test(`comes ${mostClientsADay} times a day and not once more, until the first is a day old`, async () => {
    const [{ n } = { n: 0 }] = await world.rows<{ n: number }>(
      "select count(*)::int as n from account where parent_id = $1 and created_at > now() - interval '24 hours'",
      [maple],
    )
    for (let i = n; i < mostClientsADay; i += 1)
      expect(
        await add(client(`Branch ${String.fromCharCode(65 + i)} of many`, { looked: true })),
      ).toMatchObject({ ok: true })
    const before = await counted()
    const refused = await Promise.all([add(client('One too many')), add(client('Two too many'))])
    for (const one of refused) expect(one).toMatchObject({ ok: false, refusal: 'enough-today' })
    expect(await counted()).toBe(before)
    await world.rows(
      `update account set created_at = created_at - interval '25 hours' where parent_id = $1`,
      [maple],
    )
    expect(await add(client('One more'))).toMatchObject({ ok: true })
  })
})
