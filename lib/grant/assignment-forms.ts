import { z } from 'zod'
import { scopeNames, scopePages } from '#lib/access/scopes.ts'
import { calendarDay } from '#lib/day-fields.ts'
import { type Duration, parseDuration } from '#lib/duration.ts'
import { choice, chosenId, type FieldRefusal, id, lines, refuseField } from '#lib/form-fields.ts'
import { button, unseen } from '#lib/hidden-fields.ts'
import type { AssignmentRefusal } from './assignment-words.ts'

const wrong = 'not-a-choice' satisfies FieldRefusal

/** For how long somebody is assigned: as long as the firm has the access, or less. */
export const assignedTimes = ['whole', '1h', '24h', '168h', '720h', 'until'] as const

/** Which version of each assignment a form stood beside, as its hidden field holds them; whoever is missing had none. */
export function packedVersions(shown: readonly { readonly id: string; readonly version: number }[]): string {
  return shown.map(({ id: of, version }) => `${of}:${version}`).join(' ')
}

const isVersion = /^[0-9a-f-]{36}:\d{1,9}$/
const versions = z
  .string(wrong)
  .transform((text, context): ReadonlyMap<string, number> => {
    const parts = text.split(' ').filter(Boolean)
    if (parts.every(part => isVersion.test(part)))
      return new Map(parts.map(part => [part.slice(0, 36), Number(part.slice(37))]))
    context.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
  .meta(unseen)

/** An administrator hands an access on to technicians. */
export const assignForm = z
  .object({
    partner: id,
    grant: id,
    shown: versions,
    staff: z.array(chosenId, 'required').min(1, 'required'),
    scope: choice(scopeNames),
    pages: z.array(choice(scopePages)).optional(),
    duration: choice(assignedTimes),
    until: calendarDay.optional(),
  })
  .superRefine(({ scope, pages, duration, until }, context) => {
    if (scope === 'chosen' && !pages?.length) refuseField(context, 'pages', 'no-page')
    if (duration === 'until' && !until) refuseField(context, 'until', 'not-a-date')
  })

/** The same for one technician and several accesses, each of them whole. */
export const assignManyForm = z.object({
  partner: id,
  staff: id,
  shown: versions,
  grants: z.array(chosenId, 'required').min(1, 'required'),
})

/** An administrator takes somebody off. */
export const takeOffForm = z.object({ partner: id, grant: id, staff: id })

/** A technician asks to be assigned. */
export const askToJoinForm = z.object({ partner: id, grant: id, reason: lines(1000) })

/** What an administrator says to that. */
export const answerJoinForm = z.object({
  partner: id,
  ask: id,
  act: button(['grant', 'decline']),
  answer: lines(1000, { required: false }).optional(),
})

/** Whoever asked takes it back. */
export const withdrawJoinForm = z.object({ partner: id, ask: id })

/** The time that was chosen; null = as long as the firm has the access. */
export function timeAssigned(input: {
  readonly duration: string
  readonly until?: string | undefined
}): Duration | null {
  if (input.duration === 'whole') return null
  return parseDuration(input.duration === 'until' ? `until:${input.until ?? ''}` : input.duration)
}

/** The field at which a refusal is told; null = at none. */
export function fieldOfAssigning(
  refusal: AssignmentRefusal,
  { duration }: { readonly duration: string },
): string | null {
  const time = duration === 'until' ? 'until' : 'duration'
  const fields: Partial<Record<AssignmentRefusal, string>> = {
    'nothing-chosen': 'pages',
    'beyond-scope': 'scope',
    'ends-in-the-past': time,
    'beyond-end': time,
  }
  return fields[refusal] ?? null
}
