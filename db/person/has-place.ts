import type { Tx } from '../client.ts'

// Whether somebody is anything here, as SQL. `person` is the id of a person in the query around it.

/** Any place, also one that is disabled or lies on what is closed: they are known here as something. */
export const hasAnyPlace = (person: string) => `(
  exists (select 1 from membership e where e.person_id = ${person} and e.state <> 'removed')
  or exists (select 1 from partner_staff e where e.person_id = ${person} and e.removed_at is null)
  or exists (select 1 from platform_user e where e.person_id = ${person} and e.removed_at is null))`

/** A place to come in to: one that waits for them, or one that is theirs. A disabled one is none. */
export const hasOpenPlace = (person: string) => `(
  exists (select 1 from membership e join account a on a.id = e.account_id and a.closed_at is null
    where e.person_id = ${person} and e.state in ('invited', 'active'))
  or exists (select 1 from partner_staff e join partner f on f.id = e.partner_id and f.closed_at is null
    where e.person_id = ${person} and e.removed_at is null)
  or exists (select 1 from platform_user e where e.person_id = ${person} and e.removed_at is null))`

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
  and not exists (select 1 from partner_staff e where e.person_id = ${m}.person_id and e.removed_at is null)
  and not exists (select 1 from platform_user e where e.person_id = ${m}.person_id and e.removed_at is null))`
