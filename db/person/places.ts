import type { Tx } from '../client.ts'

/** Somewhere a person may work: an account they are a member of, their firm's desk, or the provider's desk. */
export interface WorkPlace {
  readonly kind: 'account' | 'partner' | 'provider'
  readonly slug: string
  readonly name: string
}

/** All places of the person, or those whose name holds `search`; `most` at once, by kind and name. */
export async function placesOf(
  tx: Tx,
  personId: string,
  { search = '', most }: { readonly search?: string; readonly most: number },
): Promise<readonly WorkPlace[]> {
  const answer = await tx.$client.query<WorkPlace>(
    `select kind, slug, name from (
        select distinct 1 as rank, 'account' as kind, a.slug, a.name from membership m join account a on a.id = m.account_id
          where m.person_id = $1 and m.state = 'active' and a.closed_at is null
        union all
        select 2, 'partner', p.slug, p.name from partner_staff s join partner p on p.id = s.partner_id
          where s.person_id = $1 and s.removed_at is null and p.closed_at is null
        union all
        select 3, 'provider', v.slug, v.name from platform_user u join provider v on v.id = u.provider_id
          where u.person_id = $1 and u.removed_at is null) place
      where $2 = '' or position(lower($2) in lower(name)) > 0
      order by rank, lower(name), slug limit $3`,
    [personId, search, most],
  )
  return answer.rows
}
