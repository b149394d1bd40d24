const hour = 3_600_000

/** The spans in which accesses end, counted from now in hours and as hours: more than `after`, `until` included. They meet and never overlap. */
export const endSpans = {
  today: { after: 0, until: 24 },
  week: { after: 24, until: 168 },
  month: { after: 168, until: 720 },
  later: { after: 720, until: null },
} as const
export type EndSpan = keyof typeof endSpans
export const endSpanNames = ['today', 'week', 'month', 'later'] as const satisfies readonly EndSpan[]

/** The span in which a moment lies, the twin of liesIn in db/grant/clock.ts; null for what has passed, and for no end. */
export function endSpanOf(endsAt: Date | null, now: Date): EndSpan | null {
  if (!endsAt || endsAt <= now) return null
  const hours = (endsAt.getTime() - now.getTime()) / hour
  return endSpanNames.find(span => hours <= (endSpans[span].until ?? hours)) ?? null
}

/** The end that comes first; null = never, where none of them is one. */
export function firstEnd(ends: readonly (Date | null)[]): Date | null {
  return ends.reduce((first, end) => (first && (!end || first <= end) ? first : end), null)
}
