import { sql } from 'drizzle-orm'
import { checkKey, emptyKey, type KeptKey, type KeyFault, type TypedKey } from '#lib/key-profile/key.ts'
import { ok } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Write } from '../write.ts'
import type { SeenKey } from './reads.ts'

/** Which key can't be so, from 1, and why. */
export interface FaultyKeys {
  readonly ok: false
  readonly faults: readonly { readonly key: number; readonly fault: KeyFault }[]
}

/** Keys as they will be read: what was written in another way, and what does nothing, as it is kept. */
export function plain(
  typed: readonly TypedKey[],
  checked: { readonly ok: true; readonly value: readonly KeptKey[] } | FaultyKeys,
): readonly TypedKey[] {
  if (!checked.ok) return typed
  return checked.value.map((key, at) =>
    key.kind === 'blf' ? { ...key, value: typed[at]?.value.trim() ?? '' } : key,
  )
}

/** Keys as they are kept, or what is wrong with each. A lamp whose extension is gone, and which nobody touched, stays as it is. */
export async function checkedKeys(
  { tx, account }: AccountChange,
  typed: readonly TypedKey[],
  stored: readonly SeenKey[],
): Promise<{ readonly ok: true; readonly value: readonly KeptKey[] } | FaultyKeys> {
  const answer = await tx.$client.query<{ id: string; number: string }>(
    'select x.id, x.number from pbx_extension x where x.account_id = $1 and x.ended_at is null',
    [account.id],
  )
  const extensions = new Map(answer.rows.map(row => [row.number, row.id]))
  const astray = stored.some(key => key.astray)
  const results = typed.map(key =>
    astray && key.kind === 'blf' && key.value.trim() === ''
      ? ok({ ...key, value: '', extensionId: null })
      : checkKey(key, extensions),
  )
  const faults = results.flatMap((one, at) => (one.ok ? [] : [{ key: at + 1, fault: one.fault }]))
  if (faults.length > 0) return { ok: false, faults }
  return ok(results.map(one => (one.ok ? one.value : emptyKey)))
}

/** The keys of a profile as they are from now on. */
export function rewrittenKeys(
  { actor, account }: AccountChange,
  id: string,
  keys: readonly KeptKey[],
): readonly Write[] {
  const rows = keys.flatMap((key, at) =>
    key.kind === 'none'
      ? []
      : [
          {
            position: at + 1,
            kind: key.kind,
            value: key.value,
            label: key.label,
            extension: key.extensionId,
          },
        ],
  )
  const json = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (position int, kind text, value text, label text, extension uuid)`
  return [
    {
      query: sql`(delete from profile_key y where y.profile_id = ${id}::uuid and y.account_id = ${account.id}::uuid
        and y.position not in (select r.position from ${json}) returning y.position)`,
    },
    {
      query: sql`(insert into profile_key (provider_id, account_id, profile_id, position, kind, value, label, extension_id)
        select ${actor.providerId}::uuid, ${account.id}::uuid, ${id}::uuid, r.position, r.kind, r.value, r.label, r.extension from ${json}
        on conflict (profile_id, position) do update set kind = excluded.kind, value = excluded.value, label = excluded.label,
          extension_id = excluded.extension_id returning position)`,
      rows: rows.length,
    },
  ]
}
