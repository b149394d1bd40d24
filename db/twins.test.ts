import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { may } from '#lib/access/authority.ts'
import { modules, roles } from '#lib/access/roles.ts'
import { isOpen, stateAt as requestStateAt, requestStates } from '#lib/access-request/access-request.ts'
import { endSpanNames, endSpanOf } from '#lib/grant/ends.ts'
import { extensionStateAt, extensionStates } from '#lib/grant/extension.ts'
import { stateAt as grantStateAt, grantStates, isLive } from '#lib/grant/grant.ts'
import { reviewStage } from '#lib/grant/review.ts'
import { closedAtNow, isClosedNow, isOpenNow, stateNow as requestStateNow } from './access-request/clock.ts'
import { isApprover } from './approvers.ts'
import {
  closedAtNow as extensionClosedAt,
  stateNow as extensionStateNow,
  isWaitingNow,
} from './extension/clock.ts'
import {
  endedAtNow,
  stateNow as grantStateNow,
  isLiveNow,
  isOverNow,
  isReviewDue,
  isUnanswered,
  liesIn,
} from './grant/clock.ts'
import { newWorld } from './proof/world.ts'

// Some rules must be asked in the database too, to choose, order or count there. Each such twin is held here to the rule.

const world = await newWorld()
afterAll(() => world.close())
const seed = 20_261_124

