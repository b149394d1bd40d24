import { z } from 'zod'
import { checkGiving, fieldsOfGiving, givingFields } from '#lib/access/giving-form.ts'
import { dayAndTime } from '#lib/day-fields.ts'
import { id, line, lines, refuseField } from '#lib/form-fields.ts'
import { instantAt } from '#lib/wall-clock.ts'
import type { ApprovalRefusal, AskingRefusal } from './access-request.ts'

/** How long a reason may be, which the form tells. */
export const longestReason = 2000

/** Why access is asked for. */
export const reasonField = lines(longestReason)

/** A partner asks an account for access: of those it serves one by name, any other by the request code it was given. */
export const askForm = z
  .object({
    partner: id,
    account: line(100, { required: false }),
    requestCode: line(60, { required: false }).optional(),
    reason: reasonField,
    ...givingFields,
    ticket: line(60, { required: false }),
    /** Empty = at once. */
    starts: dayAndTime.optional(),
  })
  .superRefine((input, context) => {
    const account = accountOf(input)
    if (account === 'none') refuseField(context, 'account', 'no-account')
    if (account === 'both') refuseField(context, 'requestCode', 'two-accounts')
    checkGiving(input, context)
  })

export const withdrawForm = z.object({ partner: id, request: id })
export const answerForm = z.object({ partner: id, request: id, answer: lines(2000) })

/** Which account is meant: by its slug or its request code; or that none is named, or both are. */
export function accountOf(
  input: Pick<z.infer<typeof askForm>, 'account' | 'requestCode'>,
): { readonly slug: string } | { readonly code: string } | 'none' | 'both' {
  // Codes are handed on by telephone and on paper: case, blanks and hyphens are nobody's fault.
  const code = (input.requestCode ?? '')
    .replaceAll(/\s/g, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .toUpperCase()
  if (input.account && code) return 'both'
  if (input.account) return { slug: input.account }
  return code ? { code } : 'none'
}

/** How often one person may try request codes: each try counts, right or wrong. */
export function codeTries({ personId }: { readonly personId: string }) {
  return [{ key: `request-code:${personId}`, points: 20, seconds: 3600 }] as const
}

/** The agreed start as an instant, read in `zone`; null = at once. */
export function startOf(input: Pick<z.infer<typeof askForm>, 'starts'>, zone: string): Date | null {
  return input.starts ? instantAt(input.starts, zone) : null
}

/** The field at which a refusal of a scope, a duration or a start is told. */
export function fieldOfRefusal(refusal: AskingRefusal | ApprovalRefusal | 'unknown-account'): string | null {
  const fields: Partial<Record<typeof refusal, string>> = {
    'unknown-account': 'account',
    blocked: 'account',
    'invited-already': 'account',
    'already-open': 'account',
    'declined-recently': 'account',
    'asked-too-often': 'account',
    'more-than-asked': 'scope',
    'starts-in-the-past': 'starts',
    'starts-too-late': 'starts',
    ...fieldsOfGiving,
  }
  return fields[refusal] ?? null
}
