import type { Tx } from '../client.ts'
import { isLiveNow } from '../grant/clock.ts'
import { type GrantFilter, grantConditions, grantFilters } from '../grant/reads.ts'

/** A person of the account itself, as the list of everybody who is authorised shows them. */
export interface AuthorisedPerson {
  readonly name: string
  readonly email: string
  readonly kind: 'account-manager' | 'administrator' | 'portal-user' | 'end-user'
  readonly roles: readonly string[]
  readonly modules: readonly string[]
  readonly lastSignInAt: Date | null
}

/** How many grants stand behind each tile; 100 means "more than 99". */
export interface AuthorisationCounts extends Readonly<Record<GrantFilter, number>> {
  /** What there is to revoke: what lives, and was not set by the provider. */
  readonly revocable: number
}

export interface Authorised {
  readonly people: readonly AuthorisedPerson[]
  readonly counts: AuthorisationCounts
}

const most = 100
const capped = (condition: string) =>
  `(select count(*)::int from (select 1 from access_grant g where g.account_id = $1 and ${condition} limit ${most}) c)`
const counts = grantFilters.map(filter => `${capped(grantConditions[filter])} as ${filter}`).join(', ')

/** Who of the account's own people is authorised, and how many partners' grants of each sort there are. */
export async function authorisedOn(tx: Tx, accountId: string): Promise<Authorised> {
  const answer = await tx.$client.query<
    AuthorisationCounts & { people: (AuthorisedPerson & { lastSignInAt: string | null })[] | null }
  >({
    name: 'authorised-on-account',
    text: `select ${counts}, ${capped(`${isLiveNow('g')} and g.designation = 'customer'`)} as revocable,
        (select json_agg(x) from (select p.name, p.email, m.kind, m.roles, m.modules, p.last_sign_in_at as "lastSignInAt"
           from membership m join person p on p.id = m.person_id
           where m.account_id = $1 and m.state = 'active' and m.kind <> 'end-user' and p.disabled_at is null
           order by p.name, m.kind limit 200) x) as people`,
    values: [accountId],
  })
  const row = answer.rows[0]
  if (!row) throw new Error('the counts were not read')
  const { people, ...counted } = row
  return {
    counts: counted,
    people: (people ?? []).map(one => ({
      ...one,
      lastSignInAt: one.lastSignInAt ? new Date(one.lastSignInAt) : null,
    })),
  }
}
