import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { tellsItsServer } from '#lib/restore/identity.ts'
import { closePool, getPool } from '../driver/pool.ts'
import { beginSession, sessionOf } from '../sign-in/session.ts'
import { signInGround } from '../sign-in/testing-people.ts'
import { askForLetter, makeTicket, seeToken, spendToken } from '../sign-in/token.ts'
import { type FreshDatabase, freshDatabase, leftByAll, poolOn, settingsOn } from '../testing.ts'
import { lookedAt, noticeRestore, tellRestore } from './notice.ts'

const ground = await signInGround()
const { database, behind, personId } = ground
const northwind = ground.place('northwind')
const from = { address: '203.0.113.7', userAgent: 'Firefox' }
const owner = 'owner@maple.example'
const copies: FreshDatabase[] = []
afterAll(async () => {
  for (const copy of copies) await copy.close()
  await database.close()
})

const once = '7d0b6f5e-57ff-4b6f-9c55-0e8d8b0d9d11'

async function on<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}
const notice = (pool: pg.Pool) => on(pool, noticeRestore)
const epoch = async (pool: pg.Pool) =>
  (await pool.query<{ number: number; cause: string | null }>('select number, cause from portal_epoch'))
    .rows[0]

/** What a backup read back looks like: the same rows in another database. Takes the rows as they are now. */
async function restored(): Promise<FreshDatabase> {
  // Nobody may be connected to what is copied.
  await leftByAll(database)
  const copy = await freshDatabase({ like: database.url })
  copies.push(copy)
  return copy
}

async function letIn() {
  return behind(northwind, async tx => {
    const session = await beginSession(tx, northwind, personId(owner), from)
    const ticket = await makeTicket(tx, northwind, personId(owner), '/')
    await askForLetter(
      tx,
      northwind,
      { email: { address: owner, canonical: owner }, next: '/', before: null },
      'a secret of the tests, which guards nothing',
    )
    return { token: session.token, ticket }
  })
}

beforeEach(async () => {
  await database.pool.query(
    `delete from session; delete from one_time_token; delete from letter where secret is not null`,
  )
  await database.pool.query(`update portal_epoch set number = 0, at = null, cause = null, identity = '{}'`)
})

describe('a first start', () => {
  test('writes down which database it is, and ends nothing', async () => {
    const { token } = await letIn()
    const first = await notice(database.pool)
    expect(first.begun).toBeNull()
    expect(tellsItsServer(first.seen)).toBe(true)
    expect(Object.keys(first.seen).sort()).toEqual(['database', 'system', 'table', 'timeline'])
    const real = await database.pool.query(
      `select system_identifier::text as system, timeline_id::text as timeline,
          (select oid::text from pg_database where datname = current_database()) as database
        from pg_control_system(), pg_control_checkpoint()`,
    )
    expect(first.seen).toMatchObject(real.rows[0])
    expect(await epoch(database.pool)).toEqual({ number: 0, cause: null })
    expect(await sessionOf(northwind, token, '', database.pool)).not.toBeNull()
    // And neither does any later one.
    for (let start = 0; start < 20; start++) expect((await notice(database.pool)).begun).toBeNull()
    expect(await sessionOf(northwind, token, '', database.pool)).not.toBeNull()
  })
})

