import type { Tx } from '../client.ts'

// Whether somebody is anything here, as SQL. `person` is the id of a person in the query around it; `s` a row of a firm's
// staff or of the provider's own people. What these rows mean is said here and nowhere else: architecture.test.ts.

/** Their person has taken the place, and it was not taken from them: only then it lets them do or be told anything. */
export const isActiveStaff = (s: string) => `(${s}.activated_at is not null and ${s}.removed_at is null)`

/** It waits for its person. */
export const isInvitedStaff = (s: string) => `(${s}.activated_at is null and ${s}.removed_at is null)`

/** The one or the other: theirs, or to be theirs. */
export const isHeldStaff = (s: string) => `(${s}.removed_at is null)`

export const stateOfStaff = (s: string) =>
  `case when not ${isHeldStaff(s)} then 'removed' when ${isInvitedStaff(s)} then 'invited' else 'active' end`

/**
 * What the person of the place `m` (a membership, or a row of a firm's staff) is called where it is shown. Until they
 * take it that is what whoever invited them typed: another name would tell that their address is known elsewhere.
 */
export const nameAt = (m: string, person: string) => `coalesce(${m}.invited_name, ${person}.name)`

const heldStaff = (
  person: string,
) => `(exists (select 1 from partner_staff e where e.person_id = ${person} and ${isHeldStaff('e')})
  or exists (select 1 from platform_user e where e.person_id = ${person} and ${isHeldStaff('e')}))`

/** Any place, also one that is disabled or lies on what is closed: they are known here as something. */
export const hasAnyPlace = (person: string) => `(
  exists (select 1 from membership e where e.person_id = ${person} and e.state <> 'removed') or ${heldStaff(person)})`

/**
 * Whether others still say what the person `p` is called, in which language and zone they are written to and where they are
 * at home: of whoever has no place left, and of whoever has no password while all that they are was given by the same hand.
 * `elsewhere` says, as SQL, that another hand has given them something. The one rule of whoever adds people, one by one
 * (db/person/add.ts) or by files (db/import).
 */
export const isForOthersToSay = (p: string, elsewhere: string) =>
  `(not ${hasAnyPlace(`${p}.id`)} or (${p}.password_hash is null and not ${elsewhere}))`

/** Anything that the person is outside of this account, firm or provider. */
export const hasPlaceBeside = (person: string, at: string) => `(
  exists (select 1 from membership e where e.person_id = ${person} and e.state <> 'removed' and e.account_id <> ${at})
  or exists (select 1 from partner_staff e where e.person_id = ${person} and ${isHeldStaff('e')} and e.partner_id <> ${at})
  or exists (select 1 from platform_user e where e.person_id = ${person} and ${isHeldStaff('e')} and e.provider_id <> ${at}))`

/** A file speaks for the provider, whose accounts and firms gave everything. */
export const nothingBeside = 'false'

/** A place to come in to: one that waits for them, or one that is theirs. A disabled one is none. */
export const hasOpenPlace = (person: string) => `(
  exists (select 1 from membership e join account a on a.id = e.account_id and a.closed_at is null
    where e.person_id = ${person} and e.state in ('invited', 'active'))
  or exists (select 1 from partner_staff e join partner f on f.id = e.partner_id and f.closed_at is null
    where e.person_id = ${person} and ${isHeldStaff('e')})
  or exists (select 1 from platform_user e where e.person_id = ${person} and ${isHeldStaff('e')}))`

/** Whether somebody has a place to come in to now. */
export async function comesInSomewhere(tx: Tx, personId: string): Promise<boolean> {
  const answer = await tx.$client.query<{ open: boolean }>(`select ${hasOpenPlace('$1::uuid')} as open`, [
    personId,
  ])
  return answer.rows[0]?.open ?? false
}

/** Whether the membership `m` is all that its person is here. */
export const isAllTheyAre = (m: string) => `(
  not exists (select 1 from membership e where e.person_id = ${m}.person_id and e.id <> ${m}.id and e.state <> 'removed')
  and not ${heldStaff(`${m}.person_id`)})`
