import { sql } from 'drizzle-orm'
import { type PulledKind, pulledKinds } from '#lib/back-office/items.ts'
import type { Tx } from '../client.ts'
import type { NewEvent } from '../events.ts'
import type { Write } from '../write.ts'
import { storedKind } from './kinds.ts'

const ofThing = (value: (kind: PulledKind) => string) =>
  `case c.kind ${pulledKinds
    .map(
      kind =>
        `when '${kind}' then (select ${value(kind)} from ${storedKind(kind).table} t where t.account_id = c.account_id and t.key = c.key)`,
    )
    .join(' ')} end`

/**
 * Sets aside what waits to go out of an account that closes, and tells each. What is being sent, or was taken by the provider's
 * systems, stays on its way: it is theirs already. Behind the account's lock.
 */
export async function abandonedWithAccount(
  tx: Tx,
  accountId: string,
): Promise<{ readonly writes: readonly Write[]; readonly events: readonly NewEvent[] }> {
  const answer = await tx.$client.query<{ id: string; kind: PulledKind; thing: string; what: string }>(
    `select c.id, c.kind, coalesce(${ofThing(() => 't.id')}, c.id) as thing,
        coalesce(${ofThing(kind => storedKind(kind).called)}, c.key) as what
      from back_office_change c where c.account_id = $1 and c.settled_at is null and c.state = 'waiting'
        and (c.lease_until is null or c.lease_until <= clock_timestamp()) order by c.turn for update of c`,
    [accountId],
  )
  const waiting = answer.rows
  if (waiting.length === 0) return { writes: [], events: [] }
  const ids = `{${waiting.map(one => one.id).join(',')}}`
  const write = {
    query: sql`(update back_office_change set state = 'set-aside', last_error = 'account-closed', lease_until = null,
        settled_at = clock_timestamp() where id = any(${ids}::uuid[]) and settled_at is null returning id)`,
    rows: waiting.length,
  }
  const events = waiting.map(({ kind, thing, what }) => ({
    action: kind === 'services' ? ('back-office.set-aside' as const) : ('subscription.set-aside' as const),
    accountId,
    partnerId: null,
    subjectId: thing,
    facts: { what },
  }))
  return { writes: [write], events }
}
