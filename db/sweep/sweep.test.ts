import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { dueAfter } from '../grant/sweep.ts'
import { admin, manager, owner } from '../proof/model.ts'
import { newWorld } from '../proof/world.ts'
import { poolOn } from '../testing.ts'
import { type SweepCounts, sweep } from './sweep.ts'

const world = await newWorld()
afterAll(() => world.close())
const plenty = 60_000

const nothing: SweepCounts = {
  started: 0,
  expired: 0,
  reminded: 0,
  lapsed: 0,
  requestsReminded: 0,
  invitationsLapsed: 0,
  invitationsReminded: 0,
  personInvitationsLapsed: 0,
  setAside: 0,
  more: false,
}

interface Due {
  readonly state?: string
  /** Hours from now. */
  readonly starts: number
  readonly ends: number | null
  readonly due: number
}

/** An account with `count` grants alike. */
async function grants(count: number, { state = 'active', starts, ends, due }: Due) {
  const { id } = await world.newAccount()
  await world.rows(
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, suspended_by, approved_by, due_at)
      select a.provider_id, a.id, $2, 'services', '24h', t.now + make_interval(hours => $4),
        t.now + make_interval(hours => $5), $6, case $6 when 'suspended' then 'account' end, $3,
        t.now + make_interval(hours => $7)
      from account a, generate_series(1, $8), (select date_trunc('milliseconds', clock_timestamp()) as now) t where a.id = $1`,
    [id, world.partner('brightline-it'), world.actor(owner).personId, starts, ends, state, due, count],
  )
  return id
}

async function requests(count: number, hoursAgo: number) {
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const { id } = await world.newAccount()
    ids.push(id)
  }
  await world.rows(
    `insert into access_request (provider_id, account_id, partner_id, requested_by, reason, scope, duration, state, created_at, lapses_at)
      select a.provider_id, a.id, $2, $3, 'x', 'services', '24h', 'pending', t.at, t.at + interval '168 hours'
      from account a, (select clock_timestamp() - make_interval(hours => $4) as at) t where a.id = any($1)`,
    [ids, world.partner('brightline-it'), world.actor('tech@brightline.example').personId, hoursAgo],
  )
  return ids
}

/** What the account can see happened: states, transitions and letters, with how many of each. */
async function told(...accounts: string[]) {
  const lines = await world.rows<{ line: string; n: number }>(
    `select line, count(*)::int as n from (
        select 'state ' || state as line from access_grant where account_id = any($1)
        union all select 'request ' || state from access_request where account_id = any($1)
        union all select action || ' ' || from_state || '>' || to_state from event where account_id = any($1)
        union all select kind || ' ' || coalesce(facts->>'reminder', '') from letter where account_id = any($1)) x
      group by 1 order by 1`,
    [accounts],
  )
  return Object.fromEntries(lines.map(({ line, n }) => [line.trim(), n]))
}

const run = () => sweep(plenty, world.pool)
afterEach(async () => {
  // Each test leaves nothing due, so that the next one counts its own.
  await world.rows(
    `drop trigger if exists poison on access_grant; drop trigger if exists poison on event; drop trigger if exists poison on access_request`,
  )
  await run()
})

describe('what time has brought', () => {
  test('the end, from whatever state the grant was in', async () => {
    const over = { starts: -30, ends: -1, due: -1 }
    const accounts = await Promise.all(
      ['active', 'scheduled', 'suspended'].map(state => grants(1, { ...over, state })),
    )
    expect(await run()).toEqual({ ...nothing, expired: 3 })
    expect(await told(...accounts)).toEqual({
      'state expired': 3,
      // What nobody met while it ran has begun all the same.
      'grant.started scheduled>active': 1,
      'grant.expired active>expired': 2,
      'grant.expired suspended>expired': 1,
      // The firm's administrator and two approvers, of each.
      'grant-ended': 9,
    })
    const rows = await world.rows(
      `select 1 from access_grant where account_id = any($1) and ended_at = ends_at and ended_by is null and due_at is null and suspended_by is null`,
      [accounts],
    )
    expect(rows).toHaveLength(3)
  })

  test('the start', async () => {
    const account = await grants(1, { state: 'scheduled', starts: -1, ends: 100, due: -1 })
    expect(await run()).toEqual({ ...nothing, started: 1 })
    expect(await told(account)).toEqual({ 'state active': 1, 'grant.started scheduled>active': 1 })
  })

  test('nothing before it is due, whatever the row says is due', async () => {
    const account = await grants(1, { state: 'scheduled', starts: 1, ends: 100, due: -1 })
    expect(await run()).toEqual(nothing)
    expect(await told(account)).toEqual({ 'state scheduled': 1 })
    const due = await world.rows('select 1 from access_grant where account_id = $1 and due_at = starts_at', [
      account,
    ])
    expect(due).toHaveLength(1)
  })

  test('twice: the second finds nothing', async () => {
    const account = await grants(5, { starts: -30, ends: -1, due: -1 })
    expect(await run()).toEqual({ ...nothing, expired: 5 })
    const first = await told(account)
    expect(await run()).toEqual(nothing)
    expect(await told(account)).toEqual(first)
  })

  test('four at once: each row once', async () => {
    const account = await grants(500, { starts: -30, ends: -1, due: -1 })
    const open = await requests(30, 200)
    const counts = await Promise.all([run(), run(), run(), run()])
    expect(counts.reduce((sum, one) => sum + one.expired, 0)).toBe(500)
    expect(counts.reduce((sum, one) => sum + one.lapsed, 0)).toBe(30)
    expect(await told(account)).toEqual({
      'state expired': 500,
      'grant.expired active>expired': 500,
      'grant-ended': 1500,
    })
    expect(await told(...open)).toEqual({
      'request lapsed': 30,
      'access-request.lapsed pending>lapsed': 30,
      // The technician who asked, the administrator, two approvers.
      'access-lapsed': 120,
    })
  })
})

describe('after a week of silence', () => {
  test('only the latest reminder', async () => {
    const account = await grants(1, { starts: -700, ends: 1, due: -160 })
    expect(await run()).toEqual({ ...nothing, reminded: 1 })
    expect(await told(account)).toEqual({ 'state active': 1, 'grant-ending 2h': 3 })
  })

  test('an end needs no reminder any more, and the history has the start too', async () => {
    const account = await grants(1, { state: 'scheduled', starts: -160, ends: -1, due: -160 })
    expect(await run()).toEqual({ ...nothing, expired: 1 })
    expect(await told(account)).toEqual({
      'state expired': 1,
      'grant.started scheduled>active': 1,
      'grant.expired active>expired': 1,
      'grant-ended': 3,
    })
  })

  test('a start and a reminder together', async () => {
    const account = await grants(1, { state: 'scheduled', starts: -47, ends: 1, due: -47 })
    expect(await run()).toEqual({ ...nothing, started: 1, reminded: 1 })
    expect(await told(account)).toEqual({
      'state active': 1,
      'grant.started scheduled>active': 1,
      'grant-ending 2h': 3,
    })
  })

  test('one reminder of a request, and none of one that has lapsed', async () => {
    const waiting = await requests(1, 150)
    const over = await requests(1, 168)
    expect(await run()).toEqual({ ...nothing, lapsed: 1, requestsReminded: 1 })
    expect(await told(...waiting)).toEqual({ 'request pending': 1, 'access-request-reminder': 2 })
    expect(await told(...over)).toMatchObject({ 'request lapsed': 1, 'access-lapsed': 4 })
    expect(await run()).toEqual(nothing)
  })
})

/** Whatever touches one of these rows fails. */
async function poison(table: string, when: string): Promise<void> {
  await world.rows(
    `create or replace function poison() returns trigger language plpgsql as $$ begin raise exception 'poison'; end $$`,
  )
  await world.rows(
    `create trigger poison before insert or update on ${table} for each row when (${when}) execute function poison()`,
  )
}

async function one(account: string, offset: number): Promise<string> {
  const rows = await world.rows<{ id: string }>(
    'select id from access_grant where account_id = $1 order by due_at, id offset $2 limit 1',
    [account, offset],
  )
  return rows[0]?.id ?? ''
}

describe('a bad row', () => {
  test('in the history: set aside for an hour, the others go on', async () => {
    const account = await grants(60, { starts: -30, ends: -1, due: -1 })
    const bad = [await one(account, 0), await one(account, 33), await one(account, 59)]
    await poison('event', `new.subject_id in (${bad.map(id => `'${id}'`).join(', ')})`)
    expect(await run()).toEqual({ ...nothing, expired: 57, setAside: 3 })
    expect(await told(account)).toMatchObject({ 'state active': 3, 'state expired': 57 })
    // Nobody gets in through it meanwhile.
    expect(await world.sight(admin, account)).toBeNull()
    expect(await run()).toEqual(nothing)
    await world.rows(
      `drop trigger poison on event; update access_grant set due_at = due_at - interval '2 hours' where account_id = '${account}'`,
    )
    expect(await run()).toEqual({ ...nothing, expired: 3 })
    expect(await told(account)).toMatchObject({ 'state expired': 60, 'grant.expired active>expired': 60 })
  })

  test('that can’t even be set aside: passed over', async () => {
    const account = await grants(20, { starts: -30, ends: -1, due: -1 })
    await poison('access_grant', `new.id in ('${await one(account, 0)}', '${await one(account, 1)}')`)
    expect(await run()).toEqual({ ...nothing, expired: 18, setAside: 2 })
    expect(await told(account)).toMatchObject({ 'state active': 2, 'state expired': 18 })
  })

  test('among requests: passed over, and no grant waits for it', async () => {
    const open = await requests(12, 200)
    const account = await grants(3, { starts: -30, ends: -1, due: -1 })
    await poison('access_request', `new.account_id in ('${open[0]}', '${open[7]}')`)
    expect(await run()).toEqual({ ...nothing, expired: 3, lapsed: 10, setAside: 2 })
    expect(await told(...open)).toMatchObject({ 'request pending': 2, 'request lapsed': 10 })
    expect(await told(account)).toMatchObject({ 'state expired': 3 })
  })

  test('that somebody is working on is left alone, and met by the next sweep', async () => {
    const account = await grants(3, { starts: -30, ends: -1, due: -1 })
    const holder = await world.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from access_grant where id = $1 for update', [await one(account, 1)])
    expect(await run()).toEqual({ ...nothing, expired: 2 })
    await holder.query('rollback')
    holder.release()
    expect(await run()).toEqual({ ...nothing, expired: 1 })
  })
})

test('killed halfway, three times over: nothing is lost and nothing doubled', async () => {
  const account = await grants(6000, { starts: -30, ends: -1, due: -1 })
  const swept = async () =>
    (
      await world.rows<{ n: number }>(
        `select count(*)::int as n from access_grant where account_id = $1 and state = 'expired'`,
        [account],
      )
    )[0]?.n ?? 0
  const marks: number[] = []
  for (let kill = 0; kill < 3; kill++) {
    const url = new URL(world.database.url)
    url.searchParams.set('application_name', 'sweeper')
    const pool = poolOn(url.href)
    // In the middle of its second batch; then its pool is closed, or it would go on over a new connection.
    let killed: Promise<unknown> | undefined
    await sweep(plenty, pool, () => {
      killed ??= world
        .rows(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sweeper'`)
        .then(() => pool.end())
    }).catch(() => null)
    await killed
    marks.push(await swept())
  }
  expect(marks).toEqual([...new Set(marks)].sort((a, b) => a - b))
  expect(marks[2]).toBeLessThan(6000)
  await run()
  expect(await told(account)).toEqual({
    'state expired': 6000,
    'grant.expired active>expired': 6000,
    'grant-ended': 18_000,
  })
  console.log(`killed three times at ${marks.join(', ')} of 6000 rows: 0 lost, 0 doubled`)
}, 120_000)

