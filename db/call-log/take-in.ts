import { type PlacedCall, recordOf } from '#lib/call-log/file.ts'
import type { CallRecord } from '#lib/call-log/record.ts'
import type { Country } from '#lib/dialling.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { dialsFrom } from '../account/dials-from.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { taken, type Upload, uploadOf } from '../csv/upload.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'
import { keptCalls } from './keep.ts'

/** What taking a file in would come to: the records that are new, and how many are known already. */
export interface WeighedCalls {
  readonly fresh: readonly CallRecord[]
  readonly known: number
  readonly from: Country | null
}

/** A file of the person's own, and what taking it in would come to; null where there is no such file any more. */
export async function lookedAtCalls(
  tx: Tx,
  { accountId, personId }: { readonly accountId: string; readonly personId: string },
  uploadId: string,
): Promise<{ readonly upload: Upload<PlacedCall>; readonly weighed: WeighedCalls } | null> {
  const upload = await uploadOf<PlacedCall>(tx, { accountId, personId, module: 'call-log' }, uploadId)
  if (!upload) return null
  const records = new Map(upload.rows.map(row => recordOf(row)).map(record => [record.recordId, record]))
  const answer = await tx.$client.query<{ id: string }>(
    `select r.record_id as id from call_record r where r.account_id = $1
      and r.record_id = any($2::text[])`,
    [accountId, [...records.keys()]],
  )
  for (const { id } of answer.rows) records.delete(id)
  const from = await dialsFrom(tx, accountId)
  const fresh = [...records.values()]
  return { upload, weighed: { fresh, known: upload.rows.length - fresh.length, from } }
}

/** Takes a file in, all of it or nothing. Refuses one that is gone, that was taken in already, and one with faults. */
export async function takeInCalls(
  change: AccountChange,
  uploadId: string,
): Promise<Result<{ readonly changed: boolean }, 'not-found' | 'taken' | 'faults'>> {
  const { tx, actor, author, account, partnerId } = change
  const found = await lookedAtCalls(tx, { accountId: account.id, personId: actor.personId }, uploadId)
  if (!found) return refuse('not-found')
  const { upload, weighed } = found
  if (upload.takenAt) return refuse('taken')
  if (upload.faultCount > 0) return refuse('faults')
  const { fresh, known, from } = weighed
  const own = { accountId: account.id, providerId: actor.providerId, from }
  const counts = { added: fresh.length, same: known }
  const writes =
    fresh.length === 0
      ? []
      : [
          keptCalls(fresh.map(call => ({ ...own, call }))),
          recorded(tx, author, [
            {
              action: 'call-records.imported',
              accountId: account.id,
              partnerId,
              subjectId: account.id,
              facts: { counts },
            },
          ]),
        ]
  await together(tx, [...writes, taken(uploadId)])
  return ok({ changed: fresh.length > 0 })
}
