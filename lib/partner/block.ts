import { z } from 'zod'
import { checkbox, id, line, lines } from '#lib/form-fields.ts'
import { bilingual } from '#lib/language.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

export type BlockRefusal = 'already-blocked' | 'not-blocked'

/** Whether an account may begin, or cease, to block a firm: neither happens twice. */
export function block(blocked: boolean, wanted: boolean): Result<boolean, BlockRefusal> {
  if (blocked === wanted) return refuse(blocked ? 'already-blocked' : 'not-blocked')
  return ok(wanted)
}

/** The account blocks a firm, named by its slug; `revoke`: all that the firm holds ends too. */
export const blockForm = z.object({
  account: id,
  firm: line(100),
  reason: lines(1000, { required: false }),
  revoke: checkbox,
})
export const unblockForm = z.object({ account: id, firm: line(100) })

export const blockRefusals = bilingual({
  en: {
    'already-blocked': (by: string | null) =>
      `This partner is blocked already${by ? `, by ${by}` : ''}. Nothing was changed.`,
    'not-blocked': () => 'This partner is not blocked any more. Nothing was changed.',
  } satisfies Record<BlockRefusal, (by: string | null) => string>,
  fr: {
    'already-blocked': by => `Ce partenaire est déjà bloqué${by ? `, par ${by}` : ''}. Rien n’a été modifié.`,
    'not-blocked': () => 'Ce partenaire n’est plus bloqué. Rien n’a été modifié.',
  },
})
