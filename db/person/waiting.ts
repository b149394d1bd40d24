import type { PersonKind } from '#lib/access/person-kinds.ts'
import type { PasswordPurpose } from '#lib/person/activation.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { hasOpenPlace, isInvitedStaff, stateOfStaff } from './has-place.ts'

/**
 * The places that wait for a person, as SQL: what they are to be there, where, whose row it is and in which state.
 * Nothing waits on what is closed.
 */
export const waitingPlaces = (person: string) => `
  select m.id, m.kind, a.name as place, m.account_id as "accountId", null::uuid as "partnerId", m.created_at as "since", m.state
    from membership m join account a on a.id = m.account_id and a.closed_at is null
    where m.person_id = ${person} and m.state = 'invited'
  union all
  select s.id, 'partner-' || s.role, f.name, null, f.id, s.created_at, ${stateOfStaff('s')}
    from partner_staff s join partner f on f.id = s.partner_id and f.closed_at is null
    where s.person_id = ${person} and ${isInvitedStaff('s')}
  union all
  select u.id, 'platform-' || u.role, v.name, null, null, u.created_at, ${stateOfStaff('u')}
    from platform_user u join provider v on v.id = u.provider_id
    where u.person_id = ${person} and ${isInvitedStaff('u')}`

/** A place that waits for its person. */
export interface WaitingPlace {
  readonly kind: PersonKind
  readonly name: string
}

export interface WaitedFor {
  readonly personId: string
  readonly hasPassword: boolean
  readonly places: readonly WaitingPlace[]
  /** Whether anything is left that they could come in to. */
  readonly isOpen: boolean
}

/** Where the person behind a token is waited for, and whether they have a password: for the page that they come to. */
export async function waitingFor(tx: Tx, purpose: PasswordPurpose, token: string): Promise<WaitedFor | null> {
  const answer = await tx.$client.query<
    Omit<WaitedFor, 'places'> & { readonly places: WaitingPlace[] | null }
  >(
    `select p.id as "personId", p.password_hash is not null as "hasPassword", ${hasOpenPlace('p.id')} as "isOpen",
        (select json_agg(json_build_object('kind', w.kind, 'name', w.place) order by w.place, w.kind)
          from (${waitingPlaces('p.id')}) w) as places
      from one_time_token t join person p on p.id = t.person_id and p.disabled_at is null
      where t.token_hash = $1 and t.purpose = $2`,
    [hashText(token), purpose],
  )
  const row = answer.rows[0]
  return row ? { ...row, places: row.places ?? [] } : null
}

/**
 * Where a signed-in person is waited for on accounts, for whoever came without the letter. The places of firms and of the
 * provider are taken from their letter alone: they open the accounts of others.
 */
export async function waitingOnAccounts(tx: Tx, personId: string): Promise<readonly WaitingPlace[]> {
  const answer = await tx.$client.query<WaitingPlace>(
    `select w.kind, w.place as name from (${waitingPlaces('$1::uuid')}) w where w."accountId" is not null order by w.place, w.kind`,
    [personId],
  )
  return answer.rows
}
