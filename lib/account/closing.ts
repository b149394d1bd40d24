import { ok, type Result, refuse } from '../result.ts'

/** An account as it stands before it is closed. */
export interface Closable {
  readonly closedAt: Date | null
  /** Names of client accounts that are open. */
  readonly openClients: readonly string[]
}

export type ClosingRefusal = 'already-closed' | 'has-clients'

/**
 * Closing is for good: an ended state never reopens, and a customer who comes back gets a new account. An account whose
 * client accounts are open stays, for they would be left without the parent that answers for them.
 */
export function close({ closedAt, openClients }: Closable): Result<'closed', ClosingRefusal> {
  if (closedAt) return refuse('already-closed')
  return openClients.length > 0 ? refuse('has-clients') : ok('closed')
}
