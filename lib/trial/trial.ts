import { daysBefore } from '#lib/day-span.ts'

/** What the provider's systems say of a trial; that one is over is read off the calendar. */
export const givenTrialStates = ['running', 'converted', 'cancelled'] as const
/** `refused`: it was begun in the portal, and they did not take it. */
export const storedTrialStates = [...givenTrialStates, 'refused'] as const
export type StoredTrialState = (typeof storedTrialStates)[number]

export const trialStates = ['running', 'ended', 'converted', 'cancelled', 'refused'] as const
export type TrialState = (typeof trialStates)[number]

export const mostTrialDays = 365

/** How a trial stands on a day where the account is. On the day on which it ends it is over. */
export function trialStateOn(
  { state, endsOn }: { readonly state: StoredTrialState; readonly endsOn: string },
  today: string,
): TrialState {
  return state === 'running' && endsOn <= today ? 'ended' : state
}

/** The day on which a trial that begins today is over. */
export function trialEnd(today: string, days: number): string {
  return daysBefore(today, -days)
}
