import { sql } from 'drizzle-orm'
import { type Changes, weigh } from '#lib/edit.ts'
import { type LimitField, limitFields, type LimitValues, type Limits, limitsFrom, limitValues } from '#lib/limits/limits.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'

const columns = `longest_grant_hours as "longestGrantHours", request_life_hours as "requestLifeHours",
  review_months as "reviewMonths"`

export interface SeenLimits {
  readonly limits: Limits
  /** Who changed them last, and when; nobody where nobody ever has. */
  readonly changed: { readonly by: string; readonly at: Date } | null
  /** Access that runs and is longer than the limit, or has no end though there is one: 1,000 stands for that many or more. */
  readonly longerNow: number
  /** Requests that wait, each with the life it was sent with. */
  readonly openNow: number
}

/** The provider's limits with what already runs beside them. */
export async function limitsOf(tx: Tx, providerId: string): Promise<SeenLimits> {
  const [limits, beside, last] = await Promise.all([
    tx.$client.query<Limits>({
      name: 'limits',
      text: `select ${columns} from provider where id = $1`,
      values: [providerId],
    }),
    tx.$client.query<{ by: string; at: Date }>({
      name: 'limits-changed',
      text: `select actor_name as by, at from event where provider_id = $1 and actor_kind = 'provider'
          and action = 'limits.changed' and subject_id = $1 order by id desc limit 1`,
      values: [providerId],
    }),
    tx.$client.query<{ openNow: number }>({
      name: 'requests-open-now',
      text: `select count(*)::int as "openNow" from (select 1 from access_request
          where provider_id = $1 and state in ('pending', 'question') and lapses_at > clock_timestamp() limit 1000) r`,
      values: [providerId],
    }),
  ])
  return {
    limits: limits.rows[0] ?? { longestGrantHours: null, requestLifeHours: 168, reviewMonths: 6 },
    changed: beside.rows[0] ?? null,
    longerNow: 0,
    openNow: last.rows[0]?.openNow ?? 0,
  }
}
