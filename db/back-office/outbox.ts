import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import type { FieldChanges } from '#lib/back-office/change.ts'
import type { PulledKind } from '#lib/back-office/items.ts'
import { writing } from '../client.ts'
import type { Write } from '../write.ts'
import type { Owned } from './place.ts'

const worker = { role: 'worker' } as const

/**
 * A change of a thing that the provider's systems know, or are to make, as it is written in the transaction that makes it.
 * It goes out no sooner than after so many seconds: until then it can be taken back.
 */
export function queuedChange(
  own: Owned,
  kind: PulledKind,
  key: string,
  changes: FieldChanges,
  holdSeconds = 0,
): Write {
  return {
    query: sql`(insert into back_office_change (id, provider_id, account_id, kind, key, changes, next_attempt_at, created_at)
      values (${randomUUID()}::uuid, ${own.providerId}::uuid, ${own.accountId}::uuid, ${kind}, ${key},
        ${JSON.stringify(changes)}::jsonb, clock_timestamp() + make_interval(secs => ${holdSeconds}), clock_timestamp()) returning id)`,
    rows: 1,
  }
}

/** A change that this server holds. */
export interface LeasedChange {
  readonly id: string
  readonly attempt: number
  readonly providerId: string
  readonly accountId: string
  readonly provider: string
  readonly providerName: string
  readonly account: string
  readonly kind: PulledKind
  readonly key: string
  readonly changes: FieldChanges
}

export const changeLeaseSeconds = 120

/**
 * Leases changes that are due. Of one thing only the first that is not settled: the provider's systems get them in the order
 * in which they were made.
 */
export async function leaseChanges(most: number, from?: pg.Pool): Promise<readonly LeasedChange[]> {
  return writing(
    worker,
    async tx => {
      const answer = await tx.$client.query<LeasedChange>(
        `with due as (select c.id from back_office_change c where c.settled_at is null and c.next_attempt_at <= clock_timestamp()
            and (c.lease_until is null or c.lease_until <= clock_timestamp())
            and not exists (select 1 from back_office_change e where e.account_id = c.account_id and e.kind = c.kind
              and e.key = c.key and e.turn < c.turn and e.settled_at is null)
            order by c.next_attempt_at, c.turn limit $1 for update of c skip locked)
          update back_office_change c set attempts = c.attempts + 1, lease_until = clock_timestamp() + make_interval(secs => $2)
          from due, account a, provider p where c.id = due.id and a.id = c.account_id and p.id = c.provider_id
          returning c.id, c.attempts as attempt, c.provider_id as "providerId", c.account_id as "accountId", p.slug as provider,
            p.name as "providerName", a.slug as account, c.kind, c.key, c.changes`,
        [most, changeLeaseSeconds],
      )
      return answer.rows
    },
    from,
  )
}

/** It is tried again later; `taken`: they have it, and are asked again what came of it. */
export async function tryLater(
  { id, attempt }: LeasedChange,
  wait: number,
  { taken, lastError }: { readonly taken: boolean; readonly lastError: string },
  from?: pg.Pool,
): Promise<void> {
  await writing(
    worker,
    tx =>
      tx.$client.query(
        `update back_office_change set state = case when $4 then 'taken' else state end, last_error = $5, lease_until = null,
            next_attempt_at = clock_timestamp() + make_interval(secs => $3 / 1000.0)
          where id = $1 and attempts = $2 and settled_at is null`,
        [id, attempt, wait, taken, lastError],
      ),
    from,
  )
}
