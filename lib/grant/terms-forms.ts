import { z } from 'zod'
import { isScopeName, isScopePage, type Scope, scopeNames, scopePages } from '#lib/access/scopes.ts'
import { calendarDay } from '#lib/day-fields.ts'
import { type Duration, type durationChoices, formatDuration, parseDuration } from '#lib/duration.ts'
import { checkbox, choice, chosenId, type FieldRefusal, id, lines, refuseField } from '#lib/form-fields.ts'
import { unseen } from '#lib/hidden-fields.ts'
import { type Extra, extraChoices, type TermsRefusal } from './terms.ts'

const reason = lines(1000, { required: false })
const until = calendarDay.optional()

interface Timed {
  readonly duration: string
  readonly until?: string | undefined
}

/** A date where one is meant. */
function checkTime(input: Timed, context: z.RefinementCtx): void {
  if (input.duration === 'until' && !input.until) refuseField(context, 'until', 'not-a-date')
}

/** The end and the scope that a form was shown with, as its hidden field holds them. */
export function packedTerms({ endsAt, scope }: { endsAt: Date | null; scope: Scope }): string {
  return [endsAt?.toISOString() ?? '', scope.name, ...scope.pages].join(' ')
}

const shown = z.string().transform((text, context) => {
  const [end = '', name = '', ...pages] = text.split(' ')
  const endsAt = end === '' ? null : new Date(end)
  if (isScopeName(name) && pages.every(isScopePage) && !Number.isNaN(endsAt?.getTime() ?? 0))
    return { endsAt, scope: { name, pages: pages.filter(isScopePage) } satisfies Scope }
  context.addIssue({ code: 'custom', message: 'not-a-choice' satisfies FieldRefusal })
  return z.NEVER
})

/** The end beside which more time is asked for: what the form says that it comes to is counted from there. */
const shownEnd = z
  .string('not-a-choice')
  .refine(text => !Number.isNaN(Date.parse(text)), 'not-a-choice')
  .transform(text => new Date(text))
  .meta(unseen)

/** Whoever works under a grant asks for more time. */
export const askForMoreForm = z
  .object({ partner: id, grant: id, shown: shownEnd, duration: choice(extraChoices), until, reason })
  .superRefine(checkTime)

/** So many accounts are asked, or handed on, at once: behind the locks of no more of them. */
export const mostAtOnce = 50

/** The grants that a page showed with the end that each had, in one hidden field: a field for each would be too many. */
export function packedEnds(grants: readonly { readonly id: string; readonly endsAt: Date }[]): string {
  return grants.map(({ id: of, endsAt }) => `${of}=${endsAt.toISOString()}`).join(' ')
}

const isShownEnd = /^[\da-f-]{36}=\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/
const shownEnds = z
  .string('not-a-choice')
  .transform((text, context): ReadonlyMap<string, Date> => {
    const parts = text.split(' ').filter(Boolean)
    const ends = new Map(parts.map(part => [part.slice(0, 36), new Date(part.slice(37))]))
    const isRead =
      parts.every(part => isShownEnd.test(part)) && [...ends.values()].every(end => end.getTime())
    if (isRead && ends.size <= mostAtOnce) return ends
    context.addIssue({ code: 'custom', message: 'not-a-choice' satisfies FieldRefusal })
    return z.NEVER
  })
  .meta(unseen)

/** Whoever works under several grants asks for more time under all of them. */
export const askManyForm = z
  .object({
    partner: id,
    shown: shownEnds,
    /** All that the page showed. */
    all: checkbox,
    grants: z.array(chosenId).max(mostAtOnce, 'not-a-choice').optional(),
    duration: choice(extraChoices),
    until,
    reason,
  })
  .superRefine((input, context) => {
    const meant = grantsMeant(input)
    if (meant.length === 0) refuseField(context, 'grants', 'no-customer')
    if (meant.length > mostAtOnce) refuseField(context, 'grants', 'not-a-choice')
    checkTime(input, context)
  })

/** Goes on with what did not come to its end. */
export const finishManyForm = z.object({ partner: id, round: id })

/** Each grant that is meant, once. */
export function grantsMeant(input: {
  readonly shown: ReadonlyMap<string, unknown>
  readonly all: boolean
  readonly grants?: readonly string[] | undefined
}): readonly string[] {
  const chosen = [...(input.all ? input.shown.keys() : []), ...(input.grants ?? [])]
  return [...new Set(chosen.map(one => one.toLowerCase()))]
}

/** By how much an end is to move, as it is kept until its turn comes. */
export function extraText(extra: Extra): string {
  return extra.kind === 'most' ? extra.kind : formatDuration(extra)
}

/** Reads it back; null where it is none. */
export function extraFrom(text: string): Extra | null {
  return text === 'most' ? { kind: text } : parseDuration(text)
}

/** The firm takes that back. */
export const withdrawMoreForm = z.object({ partner: id, extension: id })

/** The account gives more time: as asked in an extension, or as it likes itself. */
export const extendForm = z
  .object({
    account: id,
    grant: id,
    extension: z.union([z.literal(''), id]),
    shown,
    duration: choice(['asked', ...extraChoices]),
    until,
  })
  .superRefine(checkTime)

/** The account says no. */
export const declineMoreForm = z.object({ account: id, extension: id, reason })

/** The account gives less time: so much from now, or to the end of a day. */
export const shorterChoices = [
  '1h',
  '24h',
  '168h',
  '720h',
  'until',
] as const satisfies readonly (typeof durationChoices)[number][]
export const shortenForm = z
  .object({ account: id, grant: id, shown, duration: choice(shorterChoices), until })
  .superRefine(checkTime)

/** The account leaves less of the scope. */
export const trimForm = z
  .object({
    account: id,
    grant: id,
    shown,
    scope: choice(scopeNames),
    pages: z.array(choice(scopePages)).optional(),
  })
  .superRefine(({ scope, pages }, context) => {
    if (scope === 'chosen' && !pages?.length) refuseField(context, 'pages', 'no-page')
  })

/** The account leaves access as it is whose review is due: one, or all that the page showed. */
export const answerReviewForm = z.object({
  account: id,
  keep: z.union([z.literal('all'), id]),
  shown: z.array(id),
})

/** By how much the end is to move; null where "until a date" has no date, which the form has told. */
export function extraOf(input: Timed): Extra | { readonly kind: 'asked' } | null {
  if (input.duration === 'asked' || input.duration === 'most') return { kind: input.duration }
  return timeOf(input)
}

export function timeOf(input: Timed): Duration | null {
  return parseDuration(input.duration === 'until' ? `until:${input.until ?? ''}` : input.duration)
}

/** The field at which a refusal of an end or a scope is told; null = at none. */
export function fieldOfTerms(refusal: string, { duration }: Partial<Timed> = {}): string | null {
  const time = duration === 'until' ? 'until' : 'duration'
  const fields: Partial<Record<TermsRefusal, string>> = {
    'not-later': time,
    'not-earlier': time,
    'ends-in-the-past': time,
    'longer-than-limit': time,
    'not-less': 'scope',
    'nothing-chosen': 'pages',
  }
  const known: Readonly<Record<string, string | undefined>> = fields
  return (Object.hasOwn(known, refusal) && known[refusal]) || null
}