describe('a backup that was read back', () => {
  test('lapses open invitations to partners, which may have been taken back since', async () => {
    await notice(database.pool)
    await database.pool.query(
      `insert into partner_invitation (provider_id, account_id, partner_id, invited_by, scope, duration, state, lapses_at)
        select a.provider_id, a.id, f.id, p.id, 'services', '24h', 'invited', clock_timestamp() + interval '7 days'
        from account a join partner f on f.provider_id = a.provider_id join person p on p.email = $1
        where a.slug = 'maple-logistics' limit 1`,
      [owner],
    )
    const copy = await restored()
    await database.pool.query('delete from partner_invitation')
    await notice(copy.pool)
    const { rows } = await copy.pool.query(
      'select state, lapses_at <= clock_timestamp() as over from partner_invitation',
    )
    expect(rows).toEqual([{ state: 'invited', over: true }])
  })

  test('ends sessions, voids tokens, and drops and wipes letters that carry one', async () => {
    await notice(database.pool)
    const { token, ticket } = await letIn()
    const spent = await behind(northwind, tx => makeTicket(tx, northwind, personId(owner), '/'))
    await database.pool.query(`update one_time_token set used_at = clock_timestamp() where token_hash <> ''
      and id = (select id from one_time_token order by created_at desc, id limit 1)`)
    const { pool } = await restored()
    // In the backup it was not spent yet.
    await pool.query('update one_time_token set used_at = null')
    const waiting = await pool.query(`select 1 from letter where state = 'queued' and secret is not null`)
    expect(waiting.rowCount).toBe(1)
    // Nor had a calendar been switched off.
    await pool.query(
      `insert into calendar_feed (provider_id, partner_id, staff_id, token_hash)
        select provider_id, partner_id, id, 'hash' from partner_staff limit 1`,
    )
    // Nor had the phones' address of a phonebook.
    await pool.query(`update phonebook set address_key = 'key', token_hash = 'hash'`)
    // Nor had a Microsoft account been unlinked; and somebody was about to link one.
    await pool.query(
      `insert into microsoft_link (provider_id, person_id, tenant_id, object_id, name, address)
        select provider_id, id, 'tenant', 'object', name, email from person where id = $1`,
      [personId(owner)],
    )
    await pool.query(
      `insert into microsoft_flow (provider_id, branding_domain_id, token_hash, state_hash, purpose, next_path, leads_to, expires_at)
        values ($1, $2, 'hash', 'hash', 'sign-in', '/', '', now() + interval '1 hour')`,
      [northwind.providerId, northwind.brandingDomainId],
    )
    // Nor had a look into an account been ended by hand.
    await pool.query(
      `insert into account_visit (provider_id, account_id, person_id, reason, ends_at)
        select a.provider_id, a.id, $1, 'Why', now() + interval '1 hour' from account a where a.slug = 'harbour-dental'`,
      [personId(owner)],
    )
    const { begun } = await notice(pool)
    expect(begun).toMatchObject({ number: 1, sessions: 1, tokens: 3, letters: 1 })
    const visits = await pool.query('select 1 from account_visit where ends_at > clock_timestamp()')
    expect(visits.rowCount).toBe(0)
    expect((await pool.query('select 1 from microsoft_link where ended_at is null')).rowCount).toBe(0)
    expect((await pool.query('select 1 from microsoft_flow where expires_at > now()')).rowCount).toBe(0)
    expect((await pool.query('select 1 from calendar_feed')).rowCount).toBe(0)
    expect((await pool.query('select 1 from phonebook where token_hash is not null')).rowCount).toBe(0)
    expect(await sessionOf(northwind, token, '', pool)).toBeNull()
    for (const one of [ticket, spent]) {
      expect(
        await behind(
          northwind,
          tx => spendToken(tx, northwind, 'hand-over', { token: one, flow: null, once }),
          pool,
        ),
      ).toBeNull()
      const seen = await behind(northwind, tx => seeToken(tx, northwind, 'hand-over', one, null), pool)
      expect(seen).toEqual({ state: 'replaced', person: null })
    }
    const letters = await pool.query(
      `select state, drop_reason, secret, frozen from letter where kind = 'sign-in-link'`,
    )
    expect(letters.rows).toEqual([{ state: 'dropped', drop_reason: 'restored', secret: null, frozen: null }])
    // Other letters wait as before.
    expect((await pool.query(`select 1 from letter where state = 'queued'`)).rowCount).toBeGreaterThan(0)
    const events = await pool.query(
      `select 1 from event where action = 'portal.restored' and account_id is null`,
    )
    expect(events.rowCount).toBe(2)
    // Whoever signs in from now on stays so.
    const anew = await behind(northwind, tx => beginSession(tx, northwind, personId(owner), from), pool)
    expect((await notice(pool)).begun).toBeNull()
    expect(await sessionOf(northwind, anew.token, '', pool)).not.toBeNull()
  })

  test('is noticed by exactly one of many servers at once', async () => {
    let tries = 0
    for (let round = 0; round < 5; round++) {
      await notice(database.pool)
      const { pool, url } = await restored()
      const servers = Array.from({ length: 20 }, () => poolOn(url))
      const begun = await Promise.all(servers.map(server => notice(server)))
      expect(begun.filter(one => one.begun)).toHaveLength(1)
      expect(await epoch(pool)).toEqual({ number: 1, cause: 'noticed' })
      for (const server of servers) await server.end()
      tries += servers.length
    }
    console.log(`20 servers at once, five times: ${tries} starts, 5 epochs, 0 failures`)
  })

  test.each(['system', 'timeline', 'database', 'table'])('is known by its %s alone', async part => {
    await notice(database.pool)
    await database.pool.query(
      `update portal_epoch set identity = identity || jsonb_build_object($1::text, 'another')`,
      [part],
    )
    expect((await notice(database.pool)).begun?.number).toBe(1)
    expect((await notice(database.pool)).begun).toBeNull()
  })

  test('is noticed in the same database too, where the tables were dropped and read back', async () => {
    await notice(database.pool)
    const { pool } = await restored()
    await notice(pool)
    // As pg_restore --clean does it.
    await pool.query(`create table kept as table portal_epoch; drop table portal_epoch;
      create table portal_epoch (like kept); insert into portal_epoch table kept;
      grant select, update on portal_epoch to latchkey_worker`)
    expect((await notice(pool)).begun?.number).toBe(2)
  })

  test('is noticed where nothing about the server may be read, by what is left; and a lost right is no restore', async () => {
    await notice(database.pool)
    const { pool } = await restored()
    await notice(pool)
    await pool.query('revoke execute on function pg_walfile_name(pg_lsn) from public')
    expect((await notice(pool)).seen.timeline).toBe('1')
    const hide = `revoke execute on function pg_control_system(), pg_control_checkpoint(), pg_walfile_name(pg_lsn) from public`
    await pool.query(hide)
    const hidden = await notice(pool)
    expect([Object.keys(hidden.seen).sort(), hidden.begun]).toEqual([['database', 'table'], null])
    expect(tellsItsServer(hidden.seen)).toBe(false)
    await pool.query(`update portal_epoch set identity = identity || '{"database": "1"}'`)
    expect((await notice(pool)).begun?.number).toBe(2)
    await pool.query(hide.replace('revoke', 'grant').replace('from', 'to'))
    expect((await notice(pool)).begun).toBeNull()
  })
})

