import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type ResendRefusal, resending } from '#lib/delivery/cure.ts'
import { isLetterKind } from '#lib/mail/kinds.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { recorded } from '../events.ts'
import { toPerson } from '../mail/letters.ts'
import { together, type Write } from '../write.ts'
import { type LockedLetter, lockLetter } from './letter.ts'

/** How a letter went on: another one in its place, or the same one tried at once. */
export interface Resent {
  readonly how: 'anew' | 'at-once'
}

/**
 * Sends a letter again: to the same person, at the address that is theirs now, about the same facts. Like any letter it is
 * dropped where they are not so any more. One that still waits is not written twice; it is tried at once.
 */
export async function resendLetter(
  change: Change,
  letterId: string,
): Promise<Result<Resent, ResendRefusal | 'not-found'>> {
  const letter = await lockLetter(change.tx, change.actor.providerId, letterId)
  if (!letter) return refuse('not-found')
  const how = resending(letter.standing, letter.recipient, letter.now)
  if (!how.ok) return how
  const told = eventOf(change, letter, how.value === 'anew' ? 'letter.resent' : 'letter.hurried')
  await together(change.tx, [...(how.value === 'anew' ? writtenAnew(letter) : [triedNow(letter)]), told])
  return ok({ how: how.value })
}

/** The letter in place of another one, and the mark on that one. */
export function writtenAnew(letter: LockedLetter): readonly Write[] {
  const { kind, personId } = letter
  if (!isLetterKind(kind) || !personId) throw new Error('a letter that can’t be written again')
  const id = randomUUID()
  const anew = toPerson({
    id,
    kind,
    personId,
    subjectId: letter.subjectId,
    accountId: letter.accountId,
    occasion: `instead:${letter.id}`,
    facts: letter.facts,
  })
  return [
    { ...anew, rows: 1 },
    {
      query: sql`(update letter set replaced_by = ${id}::uuid where id = ${letter.id}::uuid and replaced_by is null returning id)`,
      rows: 1,
    },
  ]
}

/** Whoever sends it at this very moment is left alone: it is being tried. */
function triedNow(letter: LockedLetter): Write {
  return {
    query: sql`(update letter set next_attempt_at = clock_timestamp() where id = ${letter.id}::uuid and state = 'queued' returning id)`,
    rows: 1,
  }
}

export function eventOf(
  change: Change,
  letter: LockedLetter,
  action: 'letter.resent' | 'letter.hurried',
): Write {
  const { id: subjectId, accountId, kind, toName } = letter
  const facts = { what: kind, whom: toName }
  return recorded(change.tx, change.author, [{ action, accountId, partnerId: null, subjectId, facts }])
}
