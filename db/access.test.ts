import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { grantFor } from '#lib/access/authority.ts'
import { type Grant, grantStates, stateAt } from '#lib/grant/grant.ts'
import { sightOf } from './authority.ts'
import { reading } from './client.ts'
import { noteUse } from './grant/use.ts'
import { Driver } from './proof/driver.ts'
import { admin, cedar, manager, owner, tech } from './proof/model.ts'
import { type NewAccount, newWorld } from './proof/world.ts'

const world = await newWorld()
afterAll(() => world.close())

const full = { name: 'full', pages: [] } as const
let account: NewAccount
let driver: Driver

/** An account on which Brightline IT holds a day of full administration, with the technician assigned. */
beforeEach(async () => {
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
})

const set = (table: string, change: string, column = 'account_id', id = account.id) =>
  world.rows(`update ${table} set ${change} where ${column} = $1`, [id])
const inside = async (email: string) => (await world.sight(email, account.id)) !== null
const both = async () => [await inside(admin), await inside(tech)]

describe('the very next check on another connection', () => {
  test.each([
    ['revoked', { do: 'revoke', by: owner, grant: 'g0' }],
    ['all revoked', { do: 'revoke-all', by: manager, firm: null }],
    ['suspended', { do: 'suspend', by: owner, grant: 'g0' }],
    ['relinquished', { do: 'relinquish', by: admin, grant: 'g0' }],
    ['terminated', { do: 'terminate', by: 'platform@northwind.example', grant: 'g0' }],
    ['ended with the relationship', { do: 'end-relationship' }],
  ] as const)('%s: nobody of the firm is inside any more', async (_, command) => {
    expect(await both()).toEqual([true, true])
    expect(await driver.play(command)).toMatchObject({ answer: command.do === 'revoke-all' ? '1' : 'ok' })
    expect(await both()).toEqual([false, false])
  })

  test('also within a transaction that was begun before', async () => {
    const actor = world.actor(tech)
    await reading(
      { role: 'app', providerId: actor.providerId },
      async tx => {
        expect(await sightOf(tx, actor, { id: account.id })).not.toBeNull()
        await driver.play({ do: 'revoke', by: owner, grant: 'g0' })
        expect(await sightOf(tx, actor, { id: account.id })).toBeNull()
      },
      world.pool,
    )
  })

  test('the end comes in the midst of a transaction too: its clock goes on', async () => {
    const actor = world.actor(tech)
    await reading(
      { role: 'app', providerId: actor.providerId },
      async tx => {
        await set('access_grant', `ends_at = clock_timestamp() + interval '40 milliseconds'`)
        let sight = await sightOf(tx, actor, { id: account.id })
        for (let checks = 0; sight && checks < 100_000; checks++)
          sight = await sightOf(tx, actor, { id: account.id })
        expect(sight).toBeNull()
      },
      world.pool,
    )
  })
})

describe('what the row says does not count', () => {
  test.each([
    ['over, though no sweep has said so', 'access_grant', 'ends_at = clock_timestamp()'],
    ['not begun', 'access_grant', `starts_at = clock_timestamp() + interval '1 minute'`],
    ['its relationship has ended', 'channel_relationship', 'ended_at = clock_timestamp()'],
  ])('%s: nobody is inside, the row still says active', async (_, table, change) => {
    await set(table, change)
    expect(await both()).toEqual([false, false])
    const rows = await world.rows('select state from access_grant where account_id = $1', [account.id])
    expect(rows).toEqual([{ state: 'active' }])
    const acted = await world.onAccount(tech, account.id, 'services.update', async () => 'done')
    expect(acted).toBe('not-found')
  })

  test('scheduled and begun, though no sweep has said so: they are inside', async () => {
    await set('access_grant', `state = 'scheduled'`)
    expect(await both()).toEqual([true, true])
  })

  test('the account is closed: it is not there, for its own people neither', async () => {
    await set('account', 'closed_at = clock_timestamp()', 'id')
    expect([await inside(owner), ...(await both())]).toEqual([false, false, false])
  })

  test('the firm is closed', async () => {
    const firm = world.partner('brightline-it')
    await set('partner', 'closed_at = clock_timestamp()', 'id', firm)
    const inClosed = await both()
    await set('partner', 'closed_at = null', 'id', firm)
    expect([inClosed, await both()]).toEqual([
      [false, false],
      [true, true],
    ])
  })

  test('who has left the firm, and who was disabled', async () => {
    await driver.play({ do: 'dismiss' })
    expect(await both()).toEqual([true, false])
    // Coming back to the firm brings no assignment back.
    await driver.play({ do: 'hire' })
    expect(await both()).toEqual([true, false])
    const { personId } = world.actor(admin)
    await set('person', 'disabled_at = clock_timestamp()', 'id', personId)
    expect(await inside(admin)).toBe(false)
    await set('person', 'disabled_at = null', 'id', personId)
  })
})

