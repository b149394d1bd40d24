import { type NamedAccount, type Namesake, namesakeAmong } from '#lib/account/namesake.ts'
import { skeleton } from '#lib/alike.ts'
import type { Tx } from '../client.ts'

/** The statement of an open account that reads alike, for what looks at its plan too. */
export function alikeStatement(providerId: string, name: string, except: string | null) {
  const text = `select name, slug from account
    where provider_id = $1 and closed_at is null and name_alike = $2 and id is distinct from $3::uuid
    order by name_alike, id limit 1`
  return { name: 'account-alike', text, values: [providerId, skeleton(name), except] }
}

/** Whom an account of this name could be taken for; `except` is the account that is being renamed. */
export async function namesakeOf(
  tx: Tx,
  providerId: string,
  name: string,
  except: string | null = null,
): Promise<Namesake | null> {
  const own = await tx.$client.query<{ name: string }>(
    `select name from provider where id = $1
      union all select name from branding_domain where provider_id = $1 and retired_at is null`,
    [providerId],
  )
  const alike = await tx.$client.query<NamedAccount>(alikeStatement(providerId, name, except))
  return namesakeAmong(name, { provider: own.rows.map(row => row.name), account: alike.rows[0] ?? null })
}
