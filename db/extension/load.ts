import { sql } from 'drizzle-orm'
import { type ExtensionState, extensionStateAt } from '#lib/grant/extension.ts'
import { type Grant, stateAt } from '#lib/grant/grant.ts'
import type { Seen } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import type { Write } from '../write.ts'

/** An extension with what its changes need to know, read after the account's lock was taken. */
export interface LoadedExtension {
  readonly id: string
  readonly grantId: string
  readonly state: ExtensionState
  readonly version: number
  readonly requestedBy: string
  readonly requesterName: string
  readonly askedEnd: Date | null
  readonly decidedByName: string | null
}

const columns = `x.id, x.grant_id as "grantId", x.state, x.version, x.requested_by as "requestedBy", q.name as "requesterName",
  x.asked_end as "askedEnd", d.name as "decidedByName"
  from grant_extension x join person q on q.id = x.requested_by left join person d on d.id = x.decided_by`

/** One extension of the account or of the firm, in whatever state; null where it is none of theirs. */
export async function loadExtension(
  tx: Tx,
  id: string,
  of: { readonly accountId: string } | { readonly partnerId: string },
): Promise<LoadedExtension | null> {
  const [column, owner] = 'accountId' in of ? ['account_id', of.accountId] : ['partner_id', of.partnerId]
  const one = await tx.$client.query<LoadedExtension>(
    `select ${columns} where x.id = $1 and x.${column} = $2`,
    [id, owner],
  )
  return one.rows[0] ?? null
}

/** What somebody who came too late is told: what became of it, or of its grant where that is over. */
export function seenExtension(
  extension: LoadedExtension,
  grant: Grant & { readonly endedByName: string | null; readonly now: Date },
): Seen {
  const state = extensionStateAt(extension.state, grant, grant.now)
  if (state === 'lapsed') return { state: stateAt(grant, grant.now), by: grant.endedByName }
  return { state, by: extension.decidedByName }
}

/** The statement that moves an extension, only from the version on which the move was decided. */
export function extensionMoved(
  extension: Pick<LoadedExtension, 'id' | 'version'>,
  to: ExtensionState,
  by: { readonly personId: string; readonly reason?: string; readonly givenEnd?: Date | null },
): Write {
  return {
    query: sql`(update grant_extension set state = ${to}, version = version + 1, decided_at = statement_timestamp(),
        decided_by = ${by.personId}::uuid, end_reason = ${by.reason ?? null},
        given_end = ${by.givenEnd?.toISOString() ?? null}::timestamptz
      where id = ${extension.id}::uuid and version = ${extension.version}::int and state = 'pending' returning id)`,
    rows: 1,
  }
}
