import type pg from 'pg'
import { type LaterChange, undone } from '#lib/back-office/change.ts'
import { type Tx, writing } from '../client.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'
import { systemsOf } from './author.ts'
import { recordOf, setsOf, storedKind } from './kinds.ts'
import type { LeasedChange } from './outbox.ts'

/** What became of a change for good. */
export type Settled =
  | { readonly state: 'confirmed' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'set-aside'; readonly lastError: string }

/**
 * Settles a change. A refused one is undone on the thing, and told in the history; one that nobody could take is told, and
 * the thing stays as the portal has it until the next pull. False where another server was faster.
 */
export async function settle(change: LeasedChange, settled: Settled, from?: pg.Pool): Promise<boolean> {
  return writing(
    { role: 'app', providerId: change.providerId, lock: change.accountId },
    async tx => {
      const reason = settled.state === 'refused' ? settled.reason : ''
      const lastError = settled.state === 'set-aside' ? settled.lastError : ''
      const answer = await tx.$client.query<Pick<LeasedChange, 'changes'>>(
        `update back_office_change set state = $3, reason = $4, last_error = $5, settled_at = clock_timestamp(), lease_until = null
          where id = $1 and attempts = $2 and settled_at is null returning changes`,
        [change.id, change.attempt, settled.state, reason, lastError],
      )
      const changes = answer.rows[0]?.changes
      if (!changes) return false
      if (settled.state === 'confirmed') return true
      const named = { ...change, changes }
      const fields = settled.state === 'refused' ? await undo(tx, named) : null
      await tell(tx, named, settled, fields)
      return true
    },
    from,
  )
}

/** Puts the thing's fields back, as far as no later change has set them; gives those. */
async function undo(tx: Tx, change: LeasedChange): Promise<Readonly<Record<string, unknown>>> {
  const later = await tx.$client.query<LaterChange>(
    `select id, changes from back_office_change where account_id = $1 and kind = $2 and key = $3 and settled_at is null order by turn`,
    [change.accountId, change.kind, change.key],
  )
  const { fields, later: moved } = undone(change.changes, later.rows)
  for (const one of moved)
    await tx.$client.query('update back_office_change set changes = $2::jsonb where id = $1', [
      one.id,
      JSON.stringify(one.changes),
    ])
  const stored = storedKind(change.kind)
  const columns = stored.columns.filter(one => one.field in fields)
  if (columns.length === 0) return fields
  await tx.$client.query(
    `update ${stored.table} t set ${setsOf(stored, columns)}
      from jsonb_to_record($3::jsonb) as r(${recordOf({ columns })})
      where t.account_id = $1 and t.key = $2`,
    [change.accountId, change.key, JSON.stringify(fields)],
  )
  return fields
}

async function tell(
  tx: Tx,
  change: LeasedChange,
  settled: Settled,
  fields: Readonly<Record<string, unknown>> | null,
): Promise<void> {
  const { accountId, kind, key } = change
  const stored = storedKind(kind)
  const thing = await tx.$client.query<{ id: string; name: string }>(
    `select t.id, ${stored.called} as name from ${stored.table} t where t.account_id = $1 and t.key = $2`,
    [accountId, key],
  )
  const [found] = thing.rows
  // What an order says of itself was never anything else, and is no change.
  const real = Object.entries(change.changes).filter(([, [was, is]]) => was !== is)
  const changes = Object.fromEntries(
    real.flatMap(([field, [was, is]]) => {
      if (!fields) return [[field, [textOf(was), textOf(is)] as const]]
      return field in fields ? [[field, [textOf(is), textOf(fields[field])] as const]] : []
    }),
  )
  const event = {
    action: `${kind === 'services' ? 'back-office' : 'subscription'}.${settled.state === 'refused' ? 'refused' : 'set-aside'}`,
    accountId,
    partnerId: null,
    subjectId: found?.id ?? change.id,
    reason: settled.state === 'refused' ? settled.reason : '',
    facts: { what: found?.name ?? key, changes },
  } as const
  await together(tx, [recorded(tx, systemsOf(change), [event])])
}

/** As edits have it in the history: a switch is on or off. */
function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return String(value ?? '')
}
