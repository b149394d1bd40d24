import type { Language } from '#lib/language.ts'
import type { Tx } from '../client.ts'

export interface ChoosableBrand {
  readonly id: string
  readonly name: string
  readonly host: string
}

/** The branding domains on which accounts and people can be at home. */
export async function brandsOf(tx: Tx, providerId: string): Promise<readonly ChoosableBrand[]> {
  const answer = await tx.$client.query<ChoosableBrand>(
    'select id, name, host from branding_domain where provider_id = $1 and retired_at is null order by created_at, host',
    [providerId],
  )
  return answer.rows
}

export interface HomeBrand {
  readonly id: string
  /** In which people who are not yet known are written to. */
  readonly language: Language
}

/**
 * The branding domain that was chosen, or the only one where there was nothing to choose; null where it is none of the
 * provider's, or none was chosen among several.
 */
export async function homeBrandFor(
  tx: Tx,
  providerId: string,
  id: string | undefined,
): Promise<HomeBrand | null> {
  const answer = await tx.$client.query<HomeBrand>(
    `select id, default_language as language from branding_domain
      where provider_id = $1 and retired_at is null and ($2::uuid is null or id = $2) limit 2`,
    [providerId, id ?? null],
  )
  const [brand, another] = answer.rows
  return brand && !another ? brand : null
}
