import type { Language } from '#lib/language.ts'
import type { Tx } from '../client.ts'

/** A branding domain that people can be at home on. */
export interface HomeChoice {
  readonly id: string
  readonly host: string
  readonly name: string
  readonly language: Language
}

/** The provider's branding domains that are in use, for the form that chooses one. */
export async function homesOf(tx: Tx, providerId: string): Promise<readonly HomeChoice[]> {
  const answer = await tx.$client.query<HomeChoice>(
    `select id, host, name, default_language as language from branding_domain
      where provider_id = $1 and retired_at is null order by created_at, host`,
    [providerId],
  )
  return answer.rows
}

/** The one that was chosen, by its id or its host; where there is only one, that one. Null: none of these, or none of several. */
export function homeChosen(
  homes: readonly HomeChoice[],
  chosen: string | null | undefined,
  by: 'id' | 'host' = 'id',
): HomeChoice | null {
  if (chosen === null || chosen === undefined) return homes.length === 1 ? (homes[0] ?? null) : null
  return homes.find(home => home[by] === chosen) ?? null
}

/** The id of one that is in use, held so until the change is done; null where there is none of this host. */
export async function holdHome(tx: Tx, providerId: string, host: string): Promise<string | null> {
  const answer = await tx.$client.query<{ id: string }>(
    'select id from branding_domain where provider_id = $1 and host = $2 and retired_at is null for share',
    [providerId, host],
  )
  return answer.rows[0]?.id ?? null
}

/** The provider's branding domains that are in use, and where people of this account are at home unless somebody says otherwise. */
export async function homeOfAccount(
  tx: Tx,
  providerId: string,
  accountId: string,
): Promise<{ readonly homes: readonly HomeChoice[]; readonly home: HomeChoice | null }> {
  const homes = await homesOf(tx, providerId)
  const answer = await tx.$client.query<{ id: string }>(
    'select home_brand_id as id from account where id = $1',
    [accountId],
  )
  return { homes, home: homes.find(one => one.id === answer.rows[0]?.id) ?? homes[0] ?? null }
}
