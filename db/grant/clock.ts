import { type EndSpan, endSpans } from '#lib/grant/ends.ts'
import { liveGrantStates } from '#lib/grant/grant.ts'
import { unansweredHours } from '#lib/grant/review.ts'

// What holds of a grant now, as SQL: the twins of lib/grant for whatever is chosen, ordered or counted in the database.
// `g` is the grant's alias in the query; the view effective_grant says which of them open the door.

const states = liveGrantStates.map(state => `'${state}'`).join(', ')

/** The row has not ended. The clock may say otherwise; indexes of live grants are entered by this. */
export const isLiveRow = (g: string) => `${g}.state in (${states})`

/** It has not ended, neither by the row nor by the clock. */
export const isLiveNow = (g: string) =>
  `${isLiveRow(g)} and (${g}.ends_at is null or ${g}.ends_at > clock_timestamp())`

/** The row has ended. */
export const isOverRow = (g: string) => `not (${isLiveRow(g)})`

// The clock asked once, in a sub-select: asked bare it could tick between two rows, and no index is entered by that.
const now = '(select clock_timestamp())'

/** The clock has ended what the row still calls live. */
export const isOverByClock = (g: string) => `${isLiveRow(g)} and ${g}.ends_at <= ${now}`

/** It has ended, by the row or by the clock. */
export const isOverNow = (g: string) => `(${isOverRow(g)} or ${isOverByClock(g)})`

/** A moment lies in this span from now: the twin of endSpanOf in lib/grant/ends.ts. */
export function liesIn(span: EndSpan, at: string): string {
  const { after, until } = endSpans[span]
  const behind = `${at} > ${now} + interval '${after} hours'`
  return until === null ? behind : `${behind} and ${at} <= ${now} + interval '${until} hours'`
}

/** It will have ended a day from now: the filter and its tile on both sides' desks. */
export const endsToday = (g: string) => `${isLiveRow(g)} and ${liesIn('today', `${g}.ends_at`)}`

/** The twin of stateAt. */
export const stateNow = (g: string) => `case when not (${isLiveRow(g)}) then ${g}.state
    when ${g}.ends_at <= clock_timestamp() then 'expired'
    when ${g}.state = 'scheduled' and ${g}.starts_at <= clock_timestamp() then 'active' else ${g}.state end`

/** When it ended; null while it lives. */
export const endedAtNow = (g: string) =>
  `coalesce(${g}.ended_at, case when ${g}.ends_at <= clock_timestamp() then ${g}.ends_at end)`

/** Its review is due, and nobody has answered it: the twin of isReviewWanted in lib/grant/grant.ts. */
export const isReviewDue = (g: string) => `${isLiveNow(g)} and ${g}.review_at <= ${now}`

/** So for 30 days, and nothing ends by it: whom the provider sees. */
export const isUnanswered = (g: string) => `${isLiveRow(g)} and ${g}.ends_at is null
  and ${g}.review_at <= ${now} - interval '${unansweredHours} hours'`

/** An assignment `x` that holds now. */
export const isAssignedNow = (x: string) =>
  `${x}.ended_at is null and (${x}.ends_at is null or ${x}.ends_at > clock_timestamp())`
