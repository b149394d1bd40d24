import type { Values } from '#lib/edit.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

/** The provider's rules for access, as its edit form and the history name them. */
export const limitFields = ['longestGrantHours', 'requestLifeHours', 'reviewMonths', 'endUnanswered'] as const
export type LimitField = (typeof limitFields)[number]

/** As texts; an empty longest grant is no limit. */
export type LimitValues = Values<LimitField>

export function isLimit(field: string): field is LimitField {
  return (limitFields as readonly string[]).includes(field)
}

export interface Limits {
  /** The longest access that an account may give; null = any, also for good. */
  readonly longestGrantHours: number | null
  /** How long a request waits for an answer. */
  readonly requestLifeHours: number
  /** After how many months access without an end is looked at again. */
  readonly reviewMonths: number
  /** Whether access ends whose review nobody answers. */
  readonly endUnanswered: boolean
}

export const usualLimits: Limits = {
  longestGrantHours: null,
  requestLifeHours: 168,
  reviewMonths: 6,
  endUnanswered: false,
}

export function limitValues(limits: Limits): LimitValues {
  const { longestGrantHours, requestLifeHours, reviewMonths, endUnanswered } = limits
  return {
    longestGrantHours: longestGrantHours === null ? '' : String(longestGrantHours),
    requestLifeHours: String(requestLifeHours),
    reviewMonths: String(reviewMonths),
    endUnanswered: endUnanswered ? 'on' : 'off',
  }
}

export function limitsFrom(values: LimitValues): Limits {
  return {
    longestGrantHours: values.longestGrantHours === '' ? null : Number(values.longestGrantHours),
    requestLifeHours: Number(values.requestLifeHours),
    reviewMonths: Number(values.reviewMonths),
    endUnanswered: values.endUnanswered === 'on',
  }
}

export const units = ['hours', 'days'] as const
export type Unit = (typeof units)[number]

/** The bounds of what may be typed: ten years, 90 days, 24 months. */
export const longestLimitHours = 3650 * 24
export const longestLifeHours = 90 * 24
export const longestReview = 24

/** A span as a form shows it: in days where they are whole, and more than two. */
export function spanOf(hours: number): { readonly amount: number; readonly unit: Unit } {
  return hours > 48 && hours % 24 === 0
    ? { amount: hours / 24, unit: 'days' }
    : { amount: hours, unit: 'hours' }
}

/** A typed span in hours: a whole number from 1 on, at most `longest` hours. */
export function hoursOf(
  amount: string,
  unit: Unit,
  longest: number,
): Result<number, 'not-a-number' | 'too-large'> {
  const n = wholeIn(amount)
  if (n === null || n < 1) return refuse('not-a-number')
  const hours = unit === 'days' ? n * 24 : n
  return hours > longest ? refuse('too-large') : ok(hours)
}

export function monthsOf(amount: string): Result<number, 'not-a-number' | 'too-large'> {
  const n = wholeIn(amount)
  if (n === null || n < 1) return refuse('not-a-number')
  return n > longestReview ? refuse('too-large') : ok(n)
}

function wholeIn(text: string): number | null {
  return /^\d+$/.test(text.trim()) ? Number(text.trim()) : null
}