describe('assignments', () => {
  test.each([
    ['ended', 'ended_at = clock_timestamp()'],
    ['over', 'ends_at = clock_timestamp()'],
    ['of nothing', `scope = 'chosen'`],
    ['of something that is not a scope', `scope = 'everything'`],
  ])('%s: the technician is outside, the administrator stays', async (_, change) => {
    await set('assignment', change)
    expect(await both()).toEqual([true, false])
  })

  test('without one a technician is outside', async () => {
    await world.rows('delete from assignment where account_id = $1', [account.id])
    expect(await both()).toEqual([true, false])
  })

  test('of less gives less, and never more than the grant', async () => {
    const held = async () => [...((await world.sight(tech, account.id))?.authority.capabilities ?? [])].sort()
    await set('assignment', `scope = 'services'`)
    expect(await held()).toEqual(['account.read', 'general.read', 'services.read', 'services.update'])
    await set('access_grant', `scope = 'read-only'`)
    expect(await held()).toEqual(['account.read', 'general.read', 'services.read'])
  })

  test('the sooner end counts: the grant’s or the assignment’s', async () => {
    await set('assignment', `ends_at = clock_timestamp() + interval '1 hour'`)
    const end = async (email: string) =>
      (await world.sight(email, account.id))?.authority.grants[0]?.endsAt?.getTime() ?? 0
    expect((await end(admin)) - (await end(tech))).toBeGreaterThan(22 * 3_600_000)
  })

  test('another firm’s assignment row opens nothing', async () => {
    const staff = await world.rows<{ id: string; partnerId: string }>(
      `select s.id, s.partner_id as "partnerId" from partner_staff s join person p on p.id = s.person_id where p.email = $1`,
      [cedar],
    )
    await set('partner_staff', `role = 'technician'`, 'id', staff[0]?.id)
    await world.rows(
      `insert into assignment (provider_id, account_id, grant_id, partner_id, staff_id, assigned_by)
        select provider_id, account_id, id, $2, $3, approved_by from access_grant where account_id = $1`,
      [account.id, staff[0]?.partnerId, staff[0]?.id],
    )
    expect(await inside(cedar)).toBe(false)
    await set('partner_staff', `role = 'administrator'`, 'id', staff[0]?.id)
    expect(await inside(cedar)).toBe(false)
  })
})

