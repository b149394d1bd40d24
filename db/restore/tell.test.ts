import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { authorisedOn } from '../account/authorised.ts'
import { reading } from '../client.ts'
import { changeGrant } from '../grant/change.ts'
import { grantsToRecheck } from '../grant/reads.ts'
import { admin, manager, owner } from '../proof/model.ts'
import { newWorld } from '../proof/world.ts'
import { poolOn } from '../testing.ts'
import { keepAccess } from './keep.ts'
import { tellRestore } from './notice.ts'
import { tellRestored } from './tell.ts'

const world = await newWorld()
afterAll(() => world.close())
const plenty = 60_000
const nothing = { restored: 0, rechecks: 0, notTold: 0 }

/** An account with `count` ongoing grants, or ones that end so many hours from now. */
async function account(count: number, ends: number | null = null) {
  const { id } = await world.newAccount()
  await world.rows(
    `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, ends_at, state, approved_by, created_at)
      select a.provider_id, a.id, $2, 'services', 'ongoing', now() - interval '40 hours',
        now() + make_interval(hours => $5), 'active', $3, clock_timestamp() - make_interval(hours => 30, secs => n)
      from account a, generate_series(1, $4) n where a.id = $1`,
    [id, world.partner('brightline-it'), world.actor(owner).personId, count, ends],
  )
  return id
}

async function restore() {
  const client = await world.pool.connect()
  try {
    const { begun } = await tellRestore(client, true)
    if (!begun) throw new Error('no epoch')
    return begun
  } finally {
    client.release()
  }
}
const tell = (from: pg.Pool = world.pool) => tellRestored(plenty, from)

/** What the account reads: the list, when it was restored, events and letters. */
async function seen(id: string) {
  const wall = { role: 'app', providerId: world.provider('northwind') } as const
  const list = await reading(wall, tx => grantsToRecheck(tx, id), world.pool)
  const { restoredAt } = await reading(wall, tx => authorisedOn(tx, id), world.pool)
  const events = await world.rows(
    `select 1 from event where account_id = $1 and action = 'portal.restored'`,
    [id],
  )
  const letters = await world.rows<{ to: string }>(
    `select to_address as to from letter where account_id = $1 and kind = 'portal-restored' order by 1`,
    [id],
  )
  return { ...list, restoredAt, events: events.length, letters: letters.map(letter => letter.to) }
}

const keep = (who: string, id: string, grantIds: readonly string[]) =>
  world.onAccount(who, id, 'partners.decide', change => keepAccess(change, { accountId: id, grantIds }))

/** Accounts and grants of the tests before are out of the way. */
beforeEach(async () => {
  await world.rows(`drop trigger if exists poison on event`)
  await world.rows(
    `update access_grant set state = 'expired', ended_at = clock_timestamp() where state in ('scheduled', 'active', 'suspended')`,
  )
  await tell()
})

