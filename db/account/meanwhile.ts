import type { ChangedField } from '#lib/account/details.ts'
import type { Meanwhile } from '#lib/account/overtaken.ts'
import type { EventAction, EventFacts } from '#lib/history/event.ts'
import type { Tx } from '../client.ts'

interface Row {
  readonly by: string
  readonly firm: string
  readonly at: Date
  readonly changes: EventFacts['changes'] | null
}

/**
 * Who changed these fields last, and when: the newest event of each. Read only where somebody was overtaken, so what is
 * looked for stands at the end of the history. Fields that the history does not name come last, without a name.
 */
export async function whoChanged<Field extends ChangedField>(
  tx: Tx,
  of: { readonly accountId: string; readonly subjectId: string; readonly action: EventAction },
  fields: readonly Field[],
): Promise<readonly Meanwhile[]> {
  const answer = await tx.$client.query<Row>(
    `select actor_name as by, actor_firm as firm, at, data->'changes' as changes from event
      where account_id = $1 and action = $2 and subject_id = $3 order by id desc limit 20`,
    [of.accountId, of.action, of.subjectId],
  )
  const left = new Set<ChangedField>(fields)
  const found: Meanwhile[] = []
  for (const { by, firm, at, changes } of answer.rows) {
    const its = [...left].filter(field => changes && Object.hasOwn(changes, field))
    if (its.length > 0) found.push({ fields: its, by, firm, at })
    for (const field of its) left.delete(field)
  }
  return left.size > 0 ? [...found, { fields: [...left], by: null, firm: '', at: null }] : found
}
