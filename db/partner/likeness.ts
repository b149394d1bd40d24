import { type Likeness, likenessOf } from '#lib/partner/likeness.ts'
import type { Tx } from '../client.ts'

/** Behind the provider's wall: every name that a firm's may resemble. `unless` leaves out firms `p`. */
export const namesAround = (unless: string) =>
  `select name, true as own from provider where id = walled_provider()
    union all select name, true from branding_domain where provider_id = walled_provider() and retired_at is null
    union all select name, false from partner p where provider_id = walled_provider() and closed_at is null and not (${unless})`

/** Whom a firm of this name could be taken for; `except` is the firm that is being renamed. */
export async function likenessAt(
  tx: Tx,
  name: string,
  except: string | null = null,
): Promise<Likeness | null> {
  const answer = await tx.$client.query<{ name: string; own: boolean }>(
    namesAround('p.id is not distinct from $1::uuid'),
    [except],
  )
  const named = (own: boolean) => answer.rows.filter(row => row.own === own).map(row => row.name)
  return likenessOf(name, { provider: named(true), partners: named(false) })
}
