import { hasEndUsers, type Product, products } from '#lib/access/products.ts'
import type { Money } from '#lib/money.ts'

/** People have licences of what these products hold; of a trunk or the branding nobody has one of their own. */
export const licensedProducts: readonly Product[] = products.filter(hasEndUsers)

export const periods = ['month', 'year'] as const
export type Period = (typeof periods)[number]

/** What the provider's systems say of a subscription; the rest is read off the calendar. */
export const givenStates = ['active', 'ended'] as const
/** `refused`: it was ordered in the portal, and they did not take it. */
export const storedStates = [...givenStates, 'refused'] as const
export type StoredState = (typeof storedStates)[number]

export const subscriptionStates = ['active', 'scheduled', 'ending', 'ended', 'refused'] as const
export type SubscriptionState = (typeof subscriptionStates)[number]

/** States of one that can still be changed. */
export const liveStates = ['active', 'scheduled', 'ending'] as const satisfies readonly SubscriptionState[]

export const mostQuantity = 10_000
export const mostTermMonths = 120
/** How far ahead something can be ordered. */
export const mostMonthsAhead = 12
/** So long an order can be taken back before it goes to the provider's systems. */
export const undoSeconds = 120

/** What one costs, and for how long it is bought at least. `currency` by ISO 4217. */
export interface Price {
  /** In the currency's smallest unit, for each and period. */
  readonly unitPrice: number
  readonly currency: string
  readonly period: Period
  /** The shortest time for which it is bought; 0 = a period. */
  readonly termMonths: number
  /** As the provider's systems number their prices; empty where they do not. */
  readonly priceVersion: string
}

/** A price as it was shown, to travel with the form that orders at it: no order is taken at any other. */
export function priceShown({ currency, unitPrice, period, termMonths, priceVersion }: Price): string {
  return JSON.stringify([currency, unitPrice, period, termMonths, priceVersion])
}

/** What so many cost in a period; `isAmount` says whether that is a sum at all. */
export function totalOf({ unitPrice, currency }: Price, quantity: number): Money {
  return { amount: unitPrice * quantity, currency }
}

/** Why something can't be ordered. */
export type OrderRefusal = 'no-such-offer' | 'other-currency' | 'past' | 'too-far' | 'too-much'

/** Why a licence can't be given. */
export type AssignRefusal = 'over' | 'nobody' | 'has-one' | 'none-free'

interface Standing {
  readonly state: StoredState
  readonly startsOn: string
  readonly endsOn: string | null
}

/** How a subscription stands on a day where the account is. On the day on which it ends it is over. */
export function stateOn({ state, startsOn, endsOn }: Standing, today: string): SubscriptionState {
  if (state === 'refused') return 'refused'
  if (state === 'ended' || (endsOn !== null && endsOn <= today)) return 'ended'
  if (startsOn > today) return 'scheduled'
  return endsOn === null ? 'active' : 'ending'
}

export function isLive(state: SubscriptionState): boolean {
  return (liveStates as readonly SubscriptionState[]).includes(state)
}

/** Why an order can't begin on a day: it is over, or further ahead than orders are taken. */
export function startRefused(starts: string, today: string): 'past' | 'too-far' | null {
  if (starts < today) return 'past'
  return starts > monthsAfter(today, mostMonthsAhead) ? 'too-far' : null
}

/** An account is billed in one currency: that of what it has. */
export function fitsCurrency(currency: string, running: readonly string[]): boolean {
  return running.length === 0 || running.includes(currency)
}

/** The day so many months later; of a month that has no such day, its last one. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

const monthsOf: Readonly<Record<Period, number>> = { month: 1, year: 12 }

/** The first day on which what begins so is renewed: behind its shortest term, or its first period. */
export function firstRenewal(
  startsOn: string,
  { period, termMonths }: Pick<Price, 'period' | 'termMonths'>,
): string {
  return monthsAfter(startsOn, Math.max(termMonths, monthsOf[period]))
}

interface Renewed {
  readonly startsOn: string
  /** Any renewal that is known. */
  readonly renewsOn: string | null
  readonly period: Period
}

/** The next renewal behind a day, where any is known; a known one that is past is followed by others, a period apart. */
export function nextRenewal({ startsOn, renewsOn, period }: Renewed, today: string): string | null {
  if (renewsOn === null || renewsOn > today) return renewsOn
  const step = monthsOf[period]
  const [from, to] = [monthCount(renewsOn), monthCount(today)]
  const steps = Math.floor((to - from) / step)
  const first = wholeDay(renewsOn, startsOn)
  const around = [steps, steps + 1, steps + 2].map(n => monthsAfter(first, n * step))
  return around.find(day => day > today) ?? null
}

/** The day of a renewal as it would be in a month that has all days: the end of a short one stands for the day of the start. */
function wholeDay(renewsOn: string, startsOn: string): string {
  const [month, date, start] = [renewsOn.slice(0, 8), renewsOn.slice(8), startsOn.slice(8)]
  return start > date && monthsAfter(`${month}${start}`, 0) === renewsOn ? `${month}${start}` : renewsOn
}

function monthCount(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

/** How many licences can be given: what is ordered and not confirmed counts only where it is less. */
export function freeLicences({
  quantity,
  confirmed,
  used,
}: {
  readonly quantity: number
  readonly confirmed: number
  readonly used: number
}): number {
  return Math.max(0, Math.min(quantity, confirmed) - used)
}
