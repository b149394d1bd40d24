// Access without an end is looked at again from time to time: kept, trimmed or ended. Nobody is kept from working meanwhile.

const hour = 3_600_000

/** An account that has not answered by then is flagged; where the provider says so, the access ends instead. */
export const unansweredHours = 720

/** The day of the next review: so many months of the calendar on, on the last day of a month that is too short. */
export function reviewAfter(from: Date, months: number): Date {
  const next = new Date(from)
  next.setUTCMonth(next.getUTCMonth() + months)
  if (next.getUTCDate() !== from.getUTCDate()) next.setUTCDate(0)
  return next
}

interface Reviewed {
  readonly endsAt: Date | null
  readonly reviewAt?: Date | null
}

/** When a review falls due, and when it counts as unanswered; nothing where none is meant. */
export function reviewMoments({ reviewAt, endsAt }: Reviewed): readonly Date[] {
  return reviewAt && !endsAt ? [reviewAt, unansweredFrom(reviewAt)] : []
}

export function unansweredFrom(reviewAt: Date): Date {
  return new Date(reviewAt.getTime() + unansweredHours * hour)
}

export type ReviewStage = 'due' | 'unanswered'

/** How far a review has come at `now`; null = none is due. What has an end of another kind needs none. */
export function reviewStage({ reviewAt }: Pick<Reviewed, 'reviewAt'>, now: Date): ReviewStage | null {
  if (!reviewAt || reviewAt > now) return null
  return unansweredFrom(reviewAt) <= now ? 'unanswered' : 'due'
}

/**
 * The end that access gets whose review nobody has answered, where the provider has such access end: 30 days from when
 * the account is told of it, never from before. See docs/decisions/0039.
 */
export function endUnlessAnswered(toldAt: Date): Date {
  return unansweredFrom(toldAt)
}

/** Whether the end is such a one: it goes away when the review is answered. */
export function endsUnlessAnswered({ reviewAt, endsAt }: Reviewed): boolean {
  return Boolean(reviewAt && endsAt)
}

/** What an answer to a review that is due makes of end and next review; what is not due stays as it is. */
export function answered<Terms extends Reviewed & { readonly reviewAt: Date | null }>(
  terms: Terms,
  now: Date,
  months: number,
): { readonly endsAt: Date | null; readonly reviewAt: Date | null } {
  const { endsAt, reviewAt } = terms
  if (!reviewStage(terms, now)) return { endsAt, reviewAt }
  return { endsAt: null, reviewAt: reviewAfter(now, months) }
}

export type ReviewLetter = 'review-due' | 'review-unanswered'

/**
 * What the sweep makes of a live grant's review at `now`: the end that it gets, where the provider has such access end
 * and nobody was told so yet, and the letter to the account.
 */
export function reviewVerdict(
  grant: Reviewed & { readonly reviewAt: Date | null },
  endUnanswered: boolean,
  now: Date,
): { readonly endsAt: Date | null; readonly letter: ReviewLetter | null } {
  const stage = grant.endsAt ? null : reviewStage(grant, now)
  if (!stage) return { endsAt: null, letter: null }
  if (endUnanswered) return { endsAt: endUnlessAnswered(now), letter: 'review-due' }
  return { endsAt: null, letter: stage === 'due' ? 'review-due' : 'review-unanswered' }
}
