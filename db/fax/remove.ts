import { sql } from 'drizzle-orm'
import { canComeBack } from '#db/lists/come-back.ts'
import type { EventAction } from '#lib/history/event.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { together, type Write } from '../write.ts'

interface Row {
  readonly state: string
  readonly other: string
  readonly removed: boolean
  readonly by: string | null
  readonly canComeBack: boolean
}

/** Who removed the fax `f`; null where that is not known. */
export const removedBy = `(select e.actor_name from event e where e.account_id = f.account_id and e.subject_id = f.id
  and e.action = 'fax.removed' order by e.id desc limit 1)`

async function rowOf({ tx, account }: AccountChange, id: string): Promise<Row | null> {
  const answer = await tx.$client.query<Row>(
    `select f.state, f.other_number as other, f.ended_at is not null as removed, ${removedBy} as by,
        coalesce(${canComeBack('f')}, false) as "canComeBack" from fax f where f.account_id = $1 and f.id = $2`,
    [account.id, id],
  )
  return answer.rows[0] ?? null
}

/**
 * Removes a fax; for some days it can be brought back. Refuses `removed`, naming who was faster, and one that is still on its
 * way: it would arrive all the same.
 */
export async function removeFax(
  change: AccountChange,
  id: string,
): Promise<Result<null, 'removed' | 'on-its-way' | 'not-found'>> {
  const found = await rowOf(change, id)
  if (!found) return refuse('not-found')
  if (found.removed) return refuse('removed', { state: 'removed', by: found.by })
  if (found.state === 'queued') return refuse('on-its-way')
  const ended = sql`(update fax set ended_at = clock_timestamp()
    where id = ${id}::uuid and account_id = ${change.account.id}::uuid and ended_at is null and state <> 'queued' returning id)`
  await together(change.tx, [{ query: ended, rows: 1 }, told(change, 'fax.removed', id, found)])
  return ok(null)
}

/** Brings one back. Refuses one that is there. */
export async function restoreFax(
  change: AccountChange,
  id: string,
): Promise<Result<null, 'there' | 'not-found'>> {
  const found = await rowOf(change, id)
  if (!found) return refuse('not-found')
  if (!found.removed) return refuse('there')
  if (!found.canComeBack) return refuse('not-found')
  const back = sql`(update fax set ended_at = null
    where id = ${id}::uuid and account_id = ${change.account.id}::uuid and ended_at is not null returning id)`
  await together(change.tx, [{ query: back, rows: 1 }, told(change, 'fax.restored', id, found)])
  return ok(null)
}

function told(
  { tx, author, account, partnerId }: AccountChange,
  action: EventAction,
  subjectId: string,
  { other }: Row,
): Write {
  return recorded(tx, author, [
    { action, accountId: account.id, partnerId, subjectId, facts: { what: other } },
  ])
}
