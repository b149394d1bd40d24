import type pg from 'pg'
import { handingOverTakes, type Outgoing } from '#lib/carrier/carrier.ts'
import { largestFax } from '#lib/fax/fax.ts'
import { comesFrom, type Failure, longestWait } from '#lib/sending.ts'
import { type Tx, writing } from '../client.ts'
import { changed } from './words-of.ts'

// What waits for the carrier: rows of text messages and of faxes, leased, handed over, and marked with what came of it.

const worker = { role: 'worker' } as const

export const outboxes = ['sms_message', 'fax'] as const
export type Outbox = (typeof outboxes)[number]

/** How long a relay may hold what it sends: twice the longest try, so another relay finds only dead leases. */
export const leaseSeconds = (2 * handingOverTakes(largestFax)) / 1_000

/** Something on its way to the carrier, as often as it was tried by now. */
export interface Leased extends Outgoing {
  readonly attempt: number
  /** A message's text; null of a fax. */
  readonly text: string | null
  readonly pages: number
}

const isDue = `direction = 'outgoing' and state = 'queued' and next_attempt_at <= clock_timestamp()
  and (lease_until is null or lease_until < clock_timestamp())`

/** What was written first in a conversation goes first; the next is not due before the network has it, or refused it. */
const isNext: Record<Outbox, string> = {
  sms_message: `and not exists (select 1 from sms_message o where o.conversation_id = sms_message.conversation_id
    and o.direction = 'outgoing' and o.state = 'queued' and (o.at, o.id) < (sms_message.at, sms_message.id))`,
  fax: '',
}

/** Takes up to `most` things that are due, the longest waiting first. Nobody else gets them while the lease lasts. */
export async function leaseDue(table: Outbox, most: number, from?: pg.Pool): Promise<readonly Leased[]> {
  const answer = await writing(
    worker,
    tx =>
      tx.$client.query<Leased>(
        `with due as (select id from ${table} where ${isDue} ${isNext[table]} order by next_attempt_at limit $1 for update skip locked)
          update ${table} t set attempts = t.attempts + 1, lease_until = clock_timestamp() + make_interval(secs => $2)
            from due, account a, provider p where t.id = due.id and a.id = t.account_id and p.id = a.provider_id
            returning t.id, t.attempts as attempt, p.slug as provider, a.slug as account, '+' || t.own_key as from,
              '+' || t.other_key as to, ${table === 'fax' ? 'null as text, t.pages' : 't.body as text, 0 as pages'}`,
        [most, leaseSeconds],
      ),
    from,
  )
  return answer.rows
}

/** What a fax shows that is still held as it was leased; null where it is not, or has gone. */
export async function leasedDocument({ id, attempt }: Leased, from?: pg.Pool): Promise<Buffer | null> {
  const answer = await writing(
    worker,
    tx =>
      tx.$client.query<{ content: Buffer }>(
        `select d.content from fax t join fax_document d on d.fax_id = t.id
          where t.id = $1 and t.attempts = $2 and t.state = 'queued'`,
        [id, attempt],
      ),
    from,
  )
  return answer.rows[0]?.content ?? null
}

/** The carrier has it; word of it may have come already. */
export async function markTaken(table: Outbox, id: string, reference: string, from?: pg.Pool): Promise<void> {
  await moved(
    table,
    `update ${table} t set carrier_id = $2, lease_until = null,
        state = case when t.state = 'queued' then 'sent' else t.state end
      where t.id = $1 and t.direction = 'outgoing'`,
    [id, reference],
    from,
  )
}

/** It will not be carried. */
export async function markFailed(table: Outbox, id: string, reason: Failure, from?: pg.Pool): Promise<void> {
  await moved(
    table,
    `update ${table} t set state = 'failed', reason = $2, lease_until = null where t.id = $1 and t.state = any($3)`,
    [id, reason, [...comesFrom('failed')]],
    from,
  )
}

/** It waits for its next try. */
export async function markAgain(
  table: Outbox,
  { id, attempt }: Leased,
  milliseconds: number,
  from?: pg.Pool,
): Promise<void> {
  await writing(
    worker,
    tx =>
      tx.$client.query(
        `update ${table} set next_attempt_at = clock_timestamp() + make_interval(secs => $3), lease_until = null
          where id = $1 and attempts = $2 and state = 'queued'`,
        [id, attempt, milliseconds / 1000],
      ),
    from,
  )
}

/**
 * Gives up what has waited too long, or whose account was closed before it went out. Nobody knows of the first whether the
 * carrier had taken it. Gives how many.
 */
export async function giveUp(table: Outbox, from?: pg.Pool): Promise<number> {
  return moved(
    table,
    `update ${table} t set state = 'failed', reason = case when a.closed_at is null then 'no-word' else 'closed' end,
        lease_until = null
      from account a where a.id = t.account_id and t.state = 'queued' and t.direction = 'outgoing'
        and (t.lease_until is null or t.lease_until < clock_timestamp())
        and (a.closed_at is not null or t.created_at < clock_timestamp() - make_interval(secs => $1))`,
    [longestWait / 1000],
    from,
  )
}

/** Moves rows, and shows their conversations again to whoever looks at them. */
async function moved(
  table: Outbox,
  text: string,
  values: readonly unknown[],
  from?: pg.Pool,
): Promise<number> {
  return writing(
    worker,
    async (tx: Tx) => {
      const returning = table === 'sms_message' ? 't.conversation_id as conversation' : 'null as conversation'
      const answer = await tx.$client.query<{ conversation: string | null }>(
        `${text} returning ${returning}`,
        [...values],
      )
      const conversations = answer.rows.flatMap(row => row.conversation ?? [])
      if (conversations.length > 0) await changed(tx, conversations)
      return answer.rows.length
    },
    from,
  )
}

/** How many still wait, and for how many seconds the oldest does. */
export async function waitingThings(
  from?: pg.Pool,
): Promise<{ readonly waiting: number; readonly oldest: number }> {
  const one = (table: Outbox) =>
    `select created_at from ${table} where state = 'queued' and direction = 'outgoing'`
  const answer = await writing(
    worker,
    tx =>
      tx.$client.query<{ waiting: number; oldest: number }>(
        `select count(*)::int as waiting, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::int as oldest
          from (${outboxes.map(one).join(' union all ')}) w`,
      ),
    from,
  )
  return answer.rows[0] ?? { waiting: 0, oldest: 0 }
}

/** Whether something was sent under this id, and is still there. */
export async function wasSent(id: string, from?: pg.Pool): Promise<boolean> {
  const any = outboxes.map(table => `exists (select 1 from ${table} where id = $1)`).join(' or ')
  const answer = await writing(
    worker,
    tx => tx.$client.query<{ there: boolean }>(`select ${any} as there`, [id]),
    from,
  )
  return answer.rows[0]?.there === true
}
