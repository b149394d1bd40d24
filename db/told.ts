import type { EventAction, EventFacts } from '#lib/history/event.ts'
import type { AccountChange } from './change.ts'
import { recorded } from './events.ts'
import type { Write } from './write.ts'

/** What is done on an account stands in its history, with the firm that did it. */
export function told(
  { tx, author, account, partnerId }: AccountChange,
  action: EventAction,
  subjectId: string,
  facts: EventFacts,
): Write {
  return recorded(tx, author, [{ action, accountId: account.id, partnerId, subjectId, facts }])
}
