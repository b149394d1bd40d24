import { sql } from 'drizzle-orm'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import { type ContactField, type ContactKind, contactFieldOf, contactKinds } from '#lib/account/contacts.ts'
import type { Values } from '#lib/edit.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { nameAt } from '../person/has-place.ts'
import type { Write } from '../write.ts'

/** Whom to speak with about one purpose; where nobody is named there is none of these. */
export interface SeenContact {
  readonly kind: ContactKind
  /** Their place on the account. */
  readonly membershipId: string
  readonly name: string
  readonly email: string
}

/** The contacts of the account `a`, as a JSON list. */
export const contactsIn = (
  a: string,
) => `(select coalesce(json_agg(json_build_object('kind', c.kind, 'membershipId', m.id,
    'name', ${nameAt('m', 'p')}, 'email', p.email)), '[]') from account_contact c join membership m on m.id = c.membership_id
  join person p on p.id = m.person_id where c.account_id = ${a}.id)`

/** They as the fields of a form hold them: by place, empty where nobody is named. */
export function contactValues(contacts: readonly SeenContact[]): Values<ContactField> {
  const chosen = contactKinds.map(kind => [
    contactFieldOf(kind),
    contacts.find(one => one.kind === kind)?.membershipId ?? '',
  ])
  return Object.fromEntries(chosen) as Record<ContactField, string>
}

/** Somebody of the account who could be named. */
export interface ContactChoice {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly kind: MembershipKind
}

/** End users have a telephone there and no say; there may be thousands of them. */
const mayBeNamed = (m: string) => `${m}.state <> 'removed' and ${m}.kind <> 'end-user'`

/** As many as a list to choose from can hold; those who are named now are always among them. */
const mostOffered = 300

/** Whom the account's contacts are chosen among. */
export async function contactChoices(tx: Tx, accountId: string): Promise<readonly ContactChoice[]> {
  const answer = await tx.$client.query<ContactChoice>(
    `select id, name, email, kind from (select m.id, ${nameAt('m', 'p')} as name, p.email, m.kind from membership m join person p on p.id = m.person_id
        where m.account_id = $1 and ${mayBeNamed('m')}
        order by exists (select 1 from account_contact c where c.account_id = $1 and c.membership_id = m.id) desc, name, m.id
        limit ${mostOffered}) offered
      order by lower(name), kind, id`,
    [accountId],
  )
  return answer.rows
}

/** The names of those of these places that could be named contacts of the account now, or are. */
export async function namesOfPlaces(
  tx: Tx,
  accountId: string,
  places: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const answer = await tx.$client.query<{ id: string; name: string }>(
    `select m.id, ${nameAt('m', 'p')} as name from membership m join person p on p.id = m.person_id
      where m.account_id = $1 and m.id = any($2::uuid[]) and ${mayBeNamed('m')}`,
    [accountId, places],
  )
  return new Map(answer.rows.map(({ id, name }) => [id, name]))
}

/** Names somebody for a purpose, in place of whoever was; null = nobody. */
export function namedFor(
  { author, account }: AccountChange,
  kind: ContactKind,
  membershipId: string | null,
): Write {
  if (membershipId === null)
    return {
      query: sql`(delete from account_contact where account_id = ${account.id}::uuid and kind = ${kind} returning kind)`,
    }
  return {
    query: sql`(insert into account_contact (provider_id, account_id, kind, membership_id)
      values (${author.providerId}::uuid, ${account.id}::uuid, ${kind}, ${membershipId}::uuid)
      on conflict (account_id, kind) do update set membership_id = excluded.membership_id returning kind)`,
    rows: 1,
  }
}
