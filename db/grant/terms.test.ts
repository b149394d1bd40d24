import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Capability } from '#lib/access/capabilities.ts'
import { capabilitiesOfScope, type Scope } from '#lib/access/scopes.ts'
import { endReminders } from '#lib/grant/grant.ts'
import { age } from '../proof/age.ts'
import { Driver } from '../proof/driver.ts'
import { admin, manager, owner, tech } from '../proof/model.ts'
import { type NewAccount, newWorld } from '../proof/world.ts'
import { changeTerms, type ShownTerms, type Wanted } from './terms.ts'

const world = await newWorld()
afterAll(() => world.close())

const full: Scope = { name: 'full', pages: [] }
let account: NewAccount
let driver: Driver

/** An account on which Brightline IT holds a day of full administration, with the technician assigned. */
beforeEach(async () => {
  await world.rows('update provider set longest_grant_hours = null')
  account = await world.newAccount()
  driver = new Driver(world, account)
  await driver.play({
    do: 'ask',
    key: 'r0',
    by: tech,
    way: 'slug',
    scope: full,
    duration: 24,
    startsIn: null,
  })
  await driver.play({ do: 'approve', key: 'g0', by: owner, request: 'r0', scope: full, duration: 24 })
  await driver.look()
})

const capabilities = async (email: string) =>
  [...((await world.sight(email, account.id))?.authority.capabilities ?? [])].sort()
const of = (scope: Scope) => [...capabilitiesOfScope(scope)].sort()
const both = (one: Scope, other: Scope) =>
  of(one).filter(capability => capabilitiesOfScope(other).has(capability as Capability))
const row = async () =>
  (
    await world.rows<{
      scope: string
      endsAt: Date | null
      dueAt: Date | null
      duration: string
      moved: boolean
    }>(
      `select scope, ends_at as "endsAt", due_at as "dueAt", duration, end_moved_at is not null as moved
        from access_grant where id = $1`,
      [driver.idOf('g0')],
    )
  )[0]
const assigned = async () =>
  (
    await world.rows<{ scope: string | null; pages: string[]; endsAt: Date | null }>(
      'select scope, scope_pages as pages, ends_at as "endsAt" from assignment where grant_id = $1',
      [driver.idOf('g0')],
    )
  )[0]
const assign = (scope: Scope | null, hours: number | null = null) =>
  world.rows(
    `update assignment set scope = $2, scope_pages = $3, ends_at = clock_timestamp() + make_interval(hours => $4) where grant_id = $1`,
    [driver.idOf('g0'), scope?.name ?? null, scope?.pages ?? [], hours],
  )
const hours = 3_600_000

describe('trimmed', () => {
  test('the very next check gives less, to the administrator and to whoever is assigned', async () => {
    expect(await capabilities(tech)).toEqual(of(full))
    const less: Scope = { name: 'read-only', pages: [] }
    expect(await driver.play({ do: 'trim', by: owner, grant: 'g0', scope: less })).toEqual({ answer: 'ok' })
    expect([await capabilities(tech), await capabilities(admin)]).toEqual([of(less), of(less)])
  })

  test.each<[string, Scope | null, Scope, Scope | null]>([
    ['all of the grant stays all of it', null, { name: 'services', pages: [] }, null],
    ['more than is left becomes all of it', full, { name: 'services', pages: [] }, null],
    [
      'what fits stays',
      { name: 'chosen', pages: ['fax'] },
      { name: 'chosen', pages: ['fax', 'sms'] },
      { name: 'chosen', pages: ['fax'] },
    ],
    [
      'what partly fits is cut',
      { name: 'chosen', pages: ['fax', 'sms'] },
      { name: 'chosen', pages: ['sms', 'call-log'] },
      { name: 'chosen', pages: ['sms'] },
    ],
    [
      'what no scope names is left, and gives only what both allow',
      { name: 'services', pages: [] },
      { name: 'read-only', pages: [] },
      { name: 'services', pages: [] },
    ],
  ])('an assignment of %s', async (_, before, less, after) => {
    await assign(before)
    expect(await driver.play({ do: 'trim', by: owner, grant: 'g0', scope: less })).toEqual({ answer: 'ok' })
    const left = await assigned()
    expect(left?.scope ?? null).toEqual(after?.name ?? null)
    expect(left?.pages ?? []).toEqual(after?.pages ?? [])
    expect(await capabilities(tech)).toEqual(both(before ?? less, less))
  })

  test('an assignment that nobody cut gives only what both allow: the effective right is the intersection', async () => {
    await assign(full)
    await world.rows(`update access_grant set scope = 'services' where id = $1`, [driver.idOf('g0')])
    expect(await capabilities(tech)).toEqual(of({ name: 'services', pages: [] }))
  })
})

