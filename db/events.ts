import { sql } from 'drizzle-orm'
import type { Actor, Standing } from '#lib/actor.ts'
import type { EventAction, EventFacts } from '#lib/history/event.ts'
import type { Tx } from './client.ts'
import { event } from './schema/event.ts'
import type { Write } from './write.ts'

/** Who did it, as it will be read years later: names are kept as they were. */
export interface Author extends Standing {
  readonly providerId: string
  readonly personId: string | null
  readonly name: string
  readonly address: string
}

export function authorOf(actor: Actor, standing: Standing): Author {
  const { providerId, personId, name, address } = actor
  return { providerId, personId, name, address, kind: standing.kind, firm: standing.firm }
}

export interface NewEvent {
  readonly action: EventAction
  readonly accountId: string | null
  readonly partnerId: string | null
  readonly subjectId: string
  readonly from?: string | null
  readonly to?: string | null
  readonly reason?: string
  readonly facts?: EventFacts
  /** Where not the change's author did it: what the clock had done and nobody had written down yet. */
  readonly author?: Author
}

/** The history's part of a change: one row per transition, at the database's own time. */
export function recorded(tx: Tx, author: Author, events: readonly NewEvent[]): Write {
  const rows = events.map(({ author: by = author, ...one }) => ({
    providerId: by.providerId,
    accountId: one.accountId,
    partnerId: one.partnerId,
    at: sql`clock_timestamp()`,
    actorId: by.personId,
    actorName: by.name,
    actorFirm: by.firm,
    actorKind: by.kind,
    action: one.action,
    subjectId: one.subjectId,
    fromState: one.from ?? null,
    toState: one.to ?? null,
    reason: one.reason ?? '',
    address: by.address,
    data: { ...one.facts },
  }))
  return { query: tx.insert(event).values(rows).returning({ id: event.id }), rows: rows.length }
}

/**
 * Who made the latest change to a request or grant of the account: what somebody who came too late is told. Any change of
 * its state, or only one of these acts.
 */
export async function latestAuthor(
  tx: Tx,
  accountId: string,
  subjectId: string,
  acts?: readonly EventAction[],
): Promise<string | null> {
  const answer = await tx.$client.query<{ name: string }>(
    `select actor_name as name from event where account_id = $1 and subject_id = $2
        and ${acts ? 'action = any($3::text[])' : 'to_state is not null'}
      order by id desc limit 1`,
    [accountId, subjectId, ...(acts ? [acts] : [])],
  )
  return answer.rows[0]?.name ?? null
}
