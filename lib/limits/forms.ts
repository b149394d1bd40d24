import { z } from 'zod'
import { choice, line } from '#lib/form-fields.ts'
import { shownValues } from '#lib/hidden-fields.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import {
  hoursOf,
  type LimitField,
  type LimitValues,
  limitFields,
  limitsFrom,
  longestLifeHours,
  longestLimitHours,
  longestReview,
  monthsOf,
  spanOf,
  units,
} from './limits.ts'

const amount = line(10, { required: false })

/** Amounts with their units; whether they are numbers, and not too large, is told with its own words. */
export const limitsForm = z.object({
  shown: shownValues(limitFields),
  /** `any` = also for good; `limited` = never longer than the amount beside it. */
  longest: choice(['any', 'limited']),
  longestAmount: amount.optional().transform(text => text ?? ''),
  longestUnit: choice(units),
  lifeAmount: amount,
  lifeUnit: choice(units),
  review: amount,
  /** What becomes of access whose review nobody answers: `off` = it goes on, `on` = it ends. */
  unanswered: choice(['off', 'on']),
})

export type LimitsInput = z.infer<typeof limitsForm>

/** The form's field at which each limit is told about. */
export const fieldOfLimit = {
  longestGrantHours: 'longestAmount',
  requestLifeHours: 'lifeAmount',
  reviewMonths: 'review',
  endUnanswered: 'unanswered',
} as const satisfies Record<LimitField, string>

/** The fields that can be wrong, and the most that each may be. */
export const mostOf = {
  longestAmount: longestLimitHours / 24,
  lifeAmount: longestLifeHours / 24,
  review: longestReview,
} as const
export type FaultyField = keyof typeof mostOf

export type LimitFaults = Partial<Record<FaultyField, 'not-a-number' | 'too-large'>>

/** What was typed, as the values that are stored; or what is wrong, field by field. */
export function typedLimits(
  input: Omit<LimitsInput, 'shown'>,
): Result<LimitValues, 'faults'> & { readonly faults?: LimitFaults } {
  const longest =
    input.longest === 'any'
      ? ok('' as const)
      : hoursOf(input.longestAmount, input.longestUnit, longestLimitHours)
  const life = hoursOf(input.lifeAmount, input.lifeUnit, longestLifeHours)
  const review = monthsOf(input.review)
  if (longest.ok && life.ok && review.ok)
    return ok({
      longestGrantHours: String(longest.value),
      requestLifeHours: String(life.value),
      reviewMonths: String(review.value),
      endUnanswered: input.unanswered,
    })
  const faults = {
    ...(!longest.ok && { longestAmount: longest.refusal }),
    ...(!life.ok && { lifeAmount: life.refusal }),
    ...(!review.ok && { review: review.refusal }),
  }
  return { ...refuse('faults'), faults }
}

/** Stored values as the form's own fields hold them. */
export function shownLimits(values: LimitValues): Omit<LimitsInput, 'shown'> {
  const { longestGrantHours, requestLifeHours, reviewMonths, endUnanswered } = limitsFrom(values)
  const longest = longestGrantHours === null ? null : spanOf(longestGrantHours)
  const life = spanOf(requestLifeHours)
  return {
    longest: longest ? 'limited' : 'any',
    longestAmount: longest ? String(longest.amount) : '',
    longestUnit: longest?.unit ?? 'days',
    lifeAmount: String(life.amount),
    lifeUnit: life.unit,
    review: String(reviewMonths),
    unanswered: endUnanswered ? 'on' : 'off',
  }
}
