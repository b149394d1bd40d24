import { sql } from 'drizzle-orm'
import { mayPin } from '#lib/partner/pins.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { PartnerChange } from '../change.ts'
import { together } from '../write.ts'
import { accountsOf } from './customer-sets.ts'
import { oneAtATime } from './one-at-a-time.ts'

interface Seen {
  readonly id: string
  readonly pinned: boolean
  readonly count: number
}

/**
 * Puts a customer first in the list of whoever asks, and nobody else's; pinned already it stays so. It stands in no
 * history: nothing is opened and nobody is told. Refuses `too-many` and `not-found`: the firm has no dealing with it.
 * Pins of accounts that left the list don't count, since they can't be seen to be taken away.
 */
export async function pinCustomer(
  { tx, actor, partner }: PartnerChange,
  slug: string,
): Promise<Result<null, 'too-many' | 'not-found'>> {
  // One person's presses come one after the other, or two at once would both be the fiftieth.
  await oneAtATime(tx, 'pins', partner)
  const answer = await tx.$client.query<Seen>(
    `with dealt as (${accountsOf.all})
      select a.id, exists (select 1 from customer_pin n where n.staff_id = $2 and n.account_id = a.id) as pinned,
        (select count(*)::int from customer_pin n where n.staff_id = $2 and n.account_id in (select account_id from dealt)) as count
      from account a where a.slug = $3 and a.id in (select account_id from dealt)`,
    [partner.id, partner.staffId, slug],
  )
  const [account] = answer.rows
  if (!account) return refuse('not-found')
  if (account.pinned) return ok(null)
  const may = mayPin(account.count)
  if (may !== true) return refuse(may)
  await together(tx, [
    {
      query: sql`(insert into customer_pin (provider_id, partner_id, staff_id, account_id)
        values (${actor.providerId}::uuid, ${partner.id}::uuid, ${partner.staffId}::uuid, ${account.id}::uuid) returning account_id)`,
      rows: 1,
    },
  ])
  return ok(null)
}

/** Takes that away again; not pinned it stays so. Refuses `not-found`: as above. */
export async function unpinCustomer(
  { tx, partner }: PartnerChange,
  slug: string,
): Promise<Result<null, 'not-found'>> {
  const answer = await tx.$client.query<{ id: string }>(
    `select a.id from account a where a.slug = $2 and a.id in (${accountsOf.all})`,
    [partner.id, slug],
  )
  const [account] = answer.rows
  if (!account) return refuse('not-found')
  await together(tx, [
    {
      query: sql`(delete from customer_pin where staff_id = ${partner.staffId}::uuid and account_id = ${account.id}::uuid returning account_id)`,
    },
  ])
  return ok(null)
}
