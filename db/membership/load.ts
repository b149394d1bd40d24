import { type Held, highest, levelOfMembership, type ManagingLevel } from '#lib/access/levels.ts'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { MembershipState, Place } from '#lib/membership/membership.ts'
import { isApprover } from '../approvers.ts'
import type { AccountChange } from '../change.ts'
import { isAllTheyAre, isHeldStaff, nameAt } from '../person/has-place.ts'

/** A person's place as a change of it needs to know it. */
export interface LoadedPlace extends Place {
  readonly id: string
  readonly kind: MembershipKind
  readonly version: number
  readonly roles: readonly string[]
  readonly modules: readonly string[]
  readonly personId: string
  /** They work for the firm in whose name the change is made. */
  readonly isOfFirm: boolean
  /** As they are called there. */
  readonly name: string
  readonly email: string
  readonly hasPassword: boolean
  readonly homeBrand: string
  readonly language: 'en' | 'fr'
}

interface Row {
  id: string
  kind: MembershipKind
  state: MembershipState
  version: number
  roles: readonly string[]
  modules: readonly string[]
  personId: string
  isOfFirm: boolean
  name: string
  email: string
  hasPassword: boolean
  homeBrand: string
  language: 'en' | 'fr'
  held: (Held & { here: boolean })[]
  platform: 'administrator' | 'support' | null
  isStaff: boolean
  onlyHere: boolean
  othersManage: boolean
  manages: boolean
}

type Looking = Pick<AccountChange, 'tx' | 'actor' | 'account' | 'partnerId'>

/** One place on the account, of one of these kinds; null where there is none. The account's lock keeps it as it is read. */
export async function loadPlace(
  looking: Looking,
  membershipId: string,
  kinds: readonly MembershipKind[],
): Promise<LoadedPlace | null> {
  return (await loadPlaces(looking, [membershipId], kinds))[0] ?? null
}

/** Several of them, in the order in which they were added; those that are none of the account's are missing. */
export async function loadPlaces(
  { tx, actor, account, partnerId }: Looking,
  ids: readonly string[],
  kinds: readonly MembershipKind[],
): Promise<readonly LoadedPlace[]> {
  const answer = await tx.$client.query<Row>(
    `select m.id, m.kind, m.state, m.version, m.roles, m.modules, m.person_id as "personId", ${nameAt('m', 'p')} as name, p.email, p.password_hash is not null as "hasPassword",
        b.host as "homeBrand", p.language,
        (select json_agg(json_build_object('kind', o.kind, 'roles', o.roles, 'modules', o.modules, 'level', o.level,
            'here', o.account_id = m.account_id))
          from membership o where o.person_id = m.person_id and (o.state <> 'removed' or o.id = m.id)) as held,
        (select u.role from platform_user u where u.person_id = m.person_id and ${isHeldStaff('u')}) as platform,
        exists (select 1 from partner_staff s where s.person_id = m.person_id and ${isHeldStaff('s')}) as "isStaff",
        exists (select 1 from partner_staff s where s.person_id = m.person_id and s.partner_id = $4 and ${isHeldStaff('s')}) as "isOfFirm",
        ${isAllTheyAre('m')} as "onlyHere",
        exists (select 1 from membership o join person q on q.id = o.person_id and q.disabled_at is null
          where o.id <> m.id and ${isApprover('o', 'a')}) as "othersManage",
        m.state = 'active' and ${isApprover('m', 'a')} as manages
      from membership m join account a on a.id = m.account_id join person p on p.id = m.person_id
      join branding_domain b on b.id = p.home_brand_id
      where m.account_id = $1 and m.id = any($2::uuid[]) and m.kind = any($3::text[]) order by m.created_at, m.id`,
    [account.id, ids, kinds, partnerId],
  )
  return answer.rows.map(row => placeOf(row, row.personId === actor.personId))
}

function placeOf({ held, platform, isStaff, ...row }: Row, isActor: boolean): LoadedPlace {
  const elsewhere: ManagingLevel[] = [
    ...(platform ? [`platform-${platform}` as const] : []),
    ...(isStaff ? (['administrator'] as const) : []),
  ]
  return {
    ...row,
    isActor,
    level: highest(held.filter(one => one.here).map(levelOfMembership)),
    levelAnywhere: highest([...held.map(levelOfMembership), ...elsewhere]),
  }
}