describe('shortened', () => {
  test('the clock ends it at the new end, and what was assigned for longer ends with it', async () => {
    await assign(null, 20)
    expect(await driver.play({ do: 'shorten', by: owner, grant: 'g0', hours: 1 })).toEqual({ answer: 'ok' })
    expect((await assigned())?.endsAt?.getTime()).toBe((await row())?.endsAt?.getTime())
    expect(await capabilities(tech)).toEqual(of(full))
    await age(world.pool, account.id, 1)
    expect([await capabilities(tech), await capabilities(admin)]).toEqual([[], []])
  })

  test('what was assigned for less keeps its end, also when the grant is extended', async () => {
    await assign(null, 2)
    const before = (await assigned())?.endsAt
    await driver.play({ do: 'shorten', by: owner, grant: 'g0', hours: 12 })
    await driver.look()
    await driver.play({ do: 'extend', by: owner, grant: 'g0', extra: 168, extension: null })
    expect((await assigned())?.endsAt).toEqual(before)
  })
})

describe('extended', () => {
  test('due moments are reckoned anew: every reminder of the new end, to both sides', async () => {
    await driver.play({ do: 'extend', by: owner, grant: 'g0', extra: 1440, extension: null })
    const kept = await row()
    expect(kept).toMatchObject({ duration: '24h', moved: true })
    const left = (kept?.endsAt?.getTime() ?? 0) - (kept?.dueAt?.getTime() ?? 0)
    expect(left / hours).toBe(endReminders[0].before)
    const reminded = async () =>
      world.rows(
        `select distinct facts->>'reminder' as name, to_address from letter where account_id = $1 and kind = 'grant-ending'`,
        [account.id],
      )
    for (const passed of [745, 552, 144, 22]) {
      await age(world.pool, account.id, passed)
      await driver.play({ do: 'sweep' })
    }
    expect(await reminded()).toHaveLength(endReminders.length * [owner, manager, admin, tech].length)
  })

  test('never past the provider’s longest grant, counted from the decision', async () => {
    await world.rows('update provider set longest_grant_hours = 24')
    await age(world.pool, account.id, 4)
    await driver.look()
    const longer = (extra: number) =>
      driver.play({ do: 'extend', by: owner, grant: 'g0', extra, extension: null })
    expect(await longer(24)).toEqual({ answer: 'longer-than-limit' })
    expect(await longer(1)).toEqual({ answer: 'ok' })
  })

  test('of two approvers with the same page one wins; the other is told who', async () => {
    const extend = { do: 'extend', grant: 'g0', extra: 24, extension: null } as const
    expect(await driver.play({ ...extend, by: owner })).toEqual({ answer: 'ok' })
    expect(await driver.play({ ...extend, by: manager })).toEqual({
      answer: 'changed-meanwhile',
      told: `active by ${owner}`,
    })
  })

  test('an end out of sight asks for a fresh proof, and nothing is changed before it', async () => {
    const before = await row()
    const shown: ShownTerms = { endsAt: before?.endsAt ?? null, scope: full }
    const try_ = (wanted: Wanted, provedMinutesAgo: number) =>
      world.onAccountAs(
        { ...world.actor(owner), authenticatedAt: new Date(Date.now() - provedMinutesAgo * 60_000) },
        account.id,
        'partners.decide',
        change => changeTerms(change, driver.idOf('g0'), wanted, shown),
      )
    const forGood = { act: 'extend', extra: { kind: 'ongoing' } } as const
    expect(await try_(forGood, 16)).toMatchObject({ refusal: 'unconfirmed' })
    expect(await row()).toEqual(before)
    expect(await try_(forGood, 14)).toMatchObject({ ok: true })
  })

  test('a stranger’s grant or extension is not there', async () => {
    const shown: ShownTerms = { endsAt: null, scope: full }
    const wanted = { act: 'extend', extra: { kind: 'asked' }, extensionId: randomUUID() } as const
    const other = await world.newAccount()
    const moved = await world.onAccount(owner, other.id, 'partners.decide', change =>
      changeTerms(change, driver.idOf('g0'), wanted, shown),
    )
    expect(moved).toMatchObject({ refusal: 'not-found' })
  })
})

test('both sides hear what was and what is, in one letter each; the doer hears nothing', async () => {
  await driver.play({ do: 'ask-more', key: 'x0', by: tech, grant: 'g0', extra: 24 })
  await driver.play({ do: 'extend', by: owner, grant: 'g0', extra: 'asked', extension: 'x0' })
  const letters = await world.rows<{ to: string; facts: { endsAt: string; was: { endsAt: string } } }>(
    `select to_address as to, facts from letter where account_id = $1 and kind = 'grant-extended' order by 1`,
    [account.id],
  )
  expect(letters.map(letter => letter.to)).toEqual([admin, manager, tech].sort())
  for (const { facts } of letters)
    expect(Date.parse(facts.endsAt) - Date.parse(facts.was.endsAt)).toBe(24 * hours)
})
