import { sql } from 'drizzle-orm'
import type { Changes, Values } from '#lib/edit.ts'
import {
  type LimitField,
  type Limits,
  type LimitValues,
  limitFields,
  limitsFrom,
  limitValues,
  usualLimits,
} from '#lib/limits/limits.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { isLiveRow } from '../grant/clock.ts'
import type { Write } from '../write.ts'

const columns = `longest_grant_hours as "longestGrantHours", request_life_hours as "requestLifeHours",
  review_months as "reviewMonths", end_unanswered as "endUnanswered"`

/** Who changed the limits last, and when; null where nobody ever has. */
export interface LimitsChanged {
  readonly by: string
  readonly at: Date
}

export async function limitsOf(
  tx: Tx,
  providerId: string,
): Promise<{ readonly limits: Limits; readonly changed: LimitsChanged | null }> {
  const [limits, changed] = await Promise.all([
    tx.$client.query<Limits>({
      name: 'limits',
      text: `select ${columns} from provider where id = $1`,
      values: [providerId],
    }),
    lastChange(tx, providerId),
  ])
  return { limits: limits.rows[0] ?? usualLimits, changed }
}

/** The longest access that an account may give, for the forms that offer it; null = any. */
export async function longestGrantHours(tx: Tx, providerId: string): Promise<number | null> {
  const answer = await tx.$client.query<Pick<Limits, 'longestGrantHours'>>({
    name: 'longest-grant',
    text: 'select longest_grant_hours as "longestGrantHours" from provider where id = $1',
    values: [providerId],
  })
  return (answer.rows[0] ?? usualLimits).longestGrantHours
}

async function lastChange(tx: Tx, providerId: string): Promise<LimitsChanged | null> {
  const answer = await tx.$client.query<LimitsChanged>({
    name: 'limits-changed',
    text: `select actor_name as by, at from event where provider_id = $1 and actor_kind = 'provider'
      and action = 'limits.changed' order by id desc limit 1`,
    values: [providerId],
  })
  return answer.rows[0] ?? null
}

/**
 * Changes the limits from the very next request on. What runs keeps its end and what was asked keeps its life: both have
 * been said to people. Of two who edit at once the second is told, and nothing of the first is lost.
 */
export async function changeLimits(
  change: Change,
  shown: LimitValues,
  typed: LimitValues,
): Promise<Edited<LimitField>> {
  const { providerId } = change.actor
  const found = await change.tx.$client.query<Limits>(
    `select ${columns} from provider where id = $1 for no key update`,
    [providerId],
  )
  const stored = limitValues(found.rows[0] ?? usualLimits)
  const subject = {
    id: providerId,
    action: 'limits.changed',
    where: { providerId },
    partnerId: null,
  } as const
  return applyEdit(change, subject, limitFields, { shown, stored, typed }, changes => [
    { query: written(providerId, { ...stored, ...changedTo(changes) }), rows: 1 },
    ...(changes.endUnanswered?.[1] === 'on' ? [unansweredAgain(providerId)] : []),
  ])
}

function changedTo(changes: Changes<LimitField>): Partial<Values<LimitField>> {
  return Object.fromEntries(Object.entries(changes).map(([field, [, after]]) => [field, after]))
}

function written(providerId: string, values: LimitValues) {
  const { longestGrantHours, requestLifeHours, reviewMonths, endUnanswered } = limitsFrom(values)
  return sql`(update provider set longest_grant_hours = ${longestGrantHours}::int, request_life_hours = ${requestLifeHours}::int,
      review_months = ${reviewMonths}::int, end_unanswered = ${endUnanswered} where id = ${providerId}::uuid returning id)`
}

/**
 * What nobody has answered so far is met by the next sweep once more, which tells each account of an end 30 days from
 * then. Nothing ends by this itself. Also what is due in any case: a sweep that holds it now has read the limit as it was.
 */
function unansweredAgain(providerId: string): Write {
  return {
    query: sql`(update access_grant g set due_at = statement_timestamp() where g.provider_id = ${providerId}::uuid
      and ${sql.raw(isLiveRow('g'))} and g.review_at <= statement_timestamp() and g.ends_at is null
      returning g.id)`,
  }
}
