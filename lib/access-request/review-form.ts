import { z } from 'zod'
import { type Scope, scopeNames, scopePages } from '#lib/access/scopes.ts'
import { type Duration, durationChoices, parseDuration } from '#lib/duration.ts'
import { calendarDay, choice, id, lines, refuseField } from '#lib/form-fields.ts'

/** The fields with which a scope and a duration are chosen, whoever chooses them. */
export const givingFields = {
  duration: choice(durationChoices),
  until: calendarDay.optional(),
  scope: choice(scopeNames),
  pages: z.array(choice(scopePages)).optional(),
}

/** What the fields say together: a date where one is meant, and something chosen where it is picked piece by piece. */
export function checkGiving({ duration, until, scope, pages }: Giving, context: z.RefinementCtx): void {
  if (duration === 'until' && !until) refuseField(context, 'until', 'not-a-date')
  if (scope === 'chosen' && !pages?.length) refuseField(context, 'pages', 'no-page')
}

export const approveForm = z.object({ account: id, request: id, ...givingFields }).superRefine(checkGiving)
export const declineForm = z.object({ account: id, request: id, reason: lines(1000, { required: false }) })
export const questionForm = z.object({ account: id, request: id, question: lines(1000) })

interface Giving {
  readonly duration: string
  readonly until?: string | undefined
  readonly scope: Scope['name']
  readonly pages?: readonly Scope['pages'][number][] | undefined
}

/** The scope that was chosen; pages count only where they are chosen one by one. */
export function scopeOf(input: Pick<Giving, 'scope' | 'pages'>): Scope {
  return { name: input.scope, pages: input.scope === 'chosen' ? [...new Set(input.pages ?? [])] : [] }
}

/** The duration that was chosen, or null where "until a date" has no date. */
export function durationOf(input: Giving): Duration | null {
  return parseDuration(input.duration === 'until' ? `until:${input.until ?? ''}` : input.duration)
}
