import type { AccountDetails } from '#lib/account/details.ts'
import type { Person } from '#lib/actor.ts'
import type { LetterStanding } from '#lib/delivery/condition.ts'
import { contactsIn, type SeenContact } from '../account/named-contacts.ts'
import { isRunningVisit } from '../account/visit-clock.ts'
import { actsFromParent, isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { newestStanding, type StandingValue, standingIn } from '../delivery/standing.ts'
import { nameAt } from '../person/has-place.ts'

/** Somebody of the account as its page on the desk lists them. */
export interface DeskPerson {
  /** Their place. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly kind: 'account-manager' | 'administrator' | 'portal-user' | 'end-user'
  readonly state: 'invited' | 'active' | 'disabled'
  readonly roles: readonly string[]
  readonly lastSignInAt: Date | null
  /** The latest letter that leads to a password; null where there was none. */
  readonly letter: (LetterStanding & { readonly id: string }) | null
}

/** An account as its page on the desk shows it. */
export interface AccountAtDesk {
  readonly id: string
  readonly slug: string
  readonly details: AccountDetails
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly closeReason: string | null
  readonly createdAt: Date
  readonly brandName: string
  readonly brandHost: string
  readonly contacts: readonly SeenContact[]
  readonly requestCode: string
  readonly products: readonly string[]
  readonly parent: { readonly slug: string; readonly name: string } | null
  /** The first few of its open client accounts. */
  readonly clients: readonly { readonly slug: string; readonly name: string }[]
  /** Account managers and administrators, and how many people of each kind there are in all. */
  readonly managers: readonly DeskPerson[]
  readonly people: Readonly<Record<DeskPerson['kind'], number>>
  /** How many may decide on partner access. */
  readonly approvers: number
  readonly relationships: readonly DeskRelationship[]
  /** The reader's own look into it, while that runs. */
  readonly visit: { readonly until: Date; readonly reason: string } | null
}

export interface DeskRelationship {
  readonly id: string
  readonly partnerName: string
  readonly partnerCode: string
  readonly partnerSlug: string
  readonly startedAt: Date
}

type Row = AccountDetails &
  Omit<
    AccountAtDesk,
    'details' | 'products' | 'clients' | 'managers' | 'people' | 'relationships' | 'visit'
  > & {
    readonly products: readonly string[] | null
    readonly clients: AccountAtDesk['clients'] | null
    readonly managers:
      | (Omit<DeskPerson, 'letter' | 'lastSignInAt'> & {
          readonly lastSignInAt: string | null
          readonly letter: StandingValue | null
        })[]
      | null
    readonly people: Partial<AccountAtDesk['people']> | null
    readonly relationships: (DeskRelationship & { startedAt: string })[] | null
    readonly visit: { readonly until: string; readonly reason: string } | null
  }

const mostListed = 50

const statement = `select a.id, a.slug, a.name, a.legal_name as "legalName", a.address_line as "addressLine", a.city,
    a.postal_code as "postalCode", a.country, a.phone, a.emergency_contact as "emergencyContact", a.time_zone as "timeZone",
    a.closed_at as "closedAt", e.actor_name as "closedBy", e.reason as "closeReason", a.created_at as "createdAt",
    b.name as "brandName", b.host as "brandHost", ${contactsIn('a')} as contacts, a.request_code as "requestCode",
    (select json_build_object('slug', o.slug, 'name', o.name) from account o where o.id = a.parent_id) as parent,
    (select json_agg(p.product order by p.product) from account_product p where p.account_id = a.id) as products,
    (select json_agg(x) from (select c.slug, c.name from account c where c.parent_id = a.id and c.closed_at is null
      order by c.name_folded limit 10) x) as clients,
    (select json_agg(x) from (select m.id, ${nameAt('m', 'p')} as name, p.email, m.kind, m.state, m.roles,
        case when m.state <> 'invited' then p.last_sign_in_at end as "lastSignInAt",
        ${newestStanding(`w.person_id = m.person_id and w.kind in ('activation', 'reset')`)} as letter
      from membership m join person p on p.id = m.person_id where m.account_id = a.id and m.state <> 'removed'
        and m.kind in ('account-manager', 'administrator') order by m.kind, name, m.id limit ${mostListed}) x) as managers,
    (select json_object_agg(x.kind, x.n) from (select m.kind, count(*) as n from membership m
      where m.account_id = a.id and m.state <> 'removed' group by m.kind) x) as people,
    (select count(distinct m.person_id)::int from membership m join person p on p.id = m.person_id and p.disabled_at is null
      where (m.account_id = a.id or ${actsFromParent('m', 'a')}) and ${isApprover('m', 'a')}) as approvers,
    (select json_agg(x) from (select r.id, f.name as "partnerName", f.partner_code as "partnerCode", f.slug as "partnerSlug",
        r.started_at as "startedAt" from channel_relationship r join partner f on f.id = r.partner_id
      where r.account_id = a.id and r.ended_at is null order by r.started_at desc limit ${mostListed}) x) as relationships,
    (select json_build_object('until', w.ends_at, 'reason', w.reason) from account_visit w join platform_user u on ${isRunningVisit('w', 'u')}
      where w.account_id = a.id and w.person_id = $3 order by w.ends_at desc limit 1) as visit
  from account a join branding_domain b on b.id = a.home_brand_id
  left join lateral (select actor_name, reason from event where account_id = a.id and action = 'account.closed'
    order by id desc limit 1) e on a.closed_at is not null
  where a.provider_id = $1 and a.slug = $2`

/** One account of the reader's provider, closed ones too; null where there is none. */
export async function accountAtDesk(
  tx: Tx,
  { providerId, personId }: Pick<Person, 'providerId' | 'personId'>,
  slug: string,
): Promise<AccountAtDesk | null> {
  const answer = await tx.$client.query<Row>({
    name: 'account-at-desk',
    text: statement,
    values: [providerId, slug, personId],
  })
  const row = answer.rows[0]
  if (!row) return null
  const {
    name,
    legalName,
    addressLine,
    city,
    postalCode,
    country,
    phone,
    emergencyContact,
    timeZone,
    ...rest
  } = row
  const none = { 'account-manager': 0, administrator: 0, 'portal-user': 0, 'end-user': 0 }
  return {
    ...rest,
    details: { name, legalName, addressLine, city, postalCode, country, phone, emergencyContact, timeZone },
    products: row.products ?? [],
    clients: row.clients ?? [],
    people: { ...none, ...row.people },
    managers: (row.managers ?? []).map(one => ({
      ...one,
      lastSignInAt: one.lastSignInAt ? new Date(one.lastSignInAt) : null,
      letter: standingIn(one.letter),
    })),
    relationships: (row.relationships ?? []).map(one => ({ ...one, startedAt: new Date(one.startedAt) })),
    visit: row.visit && { ...row.visit, until: new Date(row.visit.until) },
  }
}
