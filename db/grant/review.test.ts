import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { limitValues, usualLimits } from '#lib/limits/limits.ts'
import { overviewOf } from '../account/overview.ts'
import { reading } from '../client.ts'
import { age } from '../proof/age.ts'
import { Driver } from '../proof/driver.ts'
import { admin, manager, owner, platform, tech } from '../proof/model.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { accountCounts, accountsOf } from '../provider/accounts.ts'
import { changeLimits } from '../provider/limits.ts'

const world = await newWorld()
afterAll(() => world.close())

const day = 24
const month = 30 * day
let account: NewAccount
let driver: Driver

/** An account on which Brightline IT holds Services support without an end. */
beforeEach(async () => {
  await world.rows('update provider set end_unanswered = false')
  account = await world.newAccount()
  driver = new Driver(world, account)
  const services = { name: 'services', pages: [] } as const
  await driver.play({
    do: 'ask',
    key: 'r0',
    by: tech,
    way: 'slug',
    scope: services,
    duration: 'ongoing',
    startsIn: null,
  })
  await driver.play({
    do: 'approve',
    key: 'g0',
    by: owner,
    request: 'r0',
    scope: services,
    duration: 'ongoing',
  })
})

const pass = async (hours: number) => {
  await age(world.pool, account.id, hours)
  await driver.play({ do: 'sweep' })
}
/** Until the review is due: six months of the calendar. */
const untilDue = async () => {
  const [due] = await world.rows<{ hours: number }>(
    `select ceil(extract(epoch from review_at - clock_timestamp()) / 3600)::int as hours from access_grant where id = $1`,
    [driver.idOf('g0')],
  )
  await pass(due?.hours ?? 0)
}
const letters = async (kind: string) =>
  (
    await world.rows<{ to: string }>(
      'select to_address as to from letter where account_id = $1 and kind = $2 order by 1',
      [account.id, kind],
    )
  ).map(({ to }) => to)
const row = async () =>
  (
    await world.rows<{ state: string; ends: number | null; review: number | null; action: string | null }>(
      `select state, round(extract(epoch from ends_at - clock_timestamp()) / 3600)::int as ends,
          round(extract(epoch from review_at - clock_timestamp()) / 3600)::int as review,
          (select e.action from event e where e.subject_id = g.id order by e.id desc limit 1) as action
        from access_grant g where id = $1`,
      [driver.idOf('g0')],
    )
  )[0]
const inside = async () => (await world.sight(tech, account.id)) !== null
const card = async (email: string, decides: boolean) => {
  const { personId, providerId } = world.actor(email)
  const reader = { personId, seesAdministrators: true, seesPartners: true, decides }
  const seen = await reading(
    { role: 'app', providerId },
    tx => overviewOf(tx, account.id, reader),
    world.pool,
  )
  return seen.reviews
}
const flagged = async () => {
  const northwind = world.provider('northwind')
  return reading(
    { role: 'app', providerId: northwind },
    async tx => {
      const { accounts } = await accountsOf(tx, northwind, {
        filter: 'unanswered',
        search: '',
        after: undefined,
      })
      const found = await accountsOf(tx, northwind, {
        filter: 'unanswered',
        search: 'made',
        after: undefined,
      })
      const slugs = accounts.filter(one => one.unansweredSince !== null).map(one => one.slug)
      return {
        slugs: slugs.filter(slug => slug === account.slug),
        found: found.accounts.map(one => one.slug).filter(slug => slug === account.slug),
        counted: (await accountCounts(tx, northwind)).unanswered === slugs.length,
      }
    },
    world.pool,
  )
}
const switchTo = (endUnanswered: boolean) =>
  world.asProvider(platform, change =>
    changeLimits(
      change,
      limitValues({ ...usualLimits, endUnanswered: !endUnanswered }),
      limitValues({ ...usualLimits, endUnanswered }),
    ),
  )

