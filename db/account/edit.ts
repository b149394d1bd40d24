import type { ChangedField } from '#lib/account/details.ts'
import type { Changes, Values } from '#lib/edit.ts'
import type { AccountChange } from '../change.ts'
import { applyEdit, type Edited, type Subject } from '../edit.ts'
import type { Write } from '../write.ts'

/** An edit of something on an account, told in its history. The account's row is locked by the door. */
export function applyAccountEdit<Field extends ChangedField>(
  change: AccountChange,
  subject: Pick<Subject, 'id' | 'action' | 'what' | 'called'>,
  fields: readonly Field[],
  values: Readonly<Record<'shown' | 'stored' | 'typed', Values<Field>>>,
  write: (changes: Changes<Field>) => readonly Write[],
): Promise<Edited<Field>> {
  const { account, partnerId } = change
  return applyEdit(change, { ...subject, where: { accountId: account.id }, partnerId }, fields, values, write)
}
