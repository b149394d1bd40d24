import type { Language } from './language.ts'

/** A signed-in person, as every page and action knows them: never the row, never the session's token. */
export interface Person {
  readonly personId: string
  readonly providerId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly timeZone: string
}

/** Somebody who acts: the person, from which address, and when they last proved who they are. */
export interface Actor extends Person {
  readonly sessionId: string
  readonly address: string
  readonly authenticatedAt: Date
}

/** Whose act something is: of the account's people, of a firm's, of the provider's, or the clock's. */
export type Side = 'account' | 'partner' | 'provider' | 'portal'

/** In whose name an act is done, as the history shows it. */
export interface Standing {
  readonly kind: Side
  readonly firm: string
}
