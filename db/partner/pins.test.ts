import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostPins } from '#lib/partner/pins.ts'
import { type NewAccount, newWorld, type World } from '../proof/world.ts'
import { customerFilters } from './customer-sets.ts'
import { customerOf, customersOf } from './customers.ts'
import { pinCustomer, unpinCustomer } from './pins.ts'
import { removeColleague } from './staff-change.ts'

const [tech, admin, firm] = ['tech@brightline.example', 'admin@brightline.example', 'brightline-it']
let world: World
let made: NewAccount

beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.rows('delete from customer_pin')
  made = await world.newAccount()
})

const pin = (slug: string, email = tech) => world.asPartner(email, firm, change => pinCustomer(change, slug))
const unpin = (slug: string, email = tech) =>
  world.asPartner(email, firm, change => unpinCustomer(change, slug))
const pins = () =>
  world.rows<{ slug: string }>('select slug from customer_pin join account a on a.id = account_id')

/** Every page of the list, one after the other. */
async function whole(filter: (typeof customerFilters)[number], email = tech) {
  const read = await world.asPartner(email, firm, async ({ tx, partner }) => {
    const met: { slug: string; pinned: boolean }[] = []
    let after: string | undefined
    do {
      const page = await customersOf(tx, partner, { filter, after })
      met.push(...page.customers)
      after = page.next ?? undefined
    } while (after)
    return met
  })
  if (read === 'not-found') throw new Error('not read')
  return read
}

describe('a pinned customer', () => {
  test('stands first in the reader’s own list, and is pinned once however often it is pressed', async () => {
    await world.rows(`update account set name = 'Zz last of all' where id = $1`, [made.id])
    expect((await whole('all')).at(-1)?.slug).toBe(made.slug)
    expect(await pin(made.slug)).toEqual({ ok: true, value: null })
    expect(await pin(made.slug)).toEqual({ ok: true, value: null })
    expect(await pins()).toHaveLength(1)
    expect((await whole('all'))[0]).toMatchObject({ slug: made.slug, pinned: true })
    // A colleague's list is theirs.
    expect((await whole('all', admin)).at(-1)).toMatchObject({ slug: made.slug, pinned: false })
    const own = await world.asPartner(tech, firm, ({ tx, partner }) => customerOf(tx, partner, made.slug))
    expect(own).toMatchObject({ pinned: true })
    expect(await unpin(made.slug)).toEqual({ ok: true, value: null })
    expect(await unpin(made.slug)).toEqual({ ok: true, value: null })
    expect((await whole('all')).at(-1)).toMatchObject({ slug: made.slug, pinned: false })
  })

  test('stands first under every filter that it stands under', async () => {
    await pin('maple-logistics')
    let seen = 0
    for (const filter of customerFilters) {
      const list = await whole(filter)
      const at = list.findIndex(one => one.slug === 'maple-logistics')
      if (at >= 0) seen += 1
      expect([filter, Math.max(at, 0)]).toEqual([filter, 0])
    }
    expect(seen).toBeGreaterThan(2)
  })

  test('pages hold every account once, with the pinned over two of them', async () => {
    const more: string[] = []
    for (let i = 0; i < 40; i++) more.push((await world.newAccount()).slug)
    const before = await whole('all')
    for (const slug of more.slice(0, 30)) await pin(slug)
    const list = await whole('all')
    expect(list.map(one => one.slug).sort()).toEqual(before.map(one => one.slug).sort())
    expect(list.slice(0, 30).every(one => one.pinned)).toBe(true)
    expect(list.slice(30).some(one => one.pinned)).toBe(false)
    const rest = new Set(list.slice(30).map(one => one.slug))
    expect(list.slice(30).map(one => one.slug)).toEqual(
      before.map(one => one.slug).filter(slug => rest.has(slug)),
    )
  })

  test('is nothing that anybody is told of', async () => {
    const before = await world.rows('select id from event')
    await pin(made.slug)
    await unpin(made.slug)
    expect(await world.rows('select id from event')).toHaveLength(before.length)
  })
})

test.each(['southern-bakery', 'nowhere', '__proto__', '', "'; drop table account; --"])(
  'an account that the firm has no dealing with (%s) is not there to be pinned',
  async slug => {
    expect(await pin(slug)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await unpin(slug)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await pins()).toEqual([])
  },
)

test('fifty are the most, also where two are pinned at once; what has left the list does not count', async () => {
  const slugs: string[] = []
  for (let i = 0; i < mostPins + 2; i++) slugs.push((await world.newAccount()).slug)
  for (const slug of slugs.slice(0, mostPins - 1)) await pin(slug)
  const [one, other] = await Promise.all(slugs.slice(mostPins - 1, mostPins + 1).map(slug => pin(slug)))
  expect([one, other].filter(answer => answer !== 'not-found' && answer?.ok)).toHaveLength(1)
  expect([one, other]).toContainEqual({ ok: false, refusal: 'too-many' })
  expect(await pins()).toHaveLength(mostPins)
  expect(await pin(slugs[0] ?? '')).toEqual({ ok: true, value: null })
  await world.rows(
    `update channel_relationship set ended_at = now() where account_id = (select id from account where slug = $1)`,
    [slugs[0]],
  )
  expect(await pin(slugs.at(-1) ?? '')).toEqual({ ok: true, value: null })
})

test('the pins of whoever leaves the firm go with their place', async () => {
  await pin(made.slug)
  await pin(made.slug, admin)
  const [place] = await world.rows<{ id: string }>(
    `select s.id from partner_staff s join person p on p.id = s.person_id where p.email = $1`,
    [tech],
  )
  await world.asPartner(admin, firm, change => removeColleague(change, place?.id ?? ''))
  expect(await pins()).toHaveLength(1)
  expect(await pin(made.slug)).toBe('not-found')
})