describe('a new connection', () => {
  test('is given to nobody before the portal has noticed', async () => {
    await notice(database.pool)
    await letIn()
    const { url, pool } = await restored()
    expect((await pool.query('select 1 from session')).rowCount).toBe(1)
    // The portal’s own pool: its very first question finds nobody signed in.
    Object.assign(process.env, settingsOn(url))
    const first = await Promise.all(
      Array.from({ length: 10 }, () => getPool().query('select 1 from session')),
    )
    await closePool()
    expect(first.map(answer => answer.rowCount)).toEqual(Array(10).fill(0))
    expect(await epoch(pool)).toEqual({ number: 1, cause: 'noticed' })
  })

  test('is given to nobody while what must end can’t be ended', async () => {
    await notice(database.pool)
    await letIn()
    const { url, pool } = await restored()
    await pool.query('revoke delete on session from latchkey_worker')
    const portal = poolOn(url, { onConnect: lookedAt })
    await expect(portal.query('select 1')).rejects.toThrow('permission denied')
    await pool.query('grant delete on session to latchkey_worker')
    expect((await portal.query('select 1 from session')).rowCount).toBe(0)
    await portal.end()
  })

  test('to a database that no migration has reached is given all the same', async () => {
    const url = new URL('/postgres', database.url).href
    const portal = poolOn(url, { onConnect: lookedAt })
    expect((await portal.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await portal.end()
  })
})

test('nobody slips through who is signing in with an old token at that very moment: 20 tries', async () => {
  for (let i = 0; i < 20; i++) {
    await database.pool.query(`update portal_epoch set number = 0, at = null`)
    await notice(database.pool)
    const { ticket } = await letIn()
    const late = await behind(northwind, tx => makeTicket(tx, northwind, personId(owner), '/'))
    await database.pool.query(`update portal_epoch set identity = identity || '{"timeline": "0"}'`)
    const spent = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const spend = (token: string, until: () => Promise<void> | void) =>
      behind(northwind, async tx => {
        const who = await spendToken(tx, northwind, 'hand-over', { token, flow: null, once })
        if (!who) return null
        await until()
        return beginSession(tx, northwind, who.personId, from)
      })
    // One has spent its token and not committed; the epoch waits for it. The other comes while the epoch waits.
    const first = spend(ticket, () => {
      spent.resolve()
      return held.promise
    })
    await spent.promise
    const waits = async (what: string) => {
      for (;;) {
        const found = await database.pool.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like $1`,
          [`%${what}%`],
        )
        if (found.rowCount) return
      }
    }
    const bump = notice(database.pool)
    await waits('lock table one_time_token')
    const second = spend(late, () => {})
    await waits('update one_time_token')
    held.resolve()
    const [one, begun, two] = await Promise.all([first, bump, second])
    expect(begun.begun?.number).toBe(1)
    expect(one && (await sessionOf(northwind, one.token, '', database.pool))).toBeNull()
    expect(two).toBeNull()
  }
})

describe('told by hand', () => {
  test('it begins an epoch; told again within the hour it says when the last was, and does nothing', async () => {
    await notice(database.pool)
    const { token } = await letIn()
    const first = await on(database.pool, client => tellRestore(client, false))
    expect(first.last).toMatchObject({ number: 0, at: null, cause: null })
    expect(first.begun).toMatchObject({ number: 1, sessions: 1, tokens: 2, letters: 1 })
    expect(await sessionOf(northwind, token, '', database.pool)).toBeNull()
    const anew = await letIn()
    const second = await on(database.pool, client => tellRestore(client, false))
    expect([second.last.number, second.last.cause, second.begun]).toEqual([1, 'told', null])
    expect(second.last.at).toEqual(first.begun?.at)
    expect(await sessionOf(northwind, anew.token, '', database.pool)).not.toBeNull()
    expect((await on(database.pool, client => tellRestore(client, true))).begun?.number).toBe(2)
    await database.pool.query(`update portal_epoch set at = at - interval '61 minutes'`)
    expect((await on(database.pool, client => tellRestore(client, false))).begun?.number).toBe(3)
  })
})
