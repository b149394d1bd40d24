import { type Changes, type Values, weigh } from '#lib/edit.ts'
import type { EventAction } from '#lib/history/event.ts'
import type { Overtook } from '#lib/overtaken.ts'
import type { Change } from './change.ts'
import { recorded } from './events.ts'
import { type Where, whoChanged } from './meanwhile.ts'
import { together, type Write } from './write.ts'

/** What an edit came to. `meanwhile`: somebody was faster, nothing is changed, and this is what the form holds now. */
export type Edited<Field extends string> = { readonly outcome: 'changed' | 'nothing' } | Overtook<Field>

export interface Subject {
  readonly id: string
  readonly action: EventAction
  /** What it is called, for whoever reads the history years later; missing where there is but one. */
  readonly what?: string
  /** How a value is told that is the key of something; values stand in the history as they are unless this says otherwise. */
  readonly called?: (field: string, value: string) => string
  /** The firm that the history is to name. */
  readonly partner?: string
  readonly where: Where
  readonly partnerId: string | null
}

/**
 * Writes an edit with one event that tells old and new field by field, unless nothing differs or somebody was faster.
 * The caller holds the lock under which all edits of the thing happen one after the other, so what was read as stored
 * is what is written over.
 */
export async function applyEdit<Field extends string>(
  { tx, author }: Change,
  subject: Subject,
  fields: readonly Field[],
  values: Readonly<Record<'shown' | 'stored' | 'typed', Values<Field>>>,
  write: (changes: Changes<Field>) => readonly Write[],
): Promise<Edited<Field>> {
  const edit = weigh(fields, values.shown, values.stored, values.typed)
  if (edit.outcome === 'nothing') return edit
  const { id: subjectId, action, what, partner, where, partnerId } = subject
  if (edit.outcome === 'meanwhile') {
    const by = await whoChanged(tx, { ...where, subjectId, action }, edit.theirs)
    return { ...edit, stored: values.stored, by }
  }
  const accountId = 'accountId' in where ? where.accountId : null
  const facts = {
    ...(what !== undefined && { what }),
    ...(partner !== undefined && { partner }),
    changes: told(edit.changes, subject.called),
  }
  await together(tx, [
    ...write(edit.changes),
    recorded(tx, author, [{ action, accountId, partnerId, subjectId, facts }]),
  ])
  return { outcome: 'changed' }
}

function told(
  changes: Readonly<Partial<Record<string, readonly [string, string]>>>,
  called: Subject['called'] = (_, value) => value,
): Record<string, readonly [string, string]> {
  const named = Object.entries(changes).flatMap(([field, change]) =>
    change ? [[field, [called(field, change[0]), called(field, change[1])] as const] as const] : [],
  )
  return Object.fromEntries(named)
}
