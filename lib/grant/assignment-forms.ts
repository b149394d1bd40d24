import { z } from 'zod'
import { checkGiving, durationOf, givingFields, scopeOf } from '#lib/access/giving-form.ts'
import { type Scope, scopeNames } from '#lib/access/scopes.ts'
import type { Duration } from '#lib/duration.ts'
import { choice, chosenId, type FieldRefusal, id, lines } from '#lib/form-fields.ts'
import { button, unseen } from '#lib/hidden-fields.ts'
import type { AssignmentRefusal } from './assignment-words.ts'
import { mostAtOnce } from './terms-forms.ts'

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
    ...givingFields,
    duration: choice(assignedTimes),
  })
  .superRefine(checkGiving)

/** How much of several accesses at once: all that each gives, or the same part of every one. */
export const wholeScope = 'whole'

/** The same for one technician and several accesses. */
export const assignManyForm = z
  .object({
    partner: id,
    staff: id,
    shown: versions,
    grants: z.array(chosenId, 'required').min(1, 'required').max(mostAtOnce, 'not-a-choice'),
    ...givingFields,
    duration: choice(assignedTimes),
    scope: choice([wholeScope, ...scopeNames]),
  })
  .superRefine(checkGiving)

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

/** The part of each of several that was chosen; null = all that each gives. */
export function partAssigned({ scope, pages }: z.output<typeof assignManyForm>): Scope | null {
  return scope === wholeScope ? null : scopeOf({ scope, pages })
}

/** The time that was chosen; null = as long as the firm has the access. */
export function timeAssigned(input: Parameters<typeof durationOf>[0]): Duration | null {
  return input.duration === 'whole' ? null : durationOf(input)
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
