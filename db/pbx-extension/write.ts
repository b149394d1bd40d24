import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { told } from '#db/told.ts'
import { calledIn, conflictOf } from '#lib/pbx-extension/beside.ts'
import {
  checkExtension,
  type Fault,
  type KeptExtension,
  mostExtensions,
  type PbxField,
  type PbxValues,
  pbxFields,
} from '#lib/pbx-extension/extension.ts'
import { type PinRefusal, pinMark, refusedAsPin } from '#lib/pbx-extension/pin.ts'
import type { PbxRefusal } from '#lib/pbx-extension/words.ts'
import { ok, type Refused, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { applyEdit, type Edited } from '../edit.ts'
import { together } from '../write.ts'
import { around, everybodyIn, type Pbx, pbxOf } from './around.ts'
import { extensionTold, inserted, rewritten } from './change.ts'
import { extensionOf } from './one.ts'

/** One field that can't be so, and why. */
export interface Faulty {
  readonly ok: false
  readonly fault: Fault
}

/** Whether an extension can be so, by itself and beside the others. */
function checked(
  id: string,
  typed: PbxValues,
  pbx: Pbx,
): Faulty | { ok: true; kept: KeptExtension; values: PbxValues } {
  const alone = checkExtension(typed, around(pbx), pbx.extensions.find(one => one.id === id)?.number)
  if (!alone.ok) return alone
  const { kept, values } = alone.value
  const fault = conflictOf(
    id,
    new Map(everybodyIn(pbx)).set(id, { ...kept, name: calledIn(pbx.members, kept) }),
  )
  return fault ? { ok: false, fault } : { ok: true, kept, values }
}

/** Adds an extension. Refuses an account without a PBX, more than it holds, and what the rules refuse, by its field. */
export async function addExtension(
  change: AccountChange,
  typed: PbxValues,
): Promise<Result<{ readonly extensionId: string }, PbxRefusal> | Faulty> {
  const pbx = await pbxOf(change.tx, change.account.id)
  if (!pbx.has) return refuse('no-pbx')
  if (pbx.extensions.length >= mostExtensions) return refuse('too-many')
  const id = randomUUID()
  const found = checked(id, typed, pbx)
  if (!found.ok) return found
  const { kept } = found
  await together(change.tx, [
    inserted(change, [{ id, kept }]),
    told(change, 'pbx-extension.added', id, {
      what: extensionTold({ number: kept.number, name: calledIn(pbx.members, kept) }),
    }),
  ])
  return ok({ extensionId: id })
}

/**
 * Changes one. Of two who edit at once the second is told. Refuses `removed`, naming who removed it, and what the rules
 * refuse, by its field.
 */
export async function editExtension(
  change: AccountChange,
  id: string,
  shown: PbxValues,
  typed: PbxValues,
): Promise<Result<Edited<PbxField>, PbxRefusal | 'removed' | 'not-found'> | Faulty> {
  const { tx, account, partnerId } = change
  const one = await extensionOf(tx, account.id, id)
  if (!one) return refuse('not-found')
  if (one.removed) return refuse('removed', { state: 'removed', by: one.removed.by })
  const pbx = await pbxOf(tx, account.id)
  if (!pbx.has) return refuse('no-pbx')
  const found = checked(id, typed, pbx)
  // Who was overtaken is told that first: what they typed may fit what is there by now.
  const overtaken = pbxFields.some(field => shown[field] !== one.values[field])
  if (!found.ok && !overtaken) return found
  const subject = {
    id,
    action: 'pbx-extension.updated',
    what: extensionTold(one),
    called: (field: string, value: string) => calledText(pbx, field, value),
    where: { accountId: account.id },
    partnerId,
  } as const
  const values = { shown, stored: one.values, typed: found.ok ? found.values : typed }
  return ok(
    await applyEdit(change, subject, pbxFields, values, () =>
      found.ok ? [rewritten(change, [{ id, kept: found.kept }])] : [],
    ),
  )
}

/** People and profiles stand in the history by their names. */
export function calledText({ members, profiles }: Pbx, field: string, value: string): string {
  const named = field === 'member' ? members : field === 'profile' ? profiles : []
  return named.find(one => one.id === value)?.name ?? value
}

/**
 * Sets or replaces the PIN of an extension's voicemail; nobody is shown it again. Refuses digits that can't be one, an
 * extension without voicemail, and `removed`, naming who removed it.
 */
export async function setPin(
  change: AccountChange,
  id: string,
  pin: string,
  secret: string,
): Promise<Result<null, PinRefusal | 'no-voicemail' | 'removed' | 'not-found'>> {
  const { tx, account } = change
  const one = await extensionOf(tx, account.id, id)
  if (!one) return refuse('not-found')
  if (one.removed) return refuse('removed', { state: 'removed', by: one.removed.by })
  if (!one.voicemail) return refuse('no-voicemail')
  const refused: PinRefusal | null = refusedAsPin(pin, one.number)
  if (refused) return refuse(refused) as Refused<PinRefusal>
  const key = randomUUID()
  await together(tx, [
    {
      query: sql`(update pbx_extension set pin_key = ${key}, pin_mark = ${pinMark(id, key, pin, secret)},
          pin_set_at = clock_timestamp()
        where id = ${id}::uuid and account_id = ${account.id}::uuid and ended_at is null and voicemail returning id)`,
      rows: 1,
    },
    told(change, 'pbx-extension.pin-set', id, { what: extensionTold(one) }),
  ])
  return ok(null)
}
