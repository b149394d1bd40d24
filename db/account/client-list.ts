import { comesFromParent, decidedNow, decidesOnIts, wouldDecide } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isAssignedNow } from '../grant/clock.ts'
import { comesTo, isExcluded } from '../grant/reach.ts'
import { atMost } from '../lists/at-most.ts'
import { containing } from '../lists/name-search.ts'
import { isActiveStaff } from '../person/has-place.ts'

/** A client account as its parent's list shows it: how many look after it, never who. */
export interface ListedClient {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly products: readonly string[]
  readonly createdAt: Date
  /** How many of its own people may decide there. */
  readonly deciders: number
  /** Somebody who will is invited and has not come yet. */
  readonly invited: boolean
  /** Whether anybody may decide there now, also from the parent. */
  readonly decided: boolean
  /** How many firms come in through what the parent gave. */
  readonly firms: number
  /** The reader may go there. */
  readonly enters: boolean
}

/** Whether the person $2 gets onto the account `c`, for a link: behind it stands the access check, and db/twins.test.ts holds both equal. */
const enters = `(
  exists (select 1 from membership m where m.person_id = $2
    and ((m.account_id = c.id and m.state = 'active') or ${comesFromParent('m', 'c')}))
  or exists (select 1 from platform_user u where u.person_id = $2 and ${isActiveStaff('u')})
  or exists (select 1 from partner_staff s join effective_grant g on g.partner_id = s.partner_id and ${comesTo('g', 'c')}
    left join assignment x on x.grant_id = g.id and x.staff_id = s.id and ${isAssignedNow('x')}
    where s.person_id = $2 and ${isActiveStaff('s')} and (s.role = 'administrator' or x.id is not null)))`

export const clientsAtOnce = 50

/** A page of the account's open client accounts by name; one more than a page where there are more. */
export async function clientsOf(
  tx: Tx,
  accountId: string,
  personId: string,
  of: { readonly search: string; readonly after: string | null },
): Promise<readonly ListedClient[]> {
  const answer = await tx.$client.query<ListedClient>({
    name: 'clients-of-account',
    text: `select c.id, c.slug, c.name, c.created_at as "createdAt",
        array(select o.product from account_product o where o.account_id = c.id order by o.product) as products,
        (select count(distinct m.person_id)::int from membership m join person p on p.id = m.person_id and p.disabled_at is null
          where m.account_id = c.id and ${decidesOnIts('m')}) as deciders,
        exists (select 1 from membership m where m.account_id = c.id and m.state = 'invited' and ${wouldDecide('m')}) as invited,
        ${decidedNow('c')} as decided,
        (select count(distinct g.partner_id)::int from effective_grant g where g.account_id = c.parent_id and g.reaches_clients
          and not ${isExcluded('c', 'g.partner_id')}) as firms,
        ${enters} as enters
      from account c where c.parent_id = $1 and c.closed_at is null and ($3::text is null or c.name_folded like $3)
        and ($4::uuid is null or (c.name_folded, c.id) >
          (select b.name_folded, b.id from account b where b.parent_id = $1 and b.id = $4))
      order by c.name_folded, c.id ${atMost(clientsAtOnce + 1)}`,
    values: [accountId, personId, containing(of.search), of.after],
  })
  return answer.rows
}

/** What the form for a new client account needs of the parent. */
export interface ClientFormFacts {
  readonly products: readonly string[]
  /** The parent's Service Contributors, who act on it as Account Owners: the first few, by name. */
  readonly acting: readonly string[]
}

export async function clientFormFacts(tx: Tx, accountId: string): Promise<ClientFormFacts> {
  const answer = await tx.$client.query<ClientFormFacts>(
    `select array(select o.product from account_product o where o.account_id = a.id order by o.product) as products,
        array(select p.name from membership m join person p on p.id = m.person_id and p.disabled_at is null
          where m.account_id = a.id and m.state = 'active' and m.kind = 'administrator'
            and 'service-contributor' = any(m.roles) order by p.name limit 6) as acting
      from account a where a.id = $1`,
    [accountId],
  )
  const [row] = answer.rows
  if (!row) throw new Error('the account vanished between two statements')
  return row
}
