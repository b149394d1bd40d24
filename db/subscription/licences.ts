import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { may } from '#lib/access/authority.ts'
import { dayIn } from '#lib/day-span.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type AssignRefusal, isLive } from '#lib/subscription/subscription.ts'
import { queuedChange } from '../back-office/outbox.ts'
import type { AccountChange } from '../change.ts'
import { nameAt } from '../person/has-place.ts'
import { told } from '../told.ts'
import { together, type Write } from '../write.ts'
import { confirmedOf, usedOf } from './clock.ts'
import { type Holder, holderOf, isPlaceHere } from './holders.ts'
import { subscriptionOf, type WholeSubscription } from './reads.ts'

/**
 * Gives a licence of a subscription to somebody of the account. Refuses `nobody`: who has no place there that is or may be
 * theirs; `has-one`; `none-free`: all that the provider's systems have confirmed are given.
 */
export async function assignLicence(
  change: AccountChange,
  subscriptionId: string,
  memberId: string,
  connected: boolean,
): Promise<Result<{ readonly licence: string }, AssignRefusal | 'not-theirs' | 'not-found'>> {
  const { tx, account, authority, now } = change
  if (!may(authority, 'subscriptions.update')) return refuse('not-theirs')
  const question = { accountId: account.id, today: dayIn(now, account.timeZone) }
  const found = await subscriptionOf(tx, question, subscriptionId)
  if (!found) return refuse('not-found')
  if (!isLive(found.state)) return refuse('over')
  const holder = await holderOf(tx, { accountId: account.id, key: found.key }, memberId, true)
  if (!holder) return refuse('nobody')
  if (holder.hasOne) return refuse('has-one')
  if (found.free === 0) return refuse('none-free')
  const free = await tx.$client.query<{ id: string; key: string }>(
    `select id, key from licence where account_id = $1 and subscription_key = $2 and email = '' order by key limit 1`,
    [account.id, found.key],
  )
  const licence = free.rows[0] ?? made()
  const changes = { subscription: [found.key, found.key], email: ['', holder.canonical] } as const
  await together(tx, [
    given(change, found, licence, holder),
    ...(connected ? [queuedChange(ownOf(change), 'licences', licence.key, changes)] : []),
    tellOf(change, 'licence.assigned', found, holder),
  ])
  return ok({ licence: licence.id })
}

function made(): { readonly id: string; readonly key: string } {
  const id = randomUUID()
  return { id, key: `portal-${id}` }
}

const ownOf = ({ actor, account }: AccountChange) => ({
  providerId: actor.providerId,
  accountId: account.id,
})

/** The statement is the guard, too: never more than are confirmed, and to nobody twice. */
function given(
  change: AccountChange,
  { id: subscriptionId }: WholeSubscription,
  licence: { readonly id: string; readonly key: string },
  { canonical }: Holder,
): Write {
  const { providerId, accountId } = ownOf(change)
  const limit = sql.raw(confirmedOf('s'))
  const used = sql.raw(usedOf('s'))
  return {
    query: sql`(insert into licence (id, provider_id, account_id, key, subscription_key, email)
      select ${licence.id}::uuid, ${providerId}::uuid, s.account_id, ${licence.key}, s.key, ${canonical} from subscription s
      where s.account_id = ${accountId}::uuid and s.id = ${subscriptionId}::uuid and ${used} < ${limit}
        and not exists (select 1 from licence o where o.account_id = s.account_id and o.subscription_key = s.key and o.email = ${canonical})
      on conflict (provider_id, key) do update set email = excluded.email
        where licence.email = '' and licence.account_id = excluded.account_id returning id)`,
    rows: 1,
  }
}

/** A licence as it was when its form was shown. */
export interface ShownLicence {
  readonly subscription: string
  readonly licence: string
  readonly email: string
}

/** Takes a licence of a subscription back from whoever has it. Refuses `meanwhile` where that is somebody else by now, or nobody. */
export async function takeBackLicence(
  change: AccountChange,
  { subscription, licence, email }: ShownLicence,
  connected: boolean,
): Promise<Result<{ readonly member: string | null }, 'not-theirs' | 'not-found' | 'meanwhile'>> {
  const { tx, account, authority, now } = change
  if (!may(authority, 'subscriptions.update')) return refuse('not-theirs')
  const answer = await tx.$client.query<{
    key: string
    email: string
    member: string | null
    name: string | null
  }>(
    `select l.key, l.email, h.member, h.name from licence l
      join subscription s on s.account_id = l.account_id and s.key = l.subscription_key
      left join lateral (select m.id as member, ${nameAt('m', 'p')} as name from membership m join person p on p.id = m.person_id
        where ${isPlaceHere('m')} and p.email_canonical = l.email order by m.id limit 1) h on true
      where l.account_id = $1 and l.id = $2 and s.id = $3`,
    [account.id, licence, subscription],
  )
  const [one] = answer.rows
  if (!one) return refuse('not-found')
  if (one.email === '' || one.email !== email) return refuse('meanwhile')
  const question = { accountId: account.id, today: dayIn(now, account.timeZone) }
  const of = await subscriptionOf(tx, question, subscription)
  if (!of) return refuse('not-found')
  const holder = { name: one.name ?? '', email: one.email }
  const changes = { subscription: [of.key, of.key], email: [one.email, ''] } as const
  await together(tx, [
    {
      query: sql`(update licence set email = '' where account_id = ${account.id}::uuid and id = ${licence}::uuid
        and email = ${one.email} returning id)`,
      rows: 1,
    },
    ...(connected ? [queuedChange(ownOf(change), 'licences', one.key, changes)] : []),
    tellOf(change, 'licence.taken-back', of, holder),
  ])
  return ok({ member: one.member })
}

function tellOf(
  change: AccountChange,
  action: 'licence.assigned' | 'licence.taken-back',
  { id, name }: WholeSubscription,
  holder: Pick<Holder, 'name' | 'email'>,
): Write {
  return told(change, action, id, { what: name, whom: holder.name, email: holder.email })
}
