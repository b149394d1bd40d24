import type { Actor } from '../actor.ts'

/** How long a proof of who somebody is stays good for acts that can do lasting harm. */
export const recentMinutes = 15

/** Whether this person must prove again who they are before such an act: see app/confirm. `now` is the database's. */
export function needsConfirmation(actor: Pick<Actor, 'authenticatedAt'>, now: Date): boolean {
  return now.getTime() - actor.authenticatedAt.getTime() >= recentMinutes * 60_000
}
