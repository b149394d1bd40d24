import type { EventFacts } from './event.ts'

/** An event as the history shows it. */
export interface HistoryEntry {
  /** Where it stands in the history; for paging. */
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly firm: string
  readonly side: 'account' | 'partner' | 'provider' | 'portal'
  readonly action: string
  readonly from: string | null
  readonly to: string | null
  readonly reason: string
  /** Empty where it is not known, or not for this reader. */
  readonly address: string
  readonly facts: EventFacts
  /** The account that it was about, where the history is not one account's own. */
  readonly accountName?: string | null
}

/** A firm that a history can be narrowed to. */
export interface HistoryFirm {
  readonly slug: string
  readonly name: string
}

/** Which page: what happened before an entry, after it, or the newest of all. */
export type HistoryPosition = { readonly before: string } | { readonly after: string } | null

const eventId = /^[1-9]\d{0,17}$/

/** Reads the page from an address; what is no page is the newest. */
export function positionIn(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): HistoryPosition {
  const { before, after } = query
  if (typeof before === 'string' && eventId.test(before)) return { before }
  return typeof after === 'string' && eventId.test(after) ? { after } : null
}
