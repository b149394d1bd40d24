import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { PlacedFault } from '#lib/csv-reader.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { csvUpload } from '../schema/csv-upload.ts'
import type { Write } from '../write.ts'

/** Whose files they are: those of one list of an account, sent by one person. */
export interface UploadOwner {
  readonly accountId: string
  readonly personId: string
  readonly module: 'phonebook' | 'call-log' | 'admin'
}

/** A file that was sent to be looked at. */
export interface Upload<Row> {
  readonly id: string
  readonly rows: readonly Row[]
  readonly rowCount: number
  /** The first of what is wrong with it, and how much that is in all. */
  readonly faults: readonly PlacedFault[]
  readonly faultCount: number
  readonly takenAt: Date | null
}

/** More faults are counted and not kept: whoever puts these right sends the file again. */
const mostFaults = 200

/** Keeps what a file said until its sender has looked at it; of one with faults the other rows, too, which may not fit. */
export async function keepUpload(
  { tx, actor, account }: AccountChange,
  module: UploadOwner['module'],
  { rows, faults }: { readonly rows: readonly unknown[]; readonly faults: readonly PlacedFault[] },
): Promise<string> {
  const id = randomUUID()
  await tx.insert(csvUpload).values({
    id,
    providerId: actor.providerId,
    accountId: account.id,
    personId: actor.personId,
    module,
    rows,
    rowCount: rows.length,
    faults: faults.slice(0, mostFaults),
    faultCount: faults.length,
  })
  return id
}

/** A file of the person's own; null where there is none, or it is a day old. Its rows are what its reader gave. */
export async function uploadOf<Row>(
  tx: Tx,
  { accountId, personId, module }: UploadOwner,
  id: string,
): Promise<Upload<Row> | null> {
  const answer = await tx.$client.query<Upload<Row>>(
    `select u.id, u.rows, u.row_count as "rowCount", u.faults, u.fault_count as "faultCount", u.taken_at as "takenAt"
      from csv_upload u where u.account_id = $1 and u.person_id = $2 and u.module = $3 and u.id = $4
        and u.created_at > clock_timestamp() - interval '1 day'`,
    [accountId, personId, module, id],
  )
  return answer.rows[0] ?? null
}

/** That a file was taken in, once: nothing of it is kept. */
export function taken(id: string): Write {
  return {
    query: sql`(update csv_upload set taken_at = clock_timestamp(), rows = '[]'
      where id = ${id}::uuid and taken_at is null returning id)`,
    rows: 1,
  }
}
