import type { TrialState } from '#lib/trial/trial.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'

/** A trial as the list shows it. */
export interface SeenTrial {
  readonly id: string
  readonly name: string
  readonly product: string
  readonly startedOn: string
  /** The first day on which it is over. */
  readonly endsOn: string
  readonly state: TrialState
  /** That it begins is on its way to the provider's systems. */
  readonly waiting: boolean
  /** Why they did not take it, in their own words. */
  readonly reason: string
}

/** The twin of lib/trial `trialStateOn`. */
export const trialStateAt = (t: string, today: string) =>
  `case when ${t}.state = 'running' and ${t}.ends_on <= ${today}::date then 'ended' else ${t}.state end`

/** Running ones by their end, then those that are over, the latest first. */
const order = (t: string) => `(${trialStateAt(t, '$2')} <> 'running')::int,
  case when ${trialStateAt(t, '$2')} = 'running' then 1 else -1 end * (${t}.ends_on - date '2000-01-01'), ${t}.id`

const change = (t: string) =>
  `from back_office_change w where w.account_id = ${t}.account_id and w.kind = 'trials' and w.key = ${t}.key`

/** What is tried out on a day where the account is, or was; one more than asked for where there are more. */
export async function trialsOf(
  tx: Tx,
  {
    accountId,
    today,
    after,
  }: { readonly accountId: string; readonly today: string; readonly after: string | null },
  limit: number,
): Promise<readonly SeenTrial[]> {
  const beyond = after
    ? `and (${order('t')}) > (select ${order('a')} from trial a where a.account_id = $1 and a.id = $3::uuid)`
    : ''
  const answer = await tx.$client.query<SeenTrial>(
    `select t.id, t.name, t.product, t.started_on::text as "startedOn", t.ends_on::text as "endsOn",
        ${trialStateAt('t', '$2')} as state, exists (select 1 ${change('t')} and w.settled_at is null) as waiting,
        coalesce((select w.reason ${change('t')} and w.state = 'refused' order by w.turn desc limit 1), '') as reason
      from trial t where t.account_id = $1 ${beyond} order by ${order('t')} ${atMost(limit + 1)}`,
    [accountId, today, ...(after ? [after] : [])],
  )
  return answer.rows
}

/** Whether an account has tried out an offer, or tries it out now: each is tried out once. */
export const hasTried = (accountId: string, offerKey: string) =>
  `exists (select 1 from trial tried where tried.account_id = ${accountId} and tried.offer_key = ${offerKey} and tried.state <> 'refused')`
