import { type Authority, authorityOf, type LiveGrant, type LiveMembership } from '#lib/access/authority.ts'
import type { PlatformRole } from '#lib/access/platform.ts'
import { scopeFrom } from '#lib/access/scopes.ts'
import type { Person } from '#lib/actor.ts'
import type { WornBrand } from '#lib/branding/own.ts'
import { firstEnd } from '#lib/grant/ends.ts'
import { isRunningVisit } from './account/visit-clock.ts'
import type { Tx } from './client.ts'
import { isAssignedNow } from './grant/clock.ts'
import { enteredLately } from './grant/entered.ts'
import { comesTo } from './grant/reach.ts'
import { wornOn } from './own-brand/worn.ts'
import { isActiveStaff } from './person/has-place.ts'
import { besidePlaces, type Near } from './person/places.ts'

/** An account as somebody who may be there sees it. */
export interface SeenAccount {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly timeZone: string
  readonly parentId: string | null
  /** The parent account's name, in which its people act here. */
  readonly parentName: string | null
  /** Its parent is itself the client account of another. */
  readonly parentIsClient: boolean
  /** In whose name its own staff act here. */
  readonly providerName: string
}

export interface Sight {
  readonly account: SeenAccount
  readonly authority: Authority
  /** What the account has bought. */
  readonly products: readonly string[]
  /** The database's time of this check. */
  readonly now: Date
}

const lately = (of: string) =>
  `${of}.last_used_by = p.id and ${of}.last_used_at > clock_timestamp() - interval '5 minutes'`

/**
 * A use on the parent account, or on another of its client accounts, is none here; and the grant's own last use is that on
 * any of them, so where it reaches several, whoever used it must have entered here.
 */
const usedLately = `case when g.account_id = a.id
              then ${lately('g')} and (not g.reaches_clients or ${enteredLately('a.id', 'g.id', 'p.id')}) else exists (select 1 from client_use l
                where l.client_id = a.id and l.grant_id = g.id and ${lately('l')}) end`

/**
 * The access check: one prepared statement over memberships, grants and assignments by the database's clock.
 * Everything that a person may do on an account is read here and nowhere else.
 */
const statement = (which: string, more = '') => `
  select a.id, a.slug, a.name, a.time_zone as "timeZone", a.parent_id as "parentId",
    (select json_build_object('name', o.name, 'isClient', o.parent_id is not null) from account o where o.id = a.parent_id) as parent,
    (select v.name from provider v where v.id = a.provider_id) as "providerName", clock_timestamp() as now,
    array(select b.product from account_product b where b.account_id = a.id) as products,
    (select json_build_object('role', u.role, 'visitUntil', (select max(w.ends_at) from account_visit w
          where w.account_id = a.id and ${isRunningVisit('w', 'u')}))
       from platform_user u where u.person_id = p.id and ${isActiveStaff('u')}) as platform,
    (select json_agg(json_build_object('kind', m.kind, 'roles', m.roles, 'modules', m.modules, 'own', m.account_id = a.id))
       from membership m
      where m.person_id = p.id and m.state = 'active' and (m.account_id = a.id or m.account_id = a.parent_id)) as memberships,
    (select json_agg(json_build_object('grantId', g.id, 'partnerId', g.partner_id, 'partnerName', g.partner_name,
              'scope', g.scope, 'pages', g.scope_pages, 'endsAt', g.ends_at, 'viaParent', g.account_id <> a.id,
              'usedLately', ${usedLately}, 'byRole', s.role = 'administrator',
              'assignedScope', x.scope, 'assignedPages', x.scope_pages, 'assignedEnd', x.ends_at))
       from partner_staff s
       join effective_grant g on g.partner_id = s.partner_id and ${comesTo('g', 'a')}
       left join assignment x on x.grant_id = g.id and x.staff_id = s.id and ${isAssignedNow('x')}
      where s.person_id = p.id and ${isActiveStaff('s')}
        and (s.role = 'administrator' or x.id is not null)) as grants${more}
  from account a, person p
  where ${which} and a.closed_at is null and a.provider_id = $3 and p.id = $1 and p.disabled_at is null`

const statements = {
  slug: statement('a.slug = $2'),
  id: statement('a.id = $2'),
  'slug-for-page': besidePlaces(statement('a.slug = $2', `, ${wornOn('a')} as worn`), '$1'),
  slugs: `${statement('a.slug = any($2::text[])')} order by a.name_folded, a.id`,
}

