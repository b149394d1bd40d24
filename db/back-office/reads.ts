import type { Counted } from '#lib/back-office/merge.ts'
import type { RunState } from '#lib/back-office/run.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'

/** A pull as the list shows it. Nothing of what was pulled stands in it but numbers. */
export interface SeenRun {
  readonly id: string
  readonly state: RunState
  /** Who pressed; empty where the night did. */
  readonly askedBy: string
  readonly beganAt: Date
  readonly endedAt: Date | null
  /** What is being read. */
  readonly kind: string
  readonly counts: Readonly<Record<string, Counted>>
  readonly problem: string
}

/** One that was refused, with its place. */
export interface SeenFault {
  readonly kind: string
  readonly page: number
  readonly row: number
  readonly key: string | null
  readonly field: string
  readonly code: string
}

/** A pull as its own page shows it. */
export interface WholeRun extends SeenRun {
  readonly faults: readonly SeenFault[]
  /** What changed, by the names of things. */
  readonly told: readonly {
    readonly kind: string
    readonly name: string
    readonly did: 'added' | 'changed' | 'gone'
  }[]
}

const columns = `r.id, r.state, r.asked_by as "askedBy", r.created_at as "beganAt", r.ended_at as "endedAt", r.kind, r.counts,
  r.problem`

/** What the page of an account's pulls shows. */
export interface SyncPage {
  readonly runs: readonly SeenRun[]
  readonly next: string | null
  /** The latest, whichever page is looked at. */
  readonly latest: SeenRun | null
  /** Changes that were made in the portal and that the provider's systems have not confirmed. */
  readonly waiting: number
}

export async function syncPageOf(
  tx: Tx,
  accountId: string,
  after: string | undefined,
  limit: number,
): Promise<SyncPage> {
  const position = momentPosition(after)
  const values: string[] = [accountId]
  const beyond = position
    ? `and (r.created_at, r.id) < ($${values.push(position.at)}::timestamp at time zone 'UTC', $${values.push(position.id)}::uuid)`
    : ''
  const list = await tx.$client.query<SeenRun & { cursor: string }>({
    name: `sync-runs-${position ? 'next' : 'first'}-${limit}`,
    text: `select ${columns}, ${momentCursor('r.created_at', 'r.id')} as cursor from sync_run r
      where r.account_id = $1 ${beyond} order by r.created_at desc, r.id desc ${atMost(limit + 1)}`,
    values,
  })
  const rows = list.rows.slice(0, limit)
  const next = list.rows.length > limit ? (rows.at(-1)?.cursor ?? null) : null
  const runs = rows.map(({ cursor: _, ...run }) => run)
  const waiting = await tx.$client.query<{ n: number }>(
    'select count(*)::int as n from back_office_change where account_id = $1 and settled_at is null',
    [accountId],
  )
  const latest = position ? await latestOf(tx, accountId) : (runs[0] ?? null)
  return { runs, next, latest, waiting: waiting.rows[0]?.n ?? 0 }
}

async function latestOf(tx: Tx, accountId: string): Promise<SeenRun | null> {
  const answer = await tx.$client.query<SeenRun>(
    `select ${columns} from sync_run r where r.account_id = $1 order by r.created_at desc, r.id desc limit 1`,
    [accountId],
  )
  return answer.rows[0] ?? null
}

/** One pull of the account, or null. */
export async function runOf(tx: Tx, accountId: string, id: string): Promise<WholeRun | null> {
  const answer = await tx.$client.query<WholeRun>(
    `select ${columns}, r.faults, r.told from sync_run r where r.account_id = $1 and r.id = $2`,
    [accountId, id],
  )
  return answer.rows[0] ?? null
}
