import { z } from 'zod'
import { calendarDay } from '#lib/day-fields.ts'
import { type Duration, durationChoices, parseDuration } from '#lib/duration.ts'
import { choice, refuseField } from '#lib/form-fields.ts'
import type { GivingRefusal } from './giving.ts'
import { type Scope, scopeNames, scopePages } from './scopes.ts'

/** The fields with which a scope and a duration are chosen, whoever chooses them. */
export const givingFields = {
  duration: choice(durationChoices),
  until: calendarDay.optional(),
  scope: choice(scopeNames),
  pages: z.array(choice(scopePages)).optional(),
}

/** What the fields say together: a date where one is meant, and something chosen where it is picked piece by piece. */
export function checkGiving(
  { duration, until, scope, pages }: Omit<GivingInput, 'scope'> & { readonly scope: string },
  context: z.RefinementCtx,
): void {
  if (duration === 'until' && !until) refuseField(context, 'until', 'not-a-date')
  if (scope === 'chosen' && !pages?.length) refuseField(context, 'pages', 'no-page')
}

export interface GivingInput {
  readonly duration: string
  readonly until?: string | undefined
  readonly scope: Scope['name']
  readonly pages?: readonly Scope['pages'][number][] | undefined
  /** Ticked: also on the client accounts. */
  readonly clients?: boolean
}

/** The scope that was chosen; pages count only where they are chosen one by one. */
export function scopeOf(input: Pick<GivingInput, 'scope' | 'pages'>): Scope {
  return { name: input.scope, pages: input.scope === 'chosen' ? [...new Set(input.pages ?? [])] : [] }
}

/** The duration that was chosen, or null where "until a date" has no date. */
export function durationOf(input: Pick<GivingInput, 'duration' | 'until'>): Duration | null {
  return parseDuration(input.duration === 'until' ? `until:${input.until ?? ''}` : input.duration)
}

/** The field at which each refusal of what was chosen is told. */
export const fieldsOfGiving: Readonly<Record<GivingRefusal, string>> = {
  'nothing-chosen': 'pages',
  'ends-in-the-past': 'until',
  'longer-than-limit': 'duration',
}

/** What was chosen, for an address that brings it back once who chose it has proved again who they are. */
export function chosenQuery(input: GivingInput): URLSearchParams {
  const chosen = new URLSearchParams({ duration: input.duration, scope: input.scope })
  if (input.until) chosen.set('until', input.until)
  for (const page of scopeOf(input).pages) chosen.append('pages', page)
  if (input.clients) chosen.set('clients', 'on')
  return chosen
}
