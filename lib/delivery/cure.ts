import { ok, type Result, refuse } from '#lib/result.ts'
import { conditionOf, isTrouble, type LetterStanding } from './condition.ts'

/** Whom a letter goes to, as they are by now. */
export interface Recipient {
  /** Somebody of the provider's who may still come in. */
  readonly isThere: boolean
  /** They have set a password or signed in: from then on their address is theirs to change. */
  readonly isActivated: boolean
  /** Something that is open still waits for them to activate it. */
  readonly isWaited: boolean
}

/** What becomes of a letter that is sent again: one in its place, or the next try of the same at once. */
export type Resending = 'anew' | 'at-once'

export type ResendRefusal =
  | 'own-letter'
  | 'account-sends'
  | 'taken-care-of'
  | 'arrived'
  | 'not-needed'
  | 'person-gone'
  | 'activated-already'

/** Letters that only whoever asked for them may have sent again: the link in them opens one browser alone. */
export function isOwnLetter(kind: string): boolean {
  return kind === 'sign-in-link' || kind === 'microsoft-proof'
}

/** Letters that an account’s own people send, and send again, in their own name: with each the link before it ends. */
export function isAccountsOwn(kind: string): boolean {
  return kind === 'administrator-invited'
}

/** Letters whose link brings somebody in for the first time: it may be handed over in another way, too. */
export function isInvitation(kind: string): boolean {
  return kind === 'activation'
}

/**
 * Whether and how a letter may be sent again. One that waits is not written twice, it is tried at once; one that arrived,
 * or is not true any more, is left alone.
 */
export function resending(
  letter: LetterStanding,
  recipient: Recipient,
  now: Date,
): Result<Resending, ResendRefusal> {
  if (isOwnLetter(letter.kind)) return refuse('own-letter')
  if (isAccountsOwn(letter.kind)) return refuse('account-sends')
  const condition = conditionOf(letter, now)
  if (condition === 'replaced' && !letter.isHandedOver) return refuse('taken-care-of')
  if (condition === 'dropped') return refuse('not-needed')
  if (condition !== 'replaced' && !isTrouble(condition) && condition !== 'waiting') return refuse('arrived')
  if (!recipient.isThere) return refuse('person-gone')
  if (isInvitation(letter.kind) && !recipient.isWaited)
    return refuse(recipient.isActivated ? 'activated-already' : 'person-gone')
  return ok(condition === 'stuck' || condition === 'waiting' ? 'at-once' : 'anew')
}

export type LinkRefusal = ResendRefusal | 'no-link'

/**
 * Whether a link may be made to be handed over in another way. An activation's alone: with the link of a reset whoever
 * copies it could take the place of somebody who is in already.
 */
export function handingOver(
  letter: LetterStanding,
  recipient: Recipient,
  now: Date,
): Result<null, LinkRefusal> {
  if (!isInvitation(letter.kind)) return refuse('no-link')
  const sent = resending(letter, recipient, now)
  return sent.ok ? ok(null) : sent
}

export type AddressRefusal = ResendRefusal | 'activated' | 'same-address' | 'address-taken'

/**
 * Whether the recipient's address may be put right from here. Letters about accounts go to people, so this changes the
 * person's address, and only while nobody has come in with it: an active person's address is theirs to change, from
 * within, with the new one proved and the old one told.
 */
export function correcting(
  letter: LetterStanding,
  recipient: Recipient,
  now: Date,
): Result<Resending, AddressRefusal> {
  const sent = resending(letter, recipient, now)
  if (!sent.ok) return sent
  return recipient.isActivated ? refuse('activated') : sent
}
