import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'
import { nameAt } from '../person/has-place.ts'

/** A licence that somebody has. */
export interface SeenLicence {
  readonly id: string
  readonly email: string
  /** Null where no such person has a place on the account any more. */
  readonly name: string | null
  /** Giving it is on its way to the provider's systems. */
  readonly waiting: boolean
}

interface Question {
  readonly accountId: string
  /** The subscription's key. */
  readonly key: string
}

/** Who has a licence of a subscription, by address; one more than asked for where there are more. */
export async function licencesOf(
  tx: Tx,
  { accountId, key }: Question,
  after: string | null,
  limit: number,
): Promise<readonly SeenLicence[]> {
  const beyond = after
    ? 'and (l.email, l.id) > (select o.email, o.id from licence o where o.account_id = $1 and o.id = $3::uuid)'
    : ''
  const answer = await tx.$client.query<SeenLicence>(
    `select l.id, l.email, (select ${nameAt('m', 'p')} from membership m join person p on p.id = m.person_id
        where m.account_id = l.account_id and m.state <> 'removed' and p.email_canonical = l.email order by m.id limit 1) as name,
      exists (select 1 from back_office_change w where w.account_id = l.account_id and w.kind = 'licences' and w.key = l.key
        and w.settled_at is null) as waiting
      from licence l where l.account_id = $1 and l.subscription_key = $2 and l.email <> '' ${beyond}
      order by l.email, l.id ${atMost(limit + 1)}`,
    [accountId, key, ...(after ? [after] : [])],
  )
  return answer.rows
}

/** A place `m` on account $1 that is its person's, or to be theirs. */
export const isPlaceHere = (m: string) => `${m}.account_id = $1 and ${m}.state in ('invited', 'active')`

/** Who, by the place `m` of the person `p` on account $1, may have licences of the account. */
const mayHold = (m: string, p: string) => `${isPlaceHere(m)} and ${p}.disabled_at is null`

/** Whether the person `p` has a licence of the subscription with the key $2. */
const hasOne = (p: string) =>
  `exists (select 1 from licence l where l.account_id = $1 and l.subscription_key = $2 and l.email = ${p}.email_canonical)`

/** Somebody who could have a licence: their place, by which the form names them. */
export interface Candidate {
  readonly member: string
  readonly name: string
  readonly email: string
}

/** The account's people who have no licence of the subscription, by name; one more than asked for where there are more. */
export async function candidatesFor(
  tx: Tx,
  { accountId, key }: Question,
  search: string,
  limit: number,
): Promise<readonly Candidate[]> {
  const values = [accountId, key]
  const pattern = containing(search)
  const like = pattern && `$${values.push(pattern)}`
  const found = like ? `where ${folded('c.name')} like ${like} or ${folded('c.email')} like ${like}` : ''
  const answer = await tx.$client.query<Candidate>(
    `select c.member, c.name, c.email from (
        select distinct on (p.id) m.id as member, ${nameAt('m', 'p')} as name, p.email
        from membership m join person p on p.id = m.person_id where ${mayHold('m', 'p')} and not ${hasOne('p')}
        order by p.id, m.id) c ${found} order by c.name, c.member ${atMost(limit + 1)}`,
    values,
  )
  return answer.rows
}

/** Somebody who may have licences of the account, and whether they have one of this subscription. */
export interface Holder extends Candidate {
  readonly canonical: string
  readonly hasOne: boolean
}

/**
 * One of the account's people by their place, where they may have licences. `held`: their address stays as it is until the
 * transaction ends.
 */
export async function holderOf(
  tx: Tx,
  { accountId, key }: Question,
  member: string,
  held = false,
): Promise<Holder | null> {
  const answer = await tx.$client.query<Holder>(
    `select m.id as member, ${nameAt('m', 'p')} as name, p.email, p.email_canonical as canonical, ${hasOne('p')} as "hasOne"
      from membership m join person p on p.id = m.person_id where ${mayHold('m', 'p')} and m.id = $3 ${held ? 'for share of p' : ''}`,
    [accountId, key, member],
  )
  return answer.rows[0] ?? null
}
