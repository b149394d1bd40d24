import type { Actor } from './actor.ts'
import { isFarOff } from './duration.ts'

/** How long a proof of who somebody is stays good for acts that can do lasting harm. */
export const recentMinutes = 15

/** Whether this person must prove again who they are before such an act: see app/confirm. `now` is the database's. */
export function needsConfirmation(actor: Pick<Actor, 'authenticatedAt'>, now: Date): boolean {
  return now.getTime() - actor.authenticatedAt.getTime() >= recentMinutes * 60_000
}

/** Whatever gives access with no end in sight is refused so until whoever gives it has proved again who they are. */
export type ProofRefusal = 'unconfirmed'

/** Whether an end at which access is to stop (null = none) asks for a fresh proof of who gives it. */
export function asksForProof(end: Date | null, now: Date): boolean {
  return isFarOff(end, now)
}

/** Whether this person must prove again who they are before they give access until `end`; `now` is the database's. */
export function mustProve(actor: Pick<Actor, 'authenticatedAt'>, end: Date | null, now: Date): boolean {
  return asksForProof(end, now) && needsConfirmation(actor, now)
}
