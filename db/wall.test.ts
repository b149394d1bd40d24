import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reading, writing } from './client.ts'
import { codeOf } from './faults.ts'
import { fillAll, tablesOf } from './proof/fill.ts'
import { newWorld } from './proof/world.ts'
import type { Wall } from './step-behind.ts'

/** The second wall: what the database itself refuses, whatever a query forgets. */
const world = await newWorld()
const { pool } = world
const [north, south] = [world.provider('northwind'), world.provider('southern')]
const tables = await tablesOf(pool)
const tenants = tables.filter(table => table.tenant).map(table => table.name)
const app = (providerId: string): Wall => ({ role: 'app', providerId })

beforeAll(() => fillAll(pool, [north, south]))
afterAll(() => world.close())

/** The SQLSTATE with which the database refuses, or how many rows it touched. */
async function touched(wall: Wall, text: string, values: unknown[] = []): Promise<string | number> {
  try {
    return await writing(wall, async tx => (await tx.$client.query(text, values)).rowCount ?? 0, pool)
  } catch (error) {
    return codeOf(error) ?? String(error)
  }
}

async function count(client: pg.ClientBase | pg.Pool, text: string, values: unknown[] = []): Promise<number> {
  const answer = await client.query<{ n: number }>(`select count(*)::int as n from ${text}`, values)
  return answer.rows[0]?.n ?? -1
}

/** A statement that inserts a row as JSON, but for what the database works out itself. */
async function insertInto(table: string): Promise<string> {
  const found = await world.rows<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  )
  const columns = found.map(({ name }) => name).join(', ')
  return `insert into ${table} (${columns}) overriding system value select ${columns} from jsonb_populate_record(null::${table}, $1)`
}

const forbidden = '42501'

