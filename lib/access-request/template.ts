import { z } from 'zod'
import { type Giving, type GivingRefusal, type GivingRules, give } from '#lib/access/giving.ts'
import { checkGiving, durationOf, givingFields, scopeOf } from '#lib/access/giving-form.ts'
import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { durationFrom, formatDuration } from '#lib/duration.ts'
import type { Values } from '#lib/edit.ts'
import { foldedText } from '#lib/fold.ts'
import { id } from '#lib/form-fields.ts'
import { shownValues } from '#lib/hidden-fields.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { thingName } from '#lib/thing-name.ts'
import { reasonField } from './asking-form.ts'

// A request that a firm keeps ready-made. It is nothing but a convenience: what is sent with it is checked like any other.

/** More of them nobody finds their way among. */
export const mostTemplates = 50
export const longestTemplateName = 80

export interface TemplateContent extends Pick<Giving, 'scope' | 'duration'> {
  readonly name: string
  readonly reason: string
}

/** The fields by which an edit is told, old and new; the last two as they are stored. */
export const templateFields = ['name', 'reason', 'scope', 'duration'] as const
export type TemplateField = (typeof templateFields)[number]
export type TemplateValues = Values<TemplateField>

const contentFields = { name: thingName(longestTemplateName), reason: reasonField, ...givingFields }

export const addTemplateForm = z.object({ partner: id, ...contentFields }).superRefine(checkGiving)

export const editTemplateForm = z
  .object({ partner: id, template: id, shown: shownValues(templateFields), ...contentFields })
  .superRefine(checkGiving)

export const removeTemplateForm = z.object({ partner: id, template: id })

/** What the form says; null where "until a date" has no date, which the form has told. */
export function contentOf(
  input: Pick<z.infer<typeof addTemplateForm>, keyof typeof contentFields>,
): TemplateContent | null {
  const duration = durationOf(input)
  return duration && { name: input.name, reason: input.reason, scope: scopeOf(input), duration }
}

/** The same as texts, to be compared field by field. */
export function templateValues({ name, reason, scope, duration }: TemplateContent): TemplateValues {
  return { name, reason, scope: [scope.name, ...scope.pages].join(' '), duration: formatDuration(duration) }
}

/** A scope out of such a text. */
export function scopeIn(text: string): Scope {
  const [name = '', ...pages] = text.split(' ')
  return scopeFrom(name, pages)
}

/** What the fields of the form hold for such texts. */
export function typedValues({ name, reason, scope, duration }: TemplateValues) {
  const chosen = scopeIn(scope)
  const span = durationFrom(duration)
  return {
    name,
    reason,
    scope: chosen.name,
    pages: [...chosen.pages],
    duration: span.kind === 'until' ? 'until' : duration,
    until: span.kind === 'until' ? span.date : '',
  }
}

export type TemplateRefusal = GivingRefusal | 'name-taken' | 'too-many'

/** The firm's other templates, by their names. */
export interface TemplateStanding {
  readonly others: readonly string[]
}

/**
 * Whether a firm may keep such a template beside its others: no two whose names read alike but for case and accents, and
 * only what can be asked for at all today.
 */
export function keepTemplate(
  content: TemplateContent,
  { others }: TemplateStanding,
  now: Date,
  rules: GivingRules,
): Result<null, TemplateRefusal> {
  if (others.length >= mostTemplates) return refuse('too-many')
  if (others.some(name => foldedText(name) === foldedText(content.name))) return refuse('name-taken')
  const asked = give(content, null, now, rules)
  return asked.ok ? ok(null) : refuse(asked.refusal)
}
