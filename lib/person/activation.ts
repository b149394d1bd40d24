import { randomInt } from 'node:crypto'
import { keyedMark } from '../keyed-mark.ts'
import type { TokenState } from '../one-time-token.ts'

/** Why somebody is to set a password: they are new, or theirs is to be replaced. */
export const passwordPurposes = ['activation', 'reset'] as const
export type PasswordPurpose = (typeof passwordPurposes)[number]

/** How long link and temporary password of such a letter can be used, in hours. */
export const letterHours: Readonly<Record<PasswordPurpose, number>> = { activation: 72, reset: 1 }

/** What a letter's link is worth; `ended`: nothing is left that it could lead to. */
export type LinkState = TokenState | 'ended'

/**
 * What whoever holds a letter's link is told of it. Where its person has no place left to come in to, that is all there
 * is to say, whatever became of the link by itself; one that was used, or is not known here, stays that.
 */
export function linkState(state: TokenState, waiting: { readonly isOpen: boolean } | null): LinkState {
  const endsWithPlace = state === 'ready' || state === 'replaced' || state === 'expired'
  return endsWithPlace && waiting !== null && !waiting.isOpen ? 'ended' : state
}

/** Letters and digits that nobody mistakes for others when they type them from a letter. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const [groups, groupLength] = [4, 4]

/** A one-time password such as "k7mw-qx3p-9dfa-hc2v": 79 random bits. */
export function newTemporaryPassword(): string {
  const letter = () => alphabet[randomInt(alphabet.length)]
  const group = () => Array.from({ length: groupLength }, letter).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** What is stored of a temporary password: worth nothing without the secret, and for no other person. Typed in any way. */
export function hashTemporaryPassword(typed: string, personId: string, secret: string): string {
  const bare = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s‐-―-]/g, '')
  return keyedMark('temporary-password', `${personId}.${bare}`, secret)
}