test('somebody of two firms acts on each right in the name of the firm whose grant gives it', async () => {
  await set('access_grant', `scope = 'services'`)
  const code = { key: 'r1', by: cedar, way: 'code', duration: 24, startsIn: null } as const
  const people = { name: 'people', pages: [] } as const
  await driver.play({ do: 'ask', ...code, scope: people })
  await driver.play({ do: 'approve', key: 'g1', by: owner, request: 'r1', scope: people, duration: 24 })
  const firm = world.partner('cedar-consulting')
  await world.rows(
    `insert into partner_staff (provider_id, partner_id, person_id, role, activated_at)
      select provider_id, $1, id, 'administrator', now() from person where email = $2`,
    [firm, tech],
  )
  const standing = (needs: 'services.update' | 'people.update') =>
    world.onAccount(tech, account.id, needs, async ({ author, partnerId }) => ({
      kind: author.kind,
      firm: author.firm,
      partnerId,
    }))
  try {
    expect(await standing('services.update')).toEqual({
      kind: 'partner',
      firm: 'Brightline IT',
      partnerId: world.partner('brightline-it'),
    })
    expect(await standing('people.update')).toEqual({
      kind: 'partner',
      firm: 'Cedar Consulting',
      partnerId: firm,
    })
    const sight = await world.sight(tech, account.id)
    const entered = sight && grantFor(sight.authority, 'people.read')
    if (!entered) throw new Error('outside')
    await noteUse(world.actor(tech), account, entered, world.pool)
    const used = await world.rows<{ id: string }>(
      'select id from access_grant where account_id = $1 and last_used_at is not null',
      [account.id],
    )
    expect(used).toEqual([{ id: driver.idOf('g1') }])
  } finally {
    await world.rows(
      'delete from partner_staff where partner_id = $1 and person_id = (select id from person where email = $2)',
      [firm, tech],
    )
  }
})

describe('members', () => {
  test.each(['invited', 'disabled', 'removed'])('a membership that is %s opens nothing', async state => {
    await set('membership', `state = '${state}'`)
    expect([await inside(owner), await inside(manager)]).toEqual([false, false])
  })

  test('a parent’s Service Contributor acts as an owner on the client account, and money is nobody’s there', async () => {
    const depot = world.account('maple-depot-west')
    const contributor = await world.sight('contributor@maple.example', depot)
    expect(contributor?.authority).toMatchObject({ way: 'parent' })
    expect(contributor?.authority.capabilities.has('partners.decide')).toBe(true)
    const own = await world.sight('owner@depot.example', depot)
    expect(own?.authority.capabilities.has('subscriptions.update')).toBe(false)
    expect(await world.sight('owner@maple.example', depot)).toBeNull()
    expect(await world.sight('owner@depot.example', world.account('maple-logistics'))).toBeNull()
    const parent = await world.sight('contributor@maple.example', world.account('maple-logistics'))
    expect(parent?.authority.capabilities.has('subscriptions.update')).toBe(true)
  })
})

test('a stranger’s account and one that does not exist are the same nothing', async () => {
  const ids = [
    account.id,
    account.id.toUpperCase(),
    world.account('southern-bakery'),
    '00000000-0000-0000-0000-000000000000',
  ]
  for (const id of ids) expect(await world.sight('desk@harbour-dental.example', id)).toBeNull()
  for (const id of ids)
    expect(await world.onAccount(cedar, id, 'account.read', async () => 'done')).toBe('not-found')
  expect(await world.sight('owner@bakery.example', account.id)).toBeNull()
})

test('an id in capitals is the same id', async () => {
  expect(
    await world.onAccount(owner, account.id.toUpperCase(), 'account.read', async change => change.account.id),
  ).toBe(account.id)
})

test('two grants open together, and ending one never cuts the other', async () => {
  await driver.play({
    do: 'ask',
    key: 'r1',
    by: admin,
    way: 'slug',
    scope: full,
    duration: 'ongoing',
    startsIn: null,
  })
  const people = { name: 'people', pages: [] } as const
  await driver.play({
    do: 'approve',
    key: 'g1',
    by: owner,
    request: 'r1',
    scope: people,
    duration: 'ongoing',
  })
  await driver.play({ do: 'revoke', by: owner, grant: 'g0' })
  const left = await world.sight(admin, account.id)
  expect([...(left?.authority.capabilities ?? [])]).toContain('people.update')
  expect([...(left?.authority.capabilities ?? [])]).not.toContain('services.update')
  expect(await inside(tech)).toBe(false)
})

