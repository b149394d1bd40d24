import type { ChangedField } from '#lib/account/details.ts'
import type { Overtook } from '#lib/account/overtaken.ts'
import { type Changes, type Values, weigh } from '#lib/edit.ts'
import type { EventAction } from '#lib/history/event.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { together, type Write } from '../write.ts'
import { whoChanged } from './meanwhile.ts'

/** What an edit came to. `meanwhile`: somebody was faster, nothing is changed, and this is what the form holds now. */
export type Edited<Field extends ChangedField> = { readonly outcome: 'changed' | 'nothing' } | Overtook<Field>

interface Subject {
  readonly id: string
  readonly action: EventAction
  /** What it is called, for whoever reads the history years later. */
  readonly what: string
}

/**
 * Writes an edit with one event that tells old and new field by field, unless nothing differs or somebody was faster.
 * The account's row is locked by the door, so what was read as stored is what is written over.
 */
export async function applyEdit<Field extends ChangedField>(
  { tx, author, account, partnerId }: AccountChange,
  subject: Subject,
  fields: readonly Field[],
  values: Readonly<Record<'shown' | 'stored' | 'typed', Values<Field>>>,
  write: (changes: Changes<Field>) => readonly Write[],
): Promise<Edited<Field>> {
  const edit = weigh(fields, values.shown, values.stored, values.typed)
  if (edit.outcome === 'nothing') return edit
  const { id: subjectId, action, what } = subject
  if (edit.outcome === 'meanwhile') {
    const by = await whoChanged(tx, { accountId: account.id, subjectId, action }, edit.theirs)
    return { ...edit, stored: values.stored, by }
  }
  const facts = { what, changes: edit.changes as Record<string, readonly [string, string]> }
  await together(tx, [
    ...write(edit.changes),
    recorded(tx, author, [{ action, accountId: account.id, partnerId, subjectId, facts }]),
  ])
  return { outcome: 'changed' }
}