interface Row extends Omit<SeenAccount, 'parentName' | 'parentIsClient'> {
  readonly now: Date
  readonly products: readonly string[]
  readonly parent: { readonly name: string; readonly isClient: boolean } | null
  readonly memberships: readonly (LiveMembership & { own: boolean })[] | null
  readonly grants: readonly RowGrant[] | null
  readonly platform: { readonly role: PlatformRole; readonly visitUntil: string | null } | null
}

interface RowGrant {
  readonly grantId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly scope: string
  readonly pages: readonly string[]
  readonly endsAt: string | null
  readonly byRole: boolean
  readonly viaParent: boolean
  readonly usedLately: boolean | null
  readonly assignedScope: string | null
  readonly assignedPages: readonly string[] | null
  readonly assignedEnd: string | null
}

type Checked = Pick<Person, 'personId' | 'providerId'>

/** What the person may do on the account, or null: then the account does not exist for them. */
export async function sightOf(
  tx: Tx,
  person: Checked,
  account: { readonly slug: string } | { readonly id: string },
): Promise<Sight | null> {
  const row = await ('slug' in account
    ? rowOf<Row>(tx, 'slug', person, account.slug)
    : rowOf<Row>(tx, 'id', person, account.id))
  return row && seen(row)
}

/** The same of several accounts at once, by name; those that do not exist for the person are left out. */
export async function sightsOf(
  tx: Tx,
  { personId, providerId }: Checked,
  slugs: readonly string[],
): Promise<readonly Sight[]> {
  const answer = await tx.$client.query<Row>({
    name: 'authority-by-slugs',
    text: statements.slugs,
    values: [personId, slugs, providerId],
  })
  return answer.rows.flatMap(row => seen(row) ?? [])
}

/** What a page's frame names and wears. */
export interface ForPage extends Near {
  /** What the account shows of its own; null where nothing. */
  readonly worn: WornBrand | null
}

/** The same for a page, with what its frame names and wears. */
export async function sightForPage(tx: Tx, person: Checked, slug: string): Promise<(Sight & ForPage) | null> {
  const row = await rowOf<Row & ForPage>(tx, 'slug-for-page', person, slug)
  const sight = row && seen(row)
  return sight && { ...sight, places: row.places, worn: row.worn }
}

async function rowOf<R extends Row>(
  tx: Tx,
  which: Exclude<keyof typeof statements, 'slugs'>,
  { personId, providerId }: Checked,
  key: string,
): Promise<R | null> {
  const answer = await tx.$client.query<R>({
    name: `authority-by-${which}`,
    text: statements[which],
    values: [personId, key, providerId],
  })
  return answer.rows[0] ?? null
}

function seen(row: Row): Sight | null {
  const memberships = row.memberships ?? []
  const { role, visitUntil } = row.platform ?? { role: null, visitUntil: null }
  const authority = authorityOf({
    isClientAccount: row.parentId !== null,
    parentIsClient: row.parent?.isClient ?? false,
    products: row.products,
    memberships: memberships.filter(m => m.own),
    parentMemberships: memberships.filter(m => !m.own),
    grants: (row.grants ?? []).map(liveGrant),
    // Support opens an account only by saying why.
    platform: role === 'administrator' || visitUntil ? role : null,
    visitUntil: visitUntil ? new Date(visitUntil) : null,
  })
  if (!authority) return null
  const { id, slug, name, timeZone, parentId, parent, providerName, products, now } = row
  const above = { parentId, parentName: parent?.name ?? null, parentIsClient: parent?.isClient ?? false }
  const account = { id, slug, name, timeZone, ...above, providerName }
  return { account, authority, products, now }
}

function liveGrant(row: RowGrant): LiveGrant {
  // An administrator of the firm enters by role, whatever was assigned beside it.
  const assigned =
    !row.byRole && row.assignedScope ? scopeFrom(row.assignedScope, row.assignedPages ?? []) : null
  const ends = [row.endsAt, row.byRole ? null : row.assignedEnd]
  return {
    grantId: row.grantId,
    partnerId: row.partnerId,
    partnerName: row.partnerName,
    scope: scopeFrom(row.scope, row.pages),
    assignedScope: assigned,
    viaParent: row.viaParent,
    usedLately: row.usedLately === true,
    endsAt: firstEnd(ends.map(text => (text ? new Date(text) : null))),
  }
}