test('the view and the rule say the same of 1,500 grants, none within a second of the boundary', async () => {
  const seconds = fc.integer({ min: -4000, max: 4000 }).map(n => n * 60 + 30)
  const drawn = fc.sample(
    fc.record({
      state: fc.constantFrom(...grantStates),
      start: seconds,
      end: fc.option(seconds, { nil: null, freq: 4 }),
    }),
    { seed: 20_261_122, numRuns: 1500 },
  )
  const { id } = await world.newAccount()
  const rows = await world.rows<Grant>(
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, approved_by)
      select a.provider_id, a.id, $2, 'full', '24h', clock_timestamp() + make_interval(secs => d.start),
        clock_timestamp() + make_interval(secs => d."end"), d.state, $3
      from account a, jsonb_to_recordset($4::jsonb) as d(state text, start int, "end" int) where a.id = $1
      returning id, state, designation, starts_at as "startsAt", ends_at as "endsAt", suspended_by as "suspendedBy"`,
    [id, world.partner('brightline-it'), world.actor(owner).personId, JSON.stringify(drawn)],
  )
  const seen = await world.rows<{ id: string; now: Date }>(
    'select id, clock_timestamp() as now from effective_grant where account_id = $1',
    [id],
  )
  const now = seen[0]?.now ?? new Date()
  expect(rows).toHaveLength(1500)
  expect(seen.map(row => row.id).sort()).toEqual(
    rows
      .filter(grant => stateAt(grant, now) === 'active' && grant.startsAt <= now)
      .map(grant => grant.id)
      .sort(),
  )
  expect(seen.length).toBeGreaterThan(50)
})

describe('the note of use', () => {
  const used = () =>
    world.rows<{ used: Date | null; by: string | null; entered: number }>(
      `select last_used_at as used, p.email as by, (select count(*)::int from event e where e.subject_id = g.id and e.action = 'grant.entered') as entered
        from access_grant g left join person p on p.id = g.last_used_by where g.account_id = $1`,
      [account.id],
    )
  const enter = async (email: string) => {
    const sight = await world.sight(email, account.id)
    if (!sight) throw new Error(`${email} is not inside`)
    const grant = grantFor(sight.authority, 'general.read')
    if (!grant) throw new Error(`${email} came by no grant`)
    return () => noteUse(world.actor(email), account, grant, world.pool)
  }

  test('says who and when, once in five minutes, and tells the account of the first entry', async () => {
    const note = await enter(tech)
    await Promise.all([note(), note(), note(), note()])
    const first = await used()
    expect(first).toEqual([{ used: expect.any(Date), by: tech, entered: 1 }])
    await note()
    expect(await used()).toEqual(first)
    await set('access_grant', `last_used_at = last_used_at - interval '6 minutes'`)
    await note()
    expect((await used())[0]?.entered).toBe(1)
    await (await enter(admin))()
    expect(await used()).toEqual([{ used: expect.any(Date), by: admin, entered: 2 }])
  })

  test('two who work in turn are noted once in five minutes, and the first entry of each is told at once', async () => {
    const [one, other] = [await enter(tech), await enter(admin)]
    await one()
    await other()
    const both = await used()
    expect(both).toEqual([{ used: expect.any(Date), by: admin, entered: 2 }])
    for (const again of [one, other, one, other]) await again()
    expect(await used()).toEqual(both)
    await set('access_grant', `last_used_at = last_used_at - interval '6 minutes'`)
    await one()
    expect(await used()).toEqual([{ used: expect.any(Date), by: tech, entered: 2 }])
  })

  test('touches no row that has ended meanwhile', async () => {
    const note = await enter(tech)
    await driver.play({ do: 'revoke', by: owner, grant: 'g0' })
    const before = await world.rows('select to_jsonb(g) as row from access_grant g where account_id = $1', [
      account.id,
    ])
    await note()
    expect(
      await world.rows('select to_jsonb(g) as row from access_grant g where account_id = $1', [account.id]),
    ).toEqual(before)
    expect((await used())[0]?.entered).toBe(0)
  })
})
