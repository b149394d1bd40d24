import { slugCandidates } from '#lib/slug.ts'
import type { Tx } from '../client.ts'

/**
 * The first slug for this name that none of the provider's accounts or firms has, closed ones included: addresses and the
 * history go on naming one thing. Somebody else may take it before the row stands; then the change begins anew.
 */
export async function freeSlug(
  tx: Tx,
  table: 'account' | 'partner',
  providerId: string,
  name: string,
): Promise<string> {
  const candidates = slugCandidates(name, table)
  const taken = await tx.$client.query<{ slug: string }>(
    `select slug from ${table} where provider_id = $1 and slug = any($2)`,
    [providerId, candidates],
  )
  const known = new Set(taken.rows.map(row => row.slug))
  const free = candidates.find(slug => !known.has(slug))
  return free ?? `${candidates[0]?.slice(0, 40)}-${crypto.randomUUID().slice(0, 8)}`
}
