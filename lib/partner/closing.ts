import { ok, type Result, refuse } from '../result.ts'

/** Closing a firm is for good, as closing an account is: one that comes back is entered anew. Refuses `already-closed`. */
export function close(firm: { readonly closedAt: Date | null }): Result<'closed', 'already-closed'> {
  return firm.closedAt ? refuse('already-closed') : ok('closed')
}
