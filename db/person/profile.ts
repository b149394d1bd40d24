import type { Actor } from '#lib/actor.ts'
import type { Language } from '#lib/language.ts'
import { needsConfirmation } from '#lib/proof.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import { type Arriving, isStillTheirs } from '../sign-in/person.ts'
import { endSessions, type RenewedSession, renewSession } from '../sign-in/session.ts'
import { voidTokens } from '../sign-in/token.ts'
import { tellOfChange } from './tell-of-change.ts'

/** What a person may change about themselves. */
export interface Profile {
  readonly name: string
  readonly language: Language
  readonly timeZone: string
}

export async function changeProfile(tx: Tx, personId: string, profile: Profile): Promise<void> {
  await tx.$client.query('update person set name = $2, language = $3, time_zone = $4 where id = $1', [
    personId,
    profile.name,
    profile.language,
    profile.timeZone,
  ])
}

export async function changeLanguage(tx: Tx, personId: string, language: Language): Promise<void> {
  await tx.$client.query('update person set language = $2 where id = $1', [personId, language])
}

/** Whether the person must prove again who they are before they change how they come in; by the database's clock. */
export async function mustConfirm(tx: Tx, actor: Actor): Promise<boolean> {
  const answer = await tx.$client.query<{ now: Date }>('select clock_timestamp() as now')
  return needsConfirmation(actor, answer.rows[0]?.now ?? new Date())
}

/** The stored hash of the person's password, or null: they have none. */
export async function passwordHashOf(tx: Tx, personId: string): Promise<string | null> {
  const answer = await tx.$client.query<{ hash: string | null }>(
    'select password_hash as hash from person where id = $1',
    [personId],
  )
  return answer.rows[0]?.hash ?? null
}

/**
 * Gives a person a new password, who has proved the one that they have. In the same transaction all their other sessions
 * and every letter or ticket that could still sign them in end, and this session goes on under a new token, which is given
 * back. A letter tells them; `once` is the form that asked for it.
 * Refuses `not-theirs` (a reset or another tab has changed the password since it was proved) and `session-ended`; then
 * nothing has been written.
 */
export async function changePassword(
  tx: Tx,
  actor: Actor,
  proven: Pick<Arriving, 'personId' | 'passwordHash'>,
  { hash, once }: { readonly hash: string; readonly once: string },
): Promise<Result<RenewedSession, 'not-theirs' | 'session-ended'>> {
  if (!(await isStillTheirs(tx, proven))) return refuse('not-theirs')
  const renewed = await renewSession(tx, actor)
  if (!renewed) return refuse('session-ended')
  await tx.$client.query('update person set password_hash = $2 where id = $1', [actor.personId, hash])
  await endSessions(tx, actor, 'others')
  await voidTokens(tx, [actor.personId])
  await tellOfChange(tx, actor.personId, once)
  return ok(renewed)
}
