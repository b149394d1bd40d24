import { type Held, highest, levelOfMembership, type ManagingLevel } from '#lib/access/levels.ts'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { LetterStanding } from '#lib/delivery/condition.ts'
import type { Language } from '#lib/language.ts'
import type { MembershipState } from '#lib/membership/membership.ts'
import type { Tx } from '../client.ts'
import { newestStanding, type StandingValue, standingIn } from '../delivery/standing.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'
import { isAllTheyAre, nameAt } from '../person/has-place.ts'

/** A person of the account as its list of managers shows them. */
export interface ListedMember {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly modules: readonly string[]
  /** The highest among the person's places on this account. */
  readonly level: ManagingLevel
  readonly version: number
  readonly state: Exclude<MembershipState, 'removed'>
  readonly homeName: string
  readonly homeHost: string
  readonly language: Language
  /** Null for whoever has not taken the place: when they were elsewhere is not the account's to know. */
  readonly lastSignInAt: Date | null
  /** What has become of the latest letter to a password that this account had sent to them; of others nothing is told. */
  readonly letter: LetterStanding | null
}

interface Row extends Omit<ListedMember, 'letter' | 'level'> {
  readonly held: readonly Held[]
  readonly letter: StandingValue | null
}

const name = nameAt('m', 'p')
const columns = `m.id, m.person_id as "personId", ${name} as name, p.email, m.roles, m.modules, m.version, m.state, b.name as "homeName", b.host as "homeHost", p.language,
  case when m.state <> 'invited' then p.last_sign_in_at end as "lastSignInAt",
  (select json_agg(json_build_object('kind', o.kind, 'roles', o.roles, 'modules', o.modules, 'level', o.level)) from membership o
    where o.person_id = m.person_id and o.account_id = m.account_id and o.state <> 'removed') as held,
  ${newestStanding(`w.person_id = p.id and w.account_id = m.account_id and w.kind in ('activation', 'reset')`)} as letter`
const from = `from membership m join person p on p.id = m.person_id join branding_domain b on b.id = p.home_brand_id
  where m.account_id = $1 and m.kind = $2 and m.state <> 'removed'`

export const listedAtOnce = 50

/** A page of the account's people of one kind, in the order in which they were added; one more than a page where there are more. */
export async function membersOf(
  tx: Tx,
  accountId: string,
  of: {
    readonly kind: MembershipKind
    readonly search: string
    readonly after: string | null
    readonly most?: number
  },
): Promise<readonly ListedMember[]> {
  const search = containing(of.search)
  const values: (string | null)[] = [accountId, of.kind]
  const add = (value: string) => `$${values.push(value)}`
  const searched = search
    ? (pattern => `and (${folded(name)} like ${pattern} or ${folded('p.email')} like ${pattern})`)(
        add(search),
      )
    : ''
  const onward = of.after
    ? `and (m.created_at, m.id) > (select n.created_at, n.id from membership n where n.account_id = $1 and n.id = ${add(of.after)}::uuid)`
    : ''
  const answer = await tx.$client.query<Row>(
    `select ${columns} ${from} ${searched} ${onward} order by m.created_at, m.id ${atMost((of.most ?? listedAtOnce) + 1)}`,
    values,
  )
  return answer.rows.map(withMoments)
}

/** One of them; null where the account has none such. */
export async function memberOf(
  tx: Tx,
  accountId: string,
  kind: MembershipKind,
  id: string,
): Promise<(ListedMember & { readonly onlyHere: boolean }) | null> {
  const answer = await tx.$client.query<Row & { onlyHere: boolean }>(
    `select ${columns}, ${isAllTheyAre('m')} as "onlyHere"
      ${from} and m.id = $3`,
    [accountId, kind, id],
  )
  const row = answer.rows[0]
  return row ? { ...withMoments(row), onlyHere: row.onlyHere } : null
}

function withMoments({ held, ...row }: Row): ListedMember {
  return { ...row, letter: standingIn(row.letter), level: highest(held.map(levelOfMembership)) }
}