test('20,000 due rows in batches, with what the longest of them took', async () => {
  const account = await grants(20_000, { starts: -30, ends: -1, due: -1 })
  const times: number[] = []
  const counts = await sweep(plenty * 5, world.pool, batch => {
    if (batch.of === 'grants') times.push(batch.milliseconds)
  })
  expect(counts).toEqual({ ...nothing, expired: 20_000 })
  expect(await told(account)).toEqual({
    'state expired': 20_000,
    'grant.expired active>expired': 20_000,
    'grant-ended': 60_000,
  })
  expect(times.length).toBeGreaterThan(9)
  const sorted = times.sort((a, b) => a - b)
  const ms = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  console.log(`20,000 rows in ${times.length} batches: median ${ms(0.5)} ms, longest ${ms(1)} ms`)
}, 120_000)

test('the sweep can enter its index by the clock, and need not read what is not due', async () => {
  const client = await world.pool.connect()
  try {
    // On a small table the planner would rather read it all; here the question is only what it could do.
    await client.query('begin; set local enable_seqscan = off; set local enable_sort = off')
    const plan = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id ${dueAfter} limit 1000 for no key update skip locked`
        .replace(/\$1/, `'-infinity'`)
        .replace(/\$2/, `gen_random_uuid()`),
    )
    const text = plan.rows.map(row => row['QUERY PLAN']).join('\n')
    expect(text).toMatch(/Index Scan using access_grant_due /)
    expect(text).toMatch(/Index Cond: .*due_at <= \(InitPlan/)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('who is told of an end: the firm’s administrator and those who may decide', async () => {
  const account = await grants(1, { starts: -30, ends: -1, due: -1 })
  await run()
  const to = await world.rows<{ to: string }>(
    'select to_address as to from letter where account_id = $1 order by 1',
    [account],
  )
  expect(to.map(row => row.to)).toEqual([admin, manager, owner])
})
