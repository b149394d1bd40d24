import type { Product } from '#lib/access/products.ts'
import type { ChangeState, FieldChanges } from '#lib/back-office/change.ts'
import type { PulledKind } from '#lib/back-office/items.ts'
import type { ShownSubscriptions, SubscriptionFilter } from '#lib/subscription/filter.ts'
import type { Price, SubscriptionState } from '#lib/subscription/subscription.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'
import { confirmedOf, freeOf, isLiveAt, renewalAt, stateAt, usedOf, waitsFor } from './clock.ts'

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
  /** The next renewal; null where it ends or is over, and where nobody knows one. */
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
  s.starts_on::text as "startsOn", (${renewalAt('s', today)})::text as "renewsOn", s.ends_on::text as "endsOn",
  ${stateAt('s', today)} as state, ${waitsFor('s')} as waiting`

/** What is asked of account $1 on day $2. */
const runs = `${stateAt('s', '$2')} in ('active', 'ending')`
const shows: Readonly<Record<ShownSubscriptions, string>> = {
  active: runs,
  // Licences of one that begins later can be given and not used yet.
  free: `${runs} and ${freeOf('s', '$2')} > 0`,
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
  /** The change's own. */
  readonly id: string
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
  /** The latest licence of it that did not come to be given, or taken back. */
  readonly lostLicence: Outcome | null
}

type StoredOutcome = Omit<Outcome, 'at' | 'undoUntil' | 'state'> & {
  readonly state: ChangeState
  readonly at: string
  readonly undoUntil: string | null
}

/** Can be taken back: nobody has tried to send it, and its time has not come. */
export const canBeUndone = (c: string) =>
  `(${c}.settled_at is null and ${c}.state = 'waiting' and ${c}.attempts = 0 and ${c}.next_attempt_at > clock_timestamp())`

/** The outcome of the latest change `c` of the account of `s` that is of a kind and meets a condition; of a month at most. */
const outcomeOf = (
  kind: PulledKind,
  condition: string,
) => `(select json_build_object('id', c.id, 'state', c.state,
    'reason', c.reason, 'at', coalesce(c.settled_at, c.created_at), 'changes', c.changes,
    'undoUntil', case when ${canBeUndone('c')} then c.next_attempt_at end)
  from back_office_change c where c.account_id = s.account_id and c.kind = '${kind}' and ${condition}
    and (c.settled_at is null or c.settled_at > clock_timestamp() - interval '30 days')
  order by c.turn desc limit 1)`

const isOfLicence = (c: string) => `${c}.changes->'subscription'->>1 = s.key`
/** Whose licence a change gives or takes back. */
const whoseOf = (c: string) => `coalesce(nullif(${c}.changes->'email'->>1, ''), ${c}.changes->'email'->>0)`

/** A licence that was refused, or that nobody could take, unless the same person's was changed again since. */
const lostLicence = `${isOfLicence('c')} and c.state in ('refused', 'set-aside')
    and not exists (select 1 from back_office_change l where l.account_id = c.account_id and l.kind = 'licences'
      and l.turn > c.turn and ${isOfLicence('l')} and ${whoseOf('l')} = ${whoseOf('c')})`

/** One subscription of the account, or null. */
export async function subscriptionOf(
  tx: Tx,
  { accountId, today }: Question,
  id: string,
): Promise<WholeSubscription | null> {
  const answer = await tx.$client.query<
    Omit<WholeSubscription, 'outcome' | 'lostLicence'> &
      Record<'outcome' | 'lostLicence', StoredOutcome | null>
  >(
    `select ${columns('$2')}, s.key, s.version, ${confirmedOf('s')} as confirmed, ${outcomeOf('subscriptions', 'c.key = s.key')} as outcome,
        ${outcomeOf('licences', lostLicence)} as "lostLicence"
      from subscription s where s.account_id = $1 and s.id = $3`,
    [accountId, today, id],
  )
  const [found] = answer.rows
  if (!found) return null
  return { ...found, outcome: outcomeFrom(found.outcome), lostLicence: outcomeFrom(found.lostLicence) }
}

function outcomeFrom(told: StoredOutcome | null): Outcome | null {
  if (!told || told.state === 'confirmed') return null
  const { state, at, undoUntil, ...rest } = told
  return { ...rest, state, at: new Date(at), undoUntil: undoUntil === null ? null : new Date(undoUntil) }
}