describe('accounts are told', () => {
  test('those with live access from before, each once: list, event, and a letter to every approver', async () => {
    const [two, over, none] = [await account(2), await account(1, -1), (await world.newAccount()).id]
    expect(await tell()).toEqual(nothing)
    const { number, at } = await restore()
    const after = await account(0)
    await world.rows(
      `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by)
        select provider_id, id, $2, 'services', 'ongoing', now(), 'active', $3 from account where id = any($1)`,
      [[after, two], world.partner('brightline-it'), world.actor(owner).personId],
    )
    expect(await tell()).toEqual({ restored: number, rechecks: 1, notTold: 0 })
    expect(await seen(two)).toMatchObject({ count: 2, restoredAt: at, events: 1, letters: [manager, owner] })
    for (const id of [over, none, after])
      expect(await seen(id)).toEqual({ grants: [], count: 0, restoredAt: null, events: 0, letters: [] })
    // Nobody’s access has changed by it.
    expect(await world.sight(admin, two)).not.toBeNull()
    expect(await tell()).toEqual(nothing)
    expect(await seen(two)).toMatchObject({ count: 2, events: 1, letters: [manager, owner] })
  })

  test('four at once: each once', async () => {
    const ids = await Promise.all(Array.from({ length: 120 }, () => account(1)))
    await restore()
    const counts = await Promise.all([tell(), tell(), tell(), tell()])
    counts.push(await tell())
    expect(counts.reduce((sum, one) => sum + one.rechecks, 0)).toBe(120)
    const events = await world.rows(
      `select 1 from event where account_id = any($1) and action = 'portal.restored'`,
      [ids],
    )
    const letters = await world.rows(
      `select 1 from letter where account_id = any($1) and kind = 'portal-restored'`,
      [ids],
    )
    expect([events.length, letters.length]).toEqual([120, 240])
    console.log('4 at once over 120 accounts: 0 lost, 0 doubled')
  })

  test('killed halfway, three times over: nothing is lost and nothing doubled', async () => {
    const ids = await Promise.all(Array.from({ length: 600 }, () => account(1)))
    await restore()
    const told = async () =>
      (await world.rows('select 1 from access_recheck where account_id = any($1)', [ids])).length
    const marks: number[] = []
    for (let kill = 0; kill < 3; kill++) {
      const url = new URL(world.database.url)
      url.searchParams.set('application_name', 'teller')
      const pool = poolOn(url.href)
      let killed: Promise<unknown> = Promise.resolve()
      // In the middle of its second batch. The budget ends it soon after, or it would go on over a new connection.
      await tellRestored(150, pool, () => {
        killed = world.rows(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'teller'`,
        )
      }).catch(() => null)
      await killed
      await pool.end()
      marks.push(await told())
    }
    await tell()
    expect(await told()).toBe(600)
    const events = await world.rows(
      `select 1 from event where account_id = any($1) and action = 'portal.restored'`,
      [ids],
    )
    expect(events).toHaveLength(600)
    console.log(`killed three times at ${marks.join(', ')} of 600 accounts: 0 lost, 0 doubled`)
  })

  test('one that can’t be told keeps no other from it, and is tried again', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => account(1)))
    await restore()
    await world.rows(`create or replace function poison() returns trigger language plpgsql as $$
      begin if new.account_id = '${ids[3]}' then raise exception 'poison'; end if; return new; end $$;
      create trigger poison before insert on event for each row execute function poison()`)
    expect(await tell()).toMatchObject({ rechecks: 11, notTold: 1 })
    expect(await tell()).toMatchObject({ rechecks: 0, notTold: 1 })
    await world.rows('drop trigger poison on event')
    expect(await tell()).toMatchObject({ rechecks: 1, notTold: 0 })
    expect(await tell()).toEqual(nothing)
    for (const id of ids) expect(await seen(id)).toMatchObject({ count: 1, events: 1 })
  })

  test('one that somebody is working on is told by the next call', async () => {
    const id = await account(1)
    await restore()
    const holder = await world.pool.connect()
    await holder.query('begin')
    await holder.query('select 1 from account where id = $1 for no key update', [id])
    expect(await tell()).toMatchObject({ rechecks: 0 })
    await holder.query('rollback')
    holder.release()
    expect(await tell()).toMatchObject({ rechecks: 1 })
  })

  test('2,000 accounts in batches, with what the longest of them took', async () => {
    await world.rows(
      `with a as (insert into account (provider_id, slug, name, home_brand_id, time_zone, request_code)
          select provider_id, 'many-' || n, 'Many ' || n, home_brand_id, time_zone, 'MANY-' || n
          from account, generate_series(1, 2000) n where slug = 'harbour-dental' returning id, provider_id),
        m as (insert into membership (provider_id, account_id, person_id, kind, state, roles)
          select provider_id, id, $2, 'administrator', 'active', '{account-owner}' from a)
        insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by)
          select provider_id, id, $1, 'services', 'ongoing', now(), 'active', $2 from a`,
      [world.partner('brightline-it'), world.actor(owner).personId],
    )
    await restore()
    const times: number[] = []
    const told = await tellRestored(plenty, world.pool, ({ milliseconds }) => void times.push(milliseconds))
    expect(told.rechecks).toBe(2000)
    expect(times.length).toBeGreaterThan(40)
    const longest = Math.round(Math.max(...times))
    console.log(`2,000 accounts in ${times.length} batches, the longest ${longest} ms`)
  })
})

describe('the list', () => {
  test('is worked off: kept ones leave it with an event in the name of whoever looked, the last one closes it', async () => {
    const id = await account(3)
    await restore()
    await tell()
    const { grants } = await seen(id)
    const [a, b, c] = grants.map(grant => grant.id)
    if (!a || !b || !c) throw new Error('no list')
    expect(await keep(owner, id, [a])).toBe(1)
    expect((await seen(id)).grants.map(grant => grant.id)).toEqual([b, c])
    // Twice, or by two at once, is once.
    expect(await Promise.all([keep(owner, id, [a]), keep(manager, id, [a, b])])).toEqual([0, 1])
    // Revoking is the usual act.
    const revoked = await world.onAccount(owner, id, 'partners.decide', change =>
      changeGrant(change, { accountId: id, grantId: c }, 'revoke', 'account'),
    )
    expect(revoked).toMatchObject({ ok: true })
    expect(await seen(id)).toMatchObject({ grants: [], count: 0 })
    const events = await world.rows<{ by: string; grant: string }>(
      `select e.actor_name as by, e.subject_id as grant from event e where account_id = $1 and action = 'grant.kept' order by e.id`,
      [id],
    )
    expect(events).toEqual([
      { by: world.actor(owner).name, grant: a },
      { by: world.actor(manager).name, grant: b },
    ])
    // What was kept opens the door as before.
    expect(await world.sight(admin, id)).not.toBeNull()
  })

  test('closes with the last that is kept, and comes anew with the next restore', async () => {
    const id = await account(2)
    await restore()
    await tell()
    const first = await seen(id)
    expect(
      await keep(
        owner,
        id,
        first.grants.map(grant => grant.id),
      ),
    ).toBe(2)
    expect((await seen(id)).restoredAt).toBeNull()
    const { at } = await restore()
    await tell()
    expect(await seen(id)).toMatchObject({ count: 2, restoredAt: at, events: 2 })
  })

  test('of more than a page shows the newest, and counts all', async () => {
    const id = await account(60)
    await restore()
    await tell()
    const { grants, count } = await seen(id)
    expect([grants.length, count]).toEqual([25, 60])
    expect(
      await keep(
        owner,
        id,
        grants.map(grant => grant.id),
      ),
    ).toBe(25)
    expect((await seen(id)).count).toBe(35)
  })

  test('nobody keeps what is another account’s, or was never on it', async () => {
    const [id, other] = [await account(1), await account(1)]
    await restore()
    await tell()
    const foreign = (await seen(other)).grants.map(grant => grant.id)
    expect(await keep(owner, id, foreign)).toBe(0)
    expect((await seen(other)).count).toBe(1)
    expect(await keep(admin, id, foreign)).toBe('not-found')
  })
})
