import type pg from 'pg'
import { staffKinds } from '#lib/access/person-kinds.ts'

// What several steps of an import say in SQL.

/** Whether the row `i` of people is about a firm's person. */
export const isStaff = `i.kind in (${staffKinds.map(kind => `'${kind}'`).join(', ')})`

/** The provider's only branding domain, where it has no choice. */
export const onlyBrand = `(select min(id::text)::uuid from branding_domain where retired_at is null having count(*) = 1)`

/** All of the provider's branding domains, for a sentence. */
export const hosts = `(select string_agg(host, ', ' order by host) from branding_domain where retired_at is null)`

/** Field by field what a row changes: old and new. Null where it changes nothing. */
export const changed = (fields: readonly (readonly [string, string, string])[]) => `(
  select jsonb_object_agg(field, jsonb_build_array(old, new)) from (values ${fields
    .map(([field, old, fresh]) => `('${field}', ${old}, ${fresh})`)
    .join(', ')}) v(field, old, new) where new is not null and new <> old)`

/** The first line that says the same, for every later one. */
export const twice = (file: string, by: string, value: string, where = 'true') =>
  `select line, ${value} as value, first::text as other from (
    select line, ${value}, min(line) over (partition by ${by}) as first from import_${file} where ${where}) i where line > first`

export async function runAll(client: pg.ClientBase, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement)
}
