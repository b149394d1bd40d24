import { randomUUID } from 'node:crypto'
import { told } from '#db/told.ts'
import type { PlacedRow } from '#lib/pbx-extension/file.ts'
import { type TakeIn, weighExtensions } from '#lib/pbx-extension/take-in.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { taken, type Upload, uploadOf } from '../csv/upload.ts'
import { together } from '../write.ts'
import { pbxOf } from './around.ts'
import { inserted, rewritten } from './change.ts'

/** A file of the person's own, and what taking it in would come to; null where there is no such file any more. */
export async function lookedAt(
  tx: Tx,
  of: { readonly accountId: string; readonly personId: string },
  uploadId: string,
): Promise<{ readonly upload: Upload<PlacedRow>; readonly weighed: TakeIn; readonly has: boolean } | null> {
  const upload = await uploadOf<PlacedRow>(tx, { ...of, module: 'admin' }, uploadId)
  if (!upload) return null
  const pbx = await pbxOf(tx, of.accountId)
  const lines = new Set(upload.rows.map(row => row.line))
  const unread = upload.faults.some(({ line }) => line !== null && !lines.has(line))
  return { upload, weighed: weighExtensions(upload.rows, pbx, randomUUID, unread), has: pbx.has }
}

/**
 * Takes a file in, all of it or nothing, as the account is by now. Refuses one that is not there any more, that was taken in
 * already, one with faults, and an account without a PBX.
 */
export async function takeInExtensions(
  change: AccountChange,
  uploadId: string,
): Promise<Result<{ readonly changed: boolean }, 'not-found' | 'taken' | 'faults' | 'no-pbx'>> {
  const { tx, actor, account } = change
  const found = await lookedAt(tx, { accountId: account.id, personId: actor.personId }, uploadId)
  if (!found) return refuse('not-found')
  const { upload, weighed, has } = found
  if (!has) return refuse('no-pbx')
  if (upload.takenAt) return refuse('taken')
  if (upload.faultCount > 0 || weighed.faults.length > 0) return refuse('faults')
  const { added, changed, same } = weighed
  const nothing = added.length + changed.length === 0
  const writes = nothing
    ? []
    : [
        inserted(change, added),
        rewritten(change, changed),
        told(change, 'pbx-extensions.imported', account.id, {
          counts: { added: added.length, changed: changed.length, same },
        }),
      ]
  await together(tx, [...writes, taken(uploadId)])
  return ok({ changed: !nothing })
}