test('letters to approvers go to exactly those whom the access check lets decide', async () => {
  const [parent, client] = [await world.newAccount(), await world.newAccount()]
  await world.rows('update account set parent_id = $1 where id = $2', [parent.id, client.id])
  const accounts = [parent.id, client.id, world.account('maple-logistics')]
  const people = await world.rows<{ id: string; email: string; isStaff: boolean }>(
    `select p.id, p.email, exists (select 1 from platform_user u where u.person_id = p.id) as "isStaff"
      from person p where p.provider_id = $1 and p.disabled_at is null`,
    [world.provider('northwind')],
  )
  // The provider's own people have no place on an account.
  const customers = people.filter(one => !one.isStaff)
  const membership = fc.record({
    person: fc.nat(customers.length - 1),
    on: fc.constantFrom(0, 1),
    kind: fc.constantFrom('administrator', 'portal-user'),
    state: fc.constantFrom('active', 'active', 'active', 'invited', 'disabled', 'removed'),
    roles: fc.subarray([...roles], { maxLength: 3 }),
    modules: fc.subarray([...modules], { maxLength: 2 }),
  })
  let [tries, approvers] = [0, 0]
  for (const places of fc.sample(fc.array(membership, { minLength: 8, maxLength: 20 }), {
    seed,
    numRuns: 60,
  })) {
    await world.rows(
      `delete from membership where account_id = any($1) and kind in ('administrator', 'portal-user')`,
      [[parent.id, client.id]],
    )
    for (const { person, on, kind, state, roles: held, modules: switched } of places) {
      await world.rows(
        `insert into membership (provider_id, account_id, person_id, kind, state, roles, modules)
          values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [world.provider('northwind'), accounts[on], customers[person]?.id, kind, state, held, switched],
      )
    }
    for (const account of accounts) {
      const chosen = await world.rows<{ id: string }>(
        `select distinct m.person_id as id from membership m join account a on a.id = $1 where ${isApprover('m', 'a')}`,
        [account],
      )
      const ids = new Set(chosen.map(({ id }) => id))
      for (const { id, email } of people) {
        const sight = await world.sight(email, account)
        expect([email, ids.has(id)]).toEqual([
          email,
          sight !== null && may(sight.authority, 'partners.decide'),
        ])
        tries++
      }
      approvers += ids.size
    }
  }
  expect(approvers).toBeGreaterThan(100)
  console.log(`approvers by letter and by the access check: ${tries} comparisons, ${approvers} approvers`)
})

/** A moment some hours from the database's now, or none. */
const hours = fc.option(fc.constantFrom(-800, -30, -2, -1, 1, 2, 23, 25, 800))

test('what the database says of a grant by its clock is what the rules say', async () => {
  const grants = fc.sample(
    fc.record({ state: fc.constantFrom(...grantStates), starts: hours, ends: hours }),
    { seed, numRuns: 1000 },
  )
  const rows = await world.rows<{
    state: (typeof grantStates)[number]
    startsAt: Date
    endsAt: Date | null
    endedAt: Date | null
    now: Date
    stateNow: string
    live: boolean
    over: boolean
    endedNow: Date | null
  }>(
    `select g.state, g.starts_at as "startsAt", g.ends_at as "endsAt", g.ended_at as "endedAt", clock_timestamp() as now,
        ${grantStateNow('g')} as "stateNow", ${isLiveNow('g')} as live, coalesce(${isOverNow('g')}, false) as over,
        ${endedAtNow('g')} as "endedNow"
      from (select state, clock_timestamp() + make_interval(hours => starts) as starts_at,
          clock_timestamp() + make_interval(hours => ends) as ends_at,
          case when state = any($4) then null else clock_timestamp() end as ended_at
        from unnest($1::text[], $2::int[], $3::int[]) as x(state, starts, ends)) g`,
    [
      grants.map(one => one.state),
      grants.map(one => one.starts ?? 0),
      grants.map(one => one.ends),
      grantStates.filter(isLive),
    ],
  )
  expect(rows).toHaveLength(1000)
  for (const row of rows) {
    const grant = { ...row, id: randomUUID(), designation: 'customer', suspendedBy: null } as const
    const state = grantStateAt(grant, row.now)
    expect([row.stateNow, row.live, row.over]).toEqual([state, isLive(state), !isLive(state)])
    expect(row.endedNow).toEqual(isLive(state) ? null : (row.endedAt ?? row.endsAt))
  }
})

test('and so of its review', async () => {
  const grants = fc.sample(
    fc.record({ state: fc.constantFrom(...grantStates), reviews: hours, ends: hours }),
    { seed, numRuns: 1000 },
  )
  const rows = await world.rows<{
    state: (typeof grantStates)[number]
    reviewAt: Date | null
    endsAt: Date | null
    now: Date
    due: boolean
    unanswered: boolean
  }>(
    `select g.state, g.review_at as "reviewAt", g.ends_at as "endsAt", clock_timestamp() as now,
        coalesce(${isReviewDue('g')}, false) as due, coalesce(${isUnanswered('g')}, false) as unanswered
      from (select state, clock_timestamp() + make_interval(hours => reviews) as review_at,
          clock_timestamp() + make_interval(hours => ends) as ends_at
        from unnest($1::text[], $2::int[], $3::int[]) as x(state, reviews, ends)) g`,
    [grants.map(one => one.state), grants.map(one => one.reviews), grants.map(one => one.ends)],
  )
  let [due, unanswered] = [0, 0]
  for (const { state, reviewAt, endsAt, now, ...said } of rows) {
    const lives = isLive(state) && (!endsAt || endsAt > now)
    const stage = lives ? reviewStage({ reviewAt }, now) : null
    expect(said).toEqual({ due: stage !== null, unanswered: stage === 'unanswered' && !endsAt })
    if (said.due) due++
    if (said.unanswered) unanswered++
  }
  expect(due).toBeGreaterThan(50)
  expect(unanswered).toBeGreaterThan(3)
})

test('and so of the span in which it ends', async () => {
  const edge = fc
    .tuple(fc.constantFrom(0, 24, 168, 720), fc.constantFrom(-1, 0, 1))
    .map(([hour, beside]) => hour * 3600 + beside)
  const ends = fc.sample(fc.option(fc.oneof(edge, fc.integer({ min: -200_000, max: 3_000_000 }))), {
    seed,
    numRuns: 1000,
  })
  // Both ask the same moment, so that the edges themselves can be tried.
  const said = (span: (typeof endSpanNames)[number]) =>
    `${liesIn(span, 'g.ends_at').replaceAll('(select clock_timestamp())', 'n.now')} as ${span}`
  const rows = await world.rows<{ endsAt: Date | null; now: Date } & Record<string, boolean | null>>(
    `select g.ends_at as "endsAt", n.now, ${endSpanNames.map(said).join(', ')}
      from (select date_trunc('milliseconds', clock_timestamp()) as now) n,
        lateral (select n.now + make_interval(secs => x.secs) as ends_at from unnest($1::int[]) as x(secs)) g`,
    [ends],
  )
  expect(rows).toHaveLength(1000)
  const met = new Set<string | null>()
  for (const row of rows) {
    const span = endSpanOf(row.endsAt, row.now)
    met.add(span)
    expect(endSpanNames.filter(one => row[one])).toEqual(span ? [span] : [])
  }
  expect(met.size).toBe(5)
})

test('and so of a request', async () => {
  const requests = fc.sample(fc.record({ state: fc.constantFrom(...requestStates), lapses: hours }), {
    seed,
    numRuns: 500,
  })
  const rows = await world.rows<{
    state: (typeof requestStates)[number]
    lapsesAt: Date
    decidedAt: Date | null
    now: Date
    stateNow: string
    open: boolean
    closed: boolean
    closedAt: Date | null
  }>(
    `select r.state, r.lapses_at as "lapsesAt", r.decided_at as "decidedAt", clock_timestamp() as now,
        ${requestStateNow('r')} as "stateNow", ${isOpenNow('r')} as open, ${isClosedNow('r')} as closed,
        ${closedAtNow('r')} as "closedAt"
      from (select state, clock_timestamp() + make_interval(hours => lapses) as lapses_at,
          case when state = any($3) then null else clock_timestamp() end as decided_at
        from unnest($1::text[], $2::int[]) as x(state, lapses)) r`,
    [requests.map(one => one.state), requests.map(one => one.lapses ?? 1), requestStates.filter(isOpen)],
  )
  expect(rows).toHaveLength(500)
  for (const row of rows) {
    const { state: stored, lapsesAt, now } = row
    const state = requestStateAt(
      {
        id: '',
        requestedBy: '',
        scope: { name: 'full', pages: [] },
        duration: { kind: 'ongoing' },
        startsAt: null,
        state: stored,
        lapsesAt,
      },
      now,
    )
    expect([row.stateNow, row.open, row.closed]).toEqual([state, isOpen(state), !isOpen(state)])
    expect(row.closedAt).toEqual(isOpen(state) ? null : (row.decidedAt ?? lapsesAt))
  }
})

test('and so of more time that was asked for, which lapses with its grant', async () => {
  const extensions = fc.sample(
    fc.record({
      state: fc.constantFrom('pending' as const, ...extensionStates),
      grant: fc.constantFrom(...grantStates),
      ends: hours,
    }),
    { seed, numRuns: 500 },
  )
  const rows = await world.rows<{
    state: (typeof extensionStates)[number]
    grant: (typeof grantStates)[number]
    endsAt: Date | null
    now: Date
    stateNow: string
    waits: boolean
    closedAt: Date | null
  }>(
    `select x.state, g.state as "grant", g.ends_at as "endsAt", clock_timestamp() as now,
        ${extensionStateNow('x', 'g')} as "stateNow", coalesce(${isWaitingNow('x', 'g')}, false) as waits,
        ${extensionClosedAt('x', 'g')} as "closedAt"
      from unnest($1::text[], $2::text[], $3::int[]) as o(asked, held, ends)
      cross join lateral (select asked as state, case when asked = 'pending' then null else clock_timestamp() end as decided_at) x
      cross join lateral (select held as state, clock_timestamp() + make_interval(hours => ends) as ends_at,
        case when held = any($4) then null else clock_timestamp() end as ended_at) g`,
    [
      extensions.map(one => one.state),
      extensions.map(one => one.grant),
      extensions.map(one => one.ends),
      grantStates.filter(isLive),
    ],
  )
  expect(rows).toHaveLength(500)
  for (const { state: stored, grant: held, endsAt, now, ...said } of rows) {
    const grant = { id: '', state: held, designation: 'customer', suspendedBy: null, endsAt } as const
    const state = extensionStateAt(stored, { ...grant, startsAt: new Date(0) }, now)
    expect([said.stateNow, said.waits, said.closedAt === null]).toEqual([
      state,
      state === 'pending',
      state === 'pending',
    ])
  }
})
