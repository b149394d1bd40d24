import { randomUUID } from 'node:crypto'
import type { PulledKind, ReadItem } from '#lib/back-office/items.ts'
import type { Merge, There } from '#lib/back-office/merge.ts'
import { merge } from '#lib/back-office/merge.ts'
import type { Tx } from '../client.ts'
import { recordOf, type StoredKind, setsOf, storedKind, valuesOf } from './kinds.ts'

// Takes a page of one kind into the portal, behind the account's lock.

/** Whose things they are. */
export interface Owned {
  readonly providerId: string
  readonly accountId: string
}

export interface PageTaken extends Merge {
  /** What changed, as its reader knows it. */
  readonly names: readonly { readonly name: string; readonly did: 'added' | 'changed' }[]
}

interface Page {
  readonly kind: PulledKind
  readonly items: readonly ReadItem[]
  readonly seen: ReadonlySet<string>
  /** When the page was asked for, by the database's clock. */
  readonly askedAt: Date
}

/** Merges a page with what is there, and writes what it changes. */
export async function takePage(tx: Tx, own: Owned, { kind, items, seen, askedAt }: Page): Promise<PageTaken> {
  const stored = storedKind(kind)
  const keys = items.flatMap(one => (one.ok ? [one.key] : []))
  await adopt(tx, own, stored, items)
  const there = await thereOf(tx, own, stored, keys)
  const held = await heldKeys(tx, own, kind, askedAt)
  const merged = merge(items, { there, seen, held, quiet: stored.quiet })
  await insert(tx, own, stored, merged)
  await update(tx, own, stored, merged)
  const refused = new Set(merged.refused.map(one => one.key))
  const told = keys.filter(key => !held.has(key) && !refused.has(key))
  await forgetSetAside(tx, own, kind, told)
  return { ...merged, names: await namesOf(tx, own, stored, merged) }
}

/** What had no back office's key before is known again by what it is, so that a first pull doubles nothing. */
async function adopt(tx: Tx, own: Owned, stored: StoredKind, items: readonly ReadItem[]): Promise<void> {
  if (stored.adopted.length === 0) return
  const rows = items.flatMap(one => (one.ok ? [{ key: one.key, ...one.values }] : []))
  const same = stored.adopted.map(field => `t.${field} = r.${field}`).join(' and ')
  const fields = stored.adopted.map(field => `${field} text`).join(', ')
  await tx.$client.query(
    `update ${stored.table} t set key = r.key from (
        select distinct on (${stored.adopted.join(', ')}) * from jsonb_to_recordset($1::jsonb) as x(key text, ${fields})
        order by ${stored.adopted.join(', ')}, key) r
      where t.account_id = $2 and t.key is null and ${same}
        and not exists (select 1 from ${stored.table} o where o.provider_id = $3 and o.key = r.key)
        and not exists (select 1 from ${stored.table} o where o.account_id = $2 and o.key is null and o.id < t.id
          and ${stored.adopted.map(field => `o.${field} = t.${field}`).join(' and ')})`,
    [JSON.stringify(rows), own.accountId, own.providerId],
  )
}

async function thereOf(tx: Tx, own: Owned, stored: StoredKind, keys: readonly string[]): Promise<There[]> {
  const of = stored.ofProvider ? 't.provider_id = $3' : 't.account_id = $2 and t.provider_id = $3'
  const answer = await tx.$client.query<There>(
    `select t.key, t.account_id = $2 as mine, ${valuesOf(stored)} as values from ${stored.table} t
      where ${of} and t.key = any($1)`,
    [keys, own.accountId, own.providerId],
  )
  return answer.rows
}

/** Things whose change was on its way at a moment, or has been made since: what was asked for then may be older. */
export async function heldKeys(
  tx: Tx,
  { accountId }: Owned,
  kind: PulledKind,
  moment: Date,
): Promise<ReadonlySet<string>> {
  const answer = await tx.$client.query<{ key: string }>(
    `select distinct key from back_office_change where account_id = $1 and kind = $2
        and (settled_at is null or settled_at >= $3)`,
    [accountId, kind, moment],
  )
  return new Set(answer.rows.map(row => row.key))
}

/** Nobody knew what became of a change that was set aside; what the provider's systems tell of the thing settles it. */
async function forgetSetAside(
  tx: Tx,
  { accountId }: Owned,
  kind: PulledKind,
  keys: readonly string[],
): Promise<void> {
  await tx.$client.query(
    `delete from back_office_change where account_id = $1 and kind = $2 and key = any($3) and state = 'set-aside'`,
    [accountId, kind, keys],
  )
}

async function insert(tx: Tx, own: Owned, stored: StoredKind, { add }: Merge): Promise<void> {
  if (add.length === 0) return
  const columns = stored.columns.map(one => one.column).join(', ')
  const fields = stored.columns.map(one => `r."${one.field}"`).join(', ')
  const rows = add.map(({ key, values }) => ({ ...values, id: randomUUID(), ownKey: key }))
  await tx.$client.query(
    `insert into ${stored.table} (id, provider_id, account_id, key, ${columns})
      select r.id, $2, $3, r."ownKey", ${fields}
      from jsonb_to_recordset($1::jsonb) as r(id uuid, "ownKey" text, ${recordOf(stored)})`,
    [JSON.stringify(rows), own.providerId, own.accountId],
  )
}

async function update(tx: Tx, own: Owned, stored: StoredKind, { change }: Merge): Promise<void> {
  if (change.length === 0) return
  const rows = change.map(({ key, values }) => ({ ...values, ownKey: key }))
  await tx.$client.query(
    `update ${stored.table} t set ${setsOf(stored, stored.columns)}
      from jsonb_to_recordset($1::jsonb) as r("ownKey" text, ${recordOf(stored)})
      where t.account_id = $2 and t.key = r."ownKey"`,
    [JSON.stringify(rows), own.accountId],
  )
}

/** More are only counted. */
const mostNamed = 50

async function namesOf(tx: Tx, own: Owned, stored: StoredKind, { add, change }: Merge) {
  const changed = change.filter(one => one.fields.length > 0)
  const keys = [...add, ...changed].slice(0, mostNamed).map(one => one.key)
  if (keys.length === 0) return []
  const added = new Set(add.map(one => one.key))
  const answer = await tx.$client.query<{ key: string; name: string }>(
    `select t.key, ${stored.called} as name from ${stored.table} t where t.account_id = $1 and t.key = any($2) order by 2`,
    [own.accountId, keys],
  )
  return answer.rows.map(({ key, name }) => ({
    name,
    did: added.has(key) ? ('added' as const) : ('changed' as const),
  }))
}

/** The keys of a kind that the portal holds of an account. */
export async function keysThere(tx: Tx, own: Owned, kind: PulledKind): Promise<readonly string[]> {
  const answer = await tx.$client.query<{ key: string }>(
    `select key from ${storedKind(kind).table} where account_id = $1 and key is not null`,
    [own.accountId],
  )
  return answer.rows.map(row => row.key)
}

/** Takes things away; gives what they were called. */
export async function takeAway(
  tx: Tx,
  own: Owned,
  kind: PulledKind,
  keys: readonly string[],
): Promise<readonly string[]> {
  if (keys.length === 0) return []
  const stored = storedKind(kind)
  const answer = await tx.$client.query<{ name: string }>(
    `delete from ${stored.table} t where t.account_id = $1 and t.key = any($2) returning ${stored.called} as name`,
    [own.accountId, keys],
  )
  return answer.rows.map(row => row.name)
}
