import type { Product } from '#lib/access/products.ts'
import type { ChangeState, FieldChanges } from '#lib/back-office/change.ts'
import type { ShownSubscriptions, SubscriptionFilter } from '#lib/subscription/filter.ts'
import type { Price, SubscriptionState } from '#lib/subscription/subscription.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'
import { confirmedOf, freeOf, isLiveAt, stateAt, usedOf, waitsFor } from './clock.ts'

/** A subscription as the list shows it. */
export interface SeenSubscription extends Price {
  readonly id: string
  readonly name: string
  readonly product: Product
  readonly quantity: number
  /** How many licences somebody has, and how many can be given. */
  readonly used: number
  readonly free: number
  readonly startsOn: string
  readonly renewsOn: string | null
  /** The first day on which it is over. */
  readonly endsOn: string | null
  readonly state: SubscriptionState
  /** A change of it is on its way to the provider's systems. */
  readonly waiting: boolean
}

const columns = (
  today: string,
) => `s.id, s.name, s.product, s.quantity, ${usedOf('s')} as used, ${freeOf('s', today)} as free,
  s.unit_price::float8 as "unitPrice", s.currency, s.period, s.term_months as "termMonths", '' as "priceVersion",
  s.starts_on::text as "startsOn", s.renews_on::text as "renewsOn", s.ends_on::text as "endsOn",
  ${stateAt('s', today)} as state, ${waitsFor('s')} as waiting`

/** What is asked of account $1 on day $2. */
const shows: Readonly<Record<ShownSubscriptions, string>> = {
  active: `${stateAt('s', '$2')} in ('active', 'ending')`,
  free: `${freeOf('s', '$2')} > 0`,
  waiting: waitsFor('s'),
  over: `not ${isLiveAt('s', '$2')}`,
}

/** The condition for what a filter leaves, of account $1 and day $2, its values behind those that are given. */
export function narrowedTo(
  { show, search }: Pick<SubscriptionFilter, 'show' | 'search'>,
  values: string[],
): { readonly condition: string; readonly name: string } {
  const pattern = containing(search)
  const parts = [
    ...(show ? [shows[show]] : []),
    ...(pattern ? [`${folded('s.name')} like $${values.push(pattern)}`] : []),
  ]
  return {
    condition: parts.join(' and ') || 'true',
    name: [show ?? 'all', pattern ? 'found' : ''].filter(Boolean).join('-'),
  }
}

/** What is over stands last. */
export const orderOf = (s: string) => `${isLiveAt(s, '$2')}::int * -1, ${s}.name, ${s}.id`

/** How many there are of what the tiles show; of free ones, how many licences. 1,000 means "more than 999". */
export type SubscriptionCounts = Readonly<Record<ShownSubscriptions | 'all', number>>

const most = 1000
const counted = (condition: string) =>
  `(select count(*)::int from (select 1 from subscription s where s.account_id = $1 and ${condition} limit ${most}) c)`
const counts = `'all', ${counted('true')},
  ${(['active', 'waiting', 'over'] as const).map(show => `'${show}', ${counted(shows[show])}`).join(', ')},
  'free', (select least(coalesce(sum(f.free), 0), ${most})::int from (select ${freeOf('s', '$2')} as free from subscription s
    where s.account_id = $1 and ${shows.free} limit ${most}) f)`

export interface SubscriptionList {
  readonly counts: SubscriptionCounts
  /** One more than asked for where there are more. */
  readonly subscriptions: readonly SeenSubscription[]
}

interface Question {
  readonly accountId: string
  /** The day where the account is. */
  readonly today: string
}

/** A page of an account's subscriptions and what its tiles count. */
export async function subscriptionsOf(
  tx: Tx,
  { accountId, today }: Question,
  filter: SubscriptionFilter,
  limit: number,
): Promise<SubscriptionList> {
  const values = [accountId, today]
  const { condition, name } = narrowedTo(filter, values)
  const beyond = filter.after
    ? `and (${orderOf('s')}) > (select ${orderOf('a')} from subscription a where a.account_id = $1 and a.id = $${values.push(filter.after)}::uuid)`
    : ''
  const listed = `select ${columns('$2')} from subscription s where s.account_id = $1 and ${condition} ${beyond}
    order by ${orderOf('s')} ${atMost(limit + 1)}`
  const answer = await tx.$client.query<SubscriptionList>({
    name: `subscriptions-${name}-${beyond ? 'next' : 'first'}-${limit}`,
    text: `select json_build_object(${counts}) as counts,
      coalesce((select json_agg(x) from (${listed}) x), '[]') as subscriptions`,
    values,
  })
  const [row] = answer.rows
  if (!row) throw new Error('the subscriptions were not read')
  return row
}

/** What became of the latest change of something, where the provider's systems did not just say yes. */
export interface Outcome {
  readonly state: Exclude<ChangeState, 'confirmed'>
  readonly reason: string
  readonly at: Date
  readonly changes: FieldChanges
  /** Until when it can be taken back, being here still; null = it can't be any more. */
  readonly undoUntil: Date | null
}

/** A subscription as its own page and its changes see it. */
export interface WholeSubscription extends SeenSubscription {
  readonly key: string
  readonly version: number
  readonly confirmed: number
  readonly outcome: Outcome | null
}

type StoredOutcome = Omit<Outcome, 'at' | 'undoUntil' | 'state'> & {
  readonly state: ChangeState
  readonly at: string
  readonly undoUntil: string | null
}

/** Can be taken back: nobody has tried to send it, and its time has not come. */
export const canBeUndone = (c: string) =>
  `(${c}.settled_at is null and ${c}.state = 'waiting' and ${c}.attempts = 0 and ${c}.next_attempt_at > clock_timestamp())`

const outcome = (kind: string, t: string) => `(select json_build_object('state', c.state, 'reason', c.reason,
    'at', coalesce(c.settled_at, c.created_at), 'changes', c.changes,
    'undoUntil', case when ${canBeUndone('c')} then c.next_attempt_at end)
  from back_office_change c where c.account_id = ${t}.account_id and c.kind = '${kind}' and c.key = ${t}.key
    and (c.settled_at is null or c.settled_at > clock_timestamp() - interval '30 days')
  order by c.turn desc limit 1)`

/** One subscription of the account, or null. */
export async function subscriptionOf(
  tx: Tx,
  { accountId, today }: Question,
  id: string,
): Promise<WholeSubscription | null> {
  const answer = await tx.$client.query<
    Omit<WholeSubscription, 'outcome'> & { readonly outcome: StoredOutcome | null }
  >(
    `select ${columns('$2')}, s.key, s.version, ${confirmedOf('s')} as confirmed, ${outcome('subscriptions', 's')} as outcome
      from subscription s where s.account_id = $1 and s.id = $3`,
    [accountId, today, id],
  )
  const [found] = answer.rows
  return found ? { ...found, outcome: outcomeFrom(found.outcome) } : null
}

function outcomeFrom(told: StoredOutcome | null): Outcome | null {
  if (!told || told.state === 'confirmed') return null
  const { state, at, undoUntil, ...rest } = told
  return { ...rest, state, at: new Date(at), undoUntil: undoUntil === null ? null : new Date(undoUntil) }
}
