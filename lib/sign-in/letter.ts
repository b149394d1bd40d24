import type { TokenState } from '../one-time-token.ts'

/** How long a sign-in letter's link and code, and a hand-over's ticket, can be used. */
export const letterMinutes = 10
export const ticketSeconds = 60

/** A token's row as far as its state goes. */
export interface TokenFacts {
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly usedAt: Date | null
  readonly flowHash: string | null
}

/**
 * The state of a token on the database's clock. One that was replaced ends at the moment of its making, so that it can
 * be told from one that ran out. `flowHash` is that of the browser which shows the token; a token bound to a browser is
 * `elsewhere` in any other.
 */
export function tokenState(token: TokenFacts | null, flowHash: string | null, now: Date): TokenState {
  if (!token) return 'unknown'
  if (token.usedAt) return 'used'
  if (token.expiresAt <= token.createdAt) return 'replaced'
  if (token.expiresAt <= now) return 'expired'
  return token.flowHash === null || token.flowHash === flowHash ? 'ready' : 'elsewhere'
}