describe('a review that falls due', () => {
  test('is told once to every approver, and stands on the overview of those who may decide', async () => {
    expect(await card(owner, true)).toEqual([])
    await untilDue()
    await pass(1)
    expect(await letters('review-due')).toEqual([manager, owner].sort())
    expect((await card(owner, true)).map(one => one.partnerName)).toEqual(['Brightline IT'])
    expect(await card(owner, false)).toEqual([])
    expect(await inside(), 'nobody is kept from working').toBe(true)
  })

  test('kept: the next one is due in so many months as the provider says', async () => {
    await untilDue()
    expect(await driver.play({ do: 'keep', by: owner, grant: 'g0' })).toEqual({ answer: '1' })
    const kept = await row()
    expect(kept).toMatchObject({ state: 'active', ends: null, action: 'grant.reviewed' })
    expect(kept?.review).toBeGreaterThan(5 * month)
    expect(await card(owner, true)).toEqual([])
    expect(await driver.play({ do: 'keep', by: manager, grant: 'g0' }), 'once').toEqual({ answer: '0' })
  })

  test('trimmed: that is an answer, too', async () => {
    await untilDue()
    await driver.look()
    const less = { name: 'chosen', pages: ['services'] } as const
    expect(await driver.play({ do: 'trim', by: owner, grant: 'g0', scope: less })).toEqual({ answer: 'ok' })
    expect((await row())?.review).toBeGreaterThan(5 * month)
  })

  test('shortened: what has an end needs no review', async () => {
    await untilDue()
    await driver.look()
    await driver.play({ do: 'shorten', by: owner, grant: 'g0', hours: 168 })
    expect(await row()).toMatchObject({ ends: 168, review: null })
  })
})

describe('unanswered for 30 days', () => {
  test('it is flagged to the account by one letter, and to the provider’s desk; nothing ends', async () => {
    await untilDue()
    expect(await flagged()).toMatchObject({ slugs: [], found: [], counted: true })
    await pass(month)
    await pass(month)
    expect(await letters('review-unanswered')).toEqual([manager, owner].sort())
    expect(await flagged()).toEqual({ slugs: [account.slug], found: [account.slug], counted: true })
    expect(await inside()).toBe(true)
    expect(await row()).toMatchObject({ state: 'active', ends: null })
  })
})

describe('where the provider has unanswered reviews end access', () => {
  test('the end is told 30 days before, and the clock ends it, with no sweep', async () => {
    await switchTo(true)
    await untilDue()
    expect(await row()).toMatchObject({ state: 'active', ends: month, action: 'grant.review-due' })
    expect(await letters('review-due')).toEqual([manager, owner].sort())
    await age(world.pool, account.id, month - 1)
    expect(await inside()).toBe(true)
    await age(world.pool, account.id, 1)
    expect(await inside(), 'no sweep has come by').toBe(false)
    expect(await row()).toMatchObject({ state: 'active' })
    await driver.play({ do: 'sweep' })
    expect(await row()).toMatchObject({ state: 'expired', action: 'grant.unreviewed' })
    expect(await letters('grant-ended')).toEqual([admin, manager, owner, tech].sort())
  })

  test('both sides are reminded of that end as of any other', async () => {
    await switchTo(true)
    await untilDue()
    await pass(month - 7 * day)
    expect(await letters('grant-ending')).toEqual([admin, manager, owner, tech].sort())
  })

  test('kept: it has no end any more', async () => {
    await switchTo(true)
    await untilDue()
    expect(await driver.play({ do: 'keep', by: owner, grant: 'g0' })).toEqual({ answer: '1' })
    expect(await row()).toMatchObject({ state: 'active', ends: null })
    await age(world.pool, account.id, 2 * month)
    expect(await inside()).toBe(true)
  })

  test('over by the clock it can’t be kept', async () => {
    await switchTo(true)
    await untilDue()
    await age(world.pool, account.id, month)
    expect(await driver.play({ do: 'keep', by: owner, grant: 'g0' })).toEqual({ answer: '0' })
    expect(await inside()).toBe(false)
  })

  test('no sweep for months: what nobody was told of does not end; once told it has 30 days', async () => {
    await switchTo(true)
    await age(world.pool, account.id, 9 * month)
    expect(await inside()).toBe(true)
    await driver.play({ do: 'sweep' })
    expect(await row()).toMatchObject({ state: 'active', ends: month })
  })

  test('switched on late: what is unanswered so far is told of an end, 30 days from then', async () => {
    await untilDue()
    await pass(2 * month)
    expect(await row()).toMatchObject({ ends: null })
    await switchTo(true)
    expect(await inside()).toBe(true)
    await driver.play({ do: 'sweep' })
    expect(await row()).toMatchObject({ state: 'active', ends: month })
    expect(await letters('review-due'), 'told of the end, beside the first letter').toHaveLength(4)
  })

  test('switched off: an end that was told stays until somebody answers', async () => {
    await switchTo(true)
    await untilDue()
    await switchTo(false)
    await pass(1)
    expect(await row()).toMatchObject({ state: 'active', ends: month - 1 })
  })
})
