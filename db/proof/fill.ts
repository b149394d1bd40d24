import { randomUUID } from 'node:crypto'
import type pg from 'pg'

export interface TableShape {
  readonly name: string
  readonly tenant: boolean
}

/** All tables of the portal, and whether their rows belong to a provider. */
export async function tablesOf(pool: pg.Pool): Promise<readonly TableShape[]> {
  const found = await pool.query<TableShape>(
    `select c.relname as name, exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'provider_id' and not a.attisdropped) as tenant
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  )
  return found.rows
}

const samples: Record<string, () => unknown> = {
  uuid: () => randomUUID(),
  text: () => randomUUID(),
  'timestamp with time zone': () => new Date('2026-01-01T00:00:00Z'),
  integer: () => 1,
  bigint: () => 1,
  boolean: () => false,
  date: () => '2026-01-01',
  jsonb: () => '{}',
  bytea: () => Buffer.from('x'),
  ARRAY: () => [],
}

/**
 * Sees to it that every table of the tenants holds a row of each provider, whatever tables there are by now. The rows
 * are made up; foreign keys are off for this one transaction.
 */
export async function fillAll(pool: pg.Pool, providers: readonly string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica`)
    for (const { name } of (await tablesOf(pool)).filter(table => table.tenant))
      for (const provider of providers) await fill(client, name, provider)
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function fill(client: pg.PoolClient, table: string, provider: string): Promise<void> {
  const there = await client.query(`select 1 from ${table} where provider_id = $1 limit 1`, [provider])
  if (there.rowCount) return
  const columns = await client.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table],
  )
  const values = columns.rows.map(({ name, type }) => {
    const sample = samples[type]
    if (!sample) throw new Error(`no sample of ${type} for ${table}.${name}`)
    return name === 'provider_id' ? provider : sample()
  })
  const names = columns.rows.map(column => column.name).join(', ')
  await client.query(`insert into ${table} (${names}) values (${values.map((_, i) => `$${i + 1}`)})`, values)
}
