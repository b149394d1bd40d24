import { ok, type Result, refuse } from '#lib/result.ts'

export type BlockRefusal = 'already-blocked' | 'not-blocked'

/** Whether an account may begin, or cease, to block a firm: neither happens twice. */
export function block(blocked: boolean, wanted: boolean): Result<boolean, BlockRefusal> {
  if (blocked === wanted) return refuse(blocked ? 'already-blocked' : 'not-blocked')
  return ok(wanted)
}
