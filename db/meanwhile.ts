import type { EventAction, EventFacts } from '#lib/history/event.ts'
import type { Meanwhile } from '#lib/overtaken.ts'
import type { Tx } from './client.ts'

interface Row {
  readonly by: string
  readonly firm: string
  readonly at: Date
  readonly changes: EventFacts['changes'] | null
}

/** In whose history the edits of a thing stand: an account's, or, of what belongs to no account, the provider's. */
export type Where = { readonly accountId: string } | { readonly providerId: string }

/**
 * Who changed these fields last, and when: the newest event of each. Read only where somebody was overtaken, so what is
 * looked for stands at the end of the history. Fields that the history does not name come last, without a name.
 */
export async function whoChanged<Field extends string>(
  tx: Tx,
  of: Where & { readonly subjectId: string; readonly action: EventAction },
  fields: readonly Field[],
): Promise<readonly Meanwhile<Field>[]> {
  const [where, owner] =
    'accountId' in of
      ? ['account_id = $1', of.accountId]
      : ['provider_id = $1 and account_id is null', of.providerId]
  const answer = await tx.$client.query<Row>(
    `select actor_name as by, actor_firm as firm, at, data->'changes' as changes from event
      where ${where} and action = $2 and subject_id = $3 order by id desc limit 20`,
    [owner, of.action, of.subjectId],
  )
  const left = new Set<Field>(fields)
  const found: Meanwhile<Field>[] = []
  for (const { by, firm, at, changes } of answer.rows) {
    const its = [...left].filter(field => changes && Object.hasOwn(changes, field))
    if (its.length > 0) found.push({ fields: its, by, firm, at })
    for (const field of its) left.delete(field)
  }
  return left.size > 0 ? [...found, { fields: [...left], by: null, firm: '', at: null }] : found
}
