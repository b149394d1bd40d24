import { bilingual } from './language.ts'

/** What became of a one-time token, as whoever holds it is told. */
export type TokenState = 'ready' | 'unknown' | 'used' | 'replaced' | 'expired' | 'elsewhere'

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

/** Of any link: that it is not known, or has run out. What else became of it is told by what it was for. */
export const tokenStateWords = bilingual({
  en: {
    unknown: 'This link is not known here. Part of it may have been lost on the way.',
    expired: 'This link has expired.',
  },
  fr: {
    unknown: 'Ce lien n’est pas connu ici. Il a peut-être été tronqué en chemin.',
    expired: 'Ce lien a expiré.',
  },
})
