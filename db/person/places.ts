import type { LiveMembership } from '#lib/access/authority.ts'
import { actsFromParent, comesFromParent } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'
import { isActiveStaff } from './has-place.ts'

export const placeKinds = ['account', 'partner', 'provider'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** What tells a place from all others of a provider. */
export interface PlaceKey {
  readonly kind: PlaceKind
  readonly slug: string
}

/**
 * Somewhere a person may work: an account they are a member of, a client account to which a role on its parent lets them, their
 * firm's desk, or the provider's desk.
 */
export interface WorkPlace extends PlaceKey {
  readonly name: string
  /** Whose client account it is; null of everything else. */
  readonly clientOf: string | null
  /** Where they went last. */
  readonly last: boolean
}

export interface PlacesAsked {
  /** A part of the name; empty = all. */
  readonly search: string
  /** Stands first. */
  readonly last: PlaceKey | null
  /** The place that the page before ended with. */
  readonly after: PlaceKey | null
  readonly most: number
}

/**
 * A page of the person's places: where they went last, then accounts, firms and the provider's desk by name. Accounts
 * that a firm may enter are found on the firm's desk, not here.
 */
export async function placesOf(tx: Tx, personId: string, asked: PlacesAsked): Promise<readonly WorkPlace[]> {
  const answer = await tx.$client.query<WorkPlace>(
    `with own as (
        select 1 as rank, 'account' as kind, a.slug, a.name, a.parent_id from membership m join account a on a.id = m.account_id
          where m.person_id = $1 and m.state = 'active' and a.closed_at is null
        union
        select 1, 'account', a.slug, a.name, a.parent_id from membership m join account a on ${comesFromParent('m', 'a')}
          where m.person_id = $1 and a.closed_at is null
        union all
        select 2, 'partner', p.slug, p.name, null from partner_staff s join partner p on p.id = s.partner_id
          where s.person_id = $1 and ${isActiveStaff('s')} and p.closed_at is null
        union all
        select 3, 'provider', v.slug, v.name, null from platform_user u join provider v on v.id = u.provider_id
          where u.person_id = $1 and ${isActiveStaff('u')}),
      place as (
        select kind, slug, name, parent_id, kind = $3 and slug = $4 as last,
          case when kind = $3 and slug = $4 then 0 else rank end as rank, ${folded('name')} as sort
        from own where $2::text is null or ${folded('name')} like $2)
      select kind, slug, name, (select c.name from account c where c.id = place.parent_id) as "clientOf", last from place
      where $6 = '' or (rank, sort, slug) > (select rank, sort, slug from place where kind = $5 and slug = $6)
      order by rank, sort, slug ${atMost(asked.most)}`,
    [
      personId,
      containing(asked.search),
      asked.last?.kind ?? '',
      asked.last?.slug ?? '',
      asked.after?.kind ?? '',
      asked.after?.slug ?? '',
    ],
  )
  return answer.rows
}

/** A place as the frame of every page names it; of an account also what the person is there. */
export interface NearPlace extends PlaceKey {
  readonly name: string
  readonly memberships: readonly LiveMembership[]
  /** They act there as an Account Owner from its parent account. */
  readonly parental: boolean
}

/** One more than a menu names: then there are others, which are found on a page of their own. */
export const mostNear = 9

/** What a page's first question brings beside its own answer: for the switcher on every page. */
export interface Near {
  /** The first few of the person's places, accounts first. */
  readonly places: readonly NearPlace[]
}

/**
 * A question, and beside each row of its answer the places near the person in that parameter: as part of what a page
 * asks first (whether they may see it at all) they cost neither a query nor, the statement being prepared, a plan.
 */
export const besidePlaces = (question: string, person: '$1' | '$2') => `select q.*, coalesce((
    select json_agg(near) from (select kind, slug, name, parental, memberships from (
        select 1 as rank, 'account' as kind, a.slug, a.name, bool_or(held.parental) as parental,
          coalesce(json_agg(json_build_object('kind', held.kind, 'roles', held.roles, 'modules', held.modules))
            filter (where held.kind is not null), '[]') as memberships
          from (select m.account_id, false as parental, m.kind, m.roles, m.modules from membership m
              where m.person_id = ${person} and m.state = 'active'
            union all
            select a.id, ${actsFromParent('m', 'a')}, null, null, null from membership m join account a on ${comesFromParent('m', 'a')}
              where m.person_id = ${person}) held
          join account a on a.id = held.account_id and a.closed_at is null group by a.id
        union all
        select 2, 'partner', p.slug, p.name, false, '[]' from partner_staff s join partner p on p.id = s.partner_id
          where s.person_id = ${person} and ${isActiveStaff('s')} and p.closed_at is null
        union all
        select 3, 'provider', v.slug, v.name, false, '[]' from platform_user u join provider v on v.id = u.provider_id
          where u.person_id = ${person} and ${isActiveStaff('u')}) own
      order by rank, ${folded('name')}, slug ${atMost(mostNear)}) near), '[]') as places
  from (${question}) q`

/** The database's time for a page that is the person's own, with what its frame names. */
export async function clockForPage(tx: Tx, personId: string): Promise<Near & { readonly now: Date }> {
  const answer = await tx.$client.query<Near & { readonly now: Date }>({
    name: 'clock-for-page',
    text: besidePlaces('select clock_timestamp() as now', '$1'),
    values: [personId],
  })
  const [row] = answer.rows
  if (!row) throw new Error('the clock was not read')
  return row
}