describe('what stands in the catalogue', () => {
  test('tables without a provider are few, and hold nothing of one', () => {
    expect(tables.filter(table => !table.tenant).map(table => table.name)).toEqual([
      'clock_watch',
      'cursor',
      'event_seal',
      'portal_epoch',
      'provider',
      'rate_limit',
    ])
  })

  test('a new table is walled off while others read and write the old ones', async () => {
    const reader = await pool.connect()
    const builder = await pool.connect()
    try {
      await reader.query('begin')
      await reader.query('select from account limit 1')
      await builder.query('begin')
      await builder.query(`set local lock_timeout = '500ms'`)
      await builder.query('create table beside (id integer, provider_id uuid)')
      await builder.query('call wall_up()')
      expect(
        await count(builder, `pg_policies where tablename = 'beside' and policyname in ('wall', 'sweep')`),
      ).toBe(2)
    } finally {
      await builder.query('rollback')
      await reader.query('rollback')
      builder.release()
      reader.release()
    }
  })

  test('every table of a tenant is walled off, for its owner too', async () => {
    const open = await world.rows(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relname = any($1)
        and not (relrowsecurity and relforcerowsecurity)`,
      [[...tenants, 'provider']],
    )
    expect(open).toEqual([])
    const policies = await world.rows<{ table: string; names: string }>(
      `select tablename as "table", string_agg(policyname || ' ' || array_to_string(roles, ','), '; ' order by policyname) as names
        from pg_policies group by 1`,
    )
    const wanted = 'sweep latchkey_worker; wall latchkey_app'
    expect(policies.filter(policy => policy.names !== wanted)).toEqual([])
    expect(policies.map(policy => policy.table).sort()).toEqual([...tenants, 'provider'].sort())
  })

  test('the two roles own nothing, can’t sign in and can’t step over the wall', async () => {
    const roles = await world.rows(
      `select rolname from pg_roles where rolname in ('latchkey_app', 'latchkey_worker')
        and not (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)`,
    )
    expect(roles).toHaveLength(2)
    const owned = await world.rows(
      `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'latchkey_%'`,
    )
    expect(owned).toEqual([])
  })

  test('they may delete only what is meant to pass, and change the history never', async () => {
    const rights = await world.rows<{ right: string; tables: string[] }>(
      `select privilege_type as right, array_agg(distinct table_name::text order by table_name::text) as tables
        from information_schema.role_table_grants where grantee in ('latchkey_app', 'latchkey_worker') group by 1`,
    )
    const of = (right: string) => rights.find(row => row.right === right)?.tables ?? []
    expect(of('DELETE')).toEqual([
      // Whom to speak with and what an account has bought by now, with their past in the history; and two notes that the database keeps itself.
      'account_contact',
      // The logo before the one before, and one that was taken off long ago; service templates, too.
      'account_logo',
      'account_product',
      'account_unattended',
      'account_word',
      // What waited for the provider's systems and what was pulled from them, once both are long past; what they have no more.
      'back_office_change',
      'balance',
      // What people keep at a firm's desk for themselves.
      'calendar_feed',
      // Contacts that were removed and call records go when their time is over; files go that were only looked at.
      'call_record',
      'contact',
      'contact_group',
      'contact_in_group',
      'csv_upload',
      'customer_pin',
      'demo_mailbox',
      // So do text messages and faxes.
      'fax',
      'fax_document',
      'form_answer',
      // Key profiles are removed for good; extensions go as contacts do.
      'key_profile',
      'licence',
      // Ways to Microsoft and back, which pass like one-time tokens.
      'microsoft_flow',
      'offer',
      'one_time_token',
      'pbx_extension',
      'profile_key',
      'rate_limit',
      'service',
      'service_template',
      'session',
      'sms_conversation',
      'sms_message',
      'sms_seen',
      'subscription',
      'sync_run',
      'trial',
    ])
    expect(of('UPDATE').filter(table => table.startsWith('event'))).toEqual([])
    // What the portal itself keeps of its database and clock is nothing that acts for a provider may change.
    const own = ['clock_watch', 'portal_epoch']
    const changes = await world.rows<{ who: string; right: string }>(
      `select grantee as who, privilege_type as right from information_schema.role_table_grants
        where table_name = any($1) and grantee like 'latchkey_%' group by 1, 2 order by 1, 2`,
      [own],
    )
    expect(changes.map(({ who, right }) => `${who} ${right}`)).toEqual([
      'latchkey_app SELECT',
      'latchkey_worker SELECT',
      'latchkey_worker UPDATE',
    ])
    expect([...of('TRUNCATE'), ...of('REFERENCES'), ...of('TRIGGER')]).toEqual([])
  })

  test('the only view asks with the rights of whoever looks through it', async () => {
    const views = await world.rows<{ name: string; options: string[] | null }>(
      `select relname as name, reloptions as options from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
    )
    expect(views).toEqual([{ name: 'effective_grant', options: ['security_invoker=true'] }])
  })

  /** What names something without a key to it, and why that is well. */
  const unkeyed = new Set([
    // The history outlives what it tells of.
    'event.account_id',
    'event.partner_id',
    'event.actor_id',
    'event.subject_id',
    // Written from rows of one provider in one statement, four for each grant that a sweep ends.
    'letter.account_id',
    'letter.person_id',
    'letter.subject_id',
    // Written in the transaction that writes the other letter, behind the same wall.
    'letter.replaced_by',
    'delivery_event.letter_id',
    'demo_mailbox.letter_id',
    // Passing: gone with the person's session, or within ten minutes.
    'one_time_token.branding_domain_id',
  ])
  test('whatever a tenant’s row names is tied to the same provider', async () => {
    const keys = await world.rows<{ table: string; columns: string[]; target: string }>(
      `select c.conrelid::regclass::text as "table", c.confrelid::regclass::text as target,
          array(select attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns
        from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    )
    const names = await world.rows<{ name: string; table: string; column: string }>(
      `select table_name || '.' || column_name as name, table_name as "table", column_name as column
        from information_schema.columns where table_schema = 'public' and data_type = 'uuid' and table_name = any($1)
          and column_name not in ('id', 'provider_id', 'key') order by 1`,
      [tenants],
    )
    const own = (table: string, column: string) =>
      keys.some(
        key => key.table === table && key.columns.includes(column) && key.columns.includes('provider_id'),
      )
    const tied = ({ table, column }: { table: string; column: string }) =>
      own(table, column) ||
      // By way of an account or a firm that is itself tied to the provider, here and there.
      keys.some(
        key =>
          key.table === table &&
          key.columns.includes(column) &&
          key.columns.some(by => by !== column && own(table, by) && own(key.target, by)),
      )
    expect(names.filter(name => !tied(name) && !unkeyed.has(name.name)).map(name => name.name)).toEqual([])
    expect([...unkeyed].filter(name => !names.some(one => one.name === name))).toEqual([])
  })
})

describe.each(tenants)('%s', table => {
  const sample = async (provider: string) =>
    (
      await world.rows<{ row: unknown }>(
        `select to_jsonb(t) as row from ${table} t where provider_id = $1 limit 1`,
        [provider],
      )
    )[0]?.row

  test('without a provider there is nothing to see, to change or to add', async () => {
    const row = JSON.stringify(await sample(north))
    const bare = await pool.connect()
    try {
      await bare.query('begin; set local role latchkey_app')
      expect(await count(bare, table)).toBe(0)
      const added = await bare.query(await insertInto(table), [row]).catch(codeOf)
      expect(added).toBe(forbidden)
    } finally {
      await bare.query('rollback')
      bare.release()
    }
  })

  test('with one provider, never a row of the other', async () => {
    expect(await count(pool, `${table} where provider_id = $1`, [south])).toBeGreaterThan(0)
    await reading(
      app(north),
      async tx => {
        expect(await count(tx.$client, table)).toBeGreaterThan(0)
        expect(await count(tx.$client, `${table} where provider_id <> $1`, [north])).toBe(0)
      },
      pool,
    )
  })

  test('nothing is added to the other provider, handed to it, or changed there', async () => {
    const theirs = JSON.stringify(await sample(south))
    const insert = await insertInto(table)
    expect(await touched(app(north), insert, [theirs])).toBe(forbidden)
    const append = table === 'event'
    expect(await touched(app(north), `update ${table} set provider_id = $1`, [south])).toBe(forbidden)
    const change = `update ${table} set provider_id = provider_id where provider_id = $1`
    expect(await touched(app(north), change, [south])).toBe(append ? forbidden : 0)
    const remove = await touched(app(north), `delete from ${table} where provider_id = $1`, [south])
    expect([forbidden, 0]).toContain(remove)
  })
})

test('providers do not see each other', async () => {
  await reading(app(north), async tx => expect(await count(tx.$client, 'provider')).toBe(1), pool)
  expect(await touched(app(north), `update provider set name = 'Ours' where id = $1`, [south])).toBe(0)
})

test('nobody changes the history: not the two roles, not the owner, not by emptying the table', async () => {
  const before = await count(pool, 'event')
  const worker: Wall = { role: 'worker' }
  for (const wall of [app(north), worker])
    for (const text of [`update event set reason = 'nothing'`, 'delete from event', 'truncate event'])
      expect(await touched(wall, text)).toBe(forbidden)
  for (const text of [`update event set reason = 'nothing'`, 'delete from event', 'truncate event'])
    expect(await pool.query(text).catch(codeOf)).toBe(forbidden)
  expect(await count(pool, 'event')).toBe(before)
})

describe('keys across tenants do not exist', () => {
  const brightline = world.partner('brightline-it')
  const bakery = world.account('southern-bakery')
  const harbour = world.account('harbour-dental')
  const tech = world.actor('tech@brightline.example').personId
  const theirs = async (table: string) =>
    (await world.rows<{ id: string }>(`select id from ${table} where provider_id = $1 limit 1`, [south]))[0]
      ?.id
  const ours = async (table: string) =>
    (await world.rows<{ id: string }>(`select id from ${table} where provider_id = $1 limit 1`, [north]))[0]
      ?.id

  test.each<[string, () => Promise<[string, unknown[]]>]>([
    [
      'a membership of a person of the other provider',
      async () => [
        `insert into membership (provider_id, account_id, person_id, kind, state) values ($1, $2, $3, 'administrator', 'active')`,
        [north, harbour, world.actor('owner@bakery.example').personId],
      ],
    ],
    [
      'a membership on an account of the other provider',
      async () => [
        `insert into membership (provider_id, account_id, person_id, kind, state) values ($1, $2, $3, 'administrator', 'active')`,
        [north, bakery, tech],
      ],
    ],
    [
      'a grant on an account of the other provider',
      async () => [
        `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by)
          values ($1, $2, $3, 'full', 'ongoing', now(), 'active', $4)`,
        [north, bakery, brightline, tech],
      ],
    ],
    [
      'a grant approved by a person of the other provider',
      async () => [
        `insert into access_grant (provider_id, account_id, partner_id, scope, duration, starts_at, state, approved_by)
          values ($1, $2, $3, 'full', 'ongoing', now(), 'active', $4)`,
        [north, harbour, brightline, world.actor('owner@bakery.example').personId],
      ],
    ],
    [
      'an assignment of a grant of the other provider',
      async () => [
        `insert into assignment (provider_id, account_id, grant_id, partner_id, staff_id, assigned_by)
          select $1, g.account_id, g.id, $2, s.id, $3 from access_grant g, partner_staff s where g.id = $4 and s.person_id = $3`,
        [north, brightline, tech, await theirs('access_grant')],
      ],
    ],
    [
      'a message on a request of the other provider',
      async () => [
        `insert into access_request_message (provider_id, account_id, request_id, kind, person_id, body)
          select $1, account_id, id, 'answer', $2, 'x' from access_request where id = $3`,
        [north, tech, await theirs('access_request')],
      ],
    ],
    [
      'a relationship with a firm of the other provider',
      async () => [
        'insert into channel_relationship (provider_id, partner_id, account_id) values ($1, $2, $3)',
        [north, world.partner('outback-networks'), harbour],
      ],
    ],
    [
      'an account whose parent is the other provider’s',
      async () => ['update account set parent_id = $1 where id = $2', [bakery, harbour]],
    ],
    [
      'a session of ours on the other provider’s brand',
      async () => [
        `insert into session (provider_id, token_hash, person_id, branding_domain_id, expires_at, idle_seconds, address, user_agent)
          values ($1, 'x', $2, $3, now(), 1, '', '')`,
        [north, tech, await theirs('branding_domain')],
      ],
    ],
    [
      'a grant that hangs on another account’s relationship',
      async () => [
        `update access_grant set relationship_id = (select id from channel_relationship where account_id = $2) where id = $1`,
        [await ours('access_grant'), bakery],
      ],
    ],
  ])('%s', async (_, made) => {
    const [text, values] = await made()
    expect(await pool.query(text, values).catch(codeOf)).toBe('23503')
  })
})
