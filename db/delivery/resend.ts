import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type ResendRefusal, resending } from '#lib/delivery/cure.ts'
import { isLetterKind, type LetterKind } from '#lib/mail/kinds.ts'
import { type PasswordPurpose, passwordPurposes } from '#lib/person/activation.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { toPerson } from '../mail/letters.ts'
import { passwordLetter } from '../person/password-letter.ts'
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
  secret: string,
): Promise<Result<Resent, ResendRefusal | 'too-many-letters' | 'not-found'>> {
  const letter = await lockLetter(change.tx, change.actor.providerId, letterId)
  if (!letter) return refuse('not-found')
  const how = resending(letter.standing, letter.recipient, letter.now)
  if (!how.ok) return how
  const writes = how.value === 'anew' ? await writtenAnew(change.tx, letter, secret) : ok([triedNow(letter)])
  if (!writes.ok) return writes
  const told = eventOf(change, letter, how.value === 'anew' ? 'letter.resent' : 'letter.hurried')
  await together(change.tx, [...writes.value, told])
  return ok({ how: how.value })
}

function isPurpose(kind: string): kind is PasswordPurpose {
  return passwordPurposes.some(purpose => purpose === kind)
}

type Written = Result<readonly Write[], 'too-many-letters'>

/**
 * The letter in place of another one, and the mark on that one. A letter with a one-time secret, which was wiped once sent,
 * gets a new one, and every earlier one of its purpose opens nothing any more.
 */
export async function writtenAnew(tx: Tx, letter: LockedLetter, secret: string): Promise<Written> {
  const { kind, personId } = letter
  if (!isLetterKind(kind) || !personId) throw new Error('a letter that can’t be written again')
  const id = randomUUID()
  const letters = await lettersOf(tx, { ...letter, kind, personId }, id, secret)
  if (!letters.ok) return letters
  return ok([
    ...letters.value,
    {
      query: sql`(update letter set replaced_by = ${id}::uuid where id = ${letter.id}::uuid and (replaced_by is null or replaced_by = id) returning id)`,
      rows: 1,
    },
  ])
}

async function lettersOf(
  tx: Tx,
  letter: LockedLetter & { readonly kind: LetterKind; readonly personId: string },
  letterId: string,
  secret: string,
): Promise<Written> {
  const { kind, personId, accountId, subjectId, facts, toName } = letter
  if (isPurpose(kind)) {
    const { hasPassword } = letter
    const written = await passwordLetter(
      tx,
      { purpose: kind, personId, toName, accountId, hasPassword, replaces: true, facts, letterId },
      secret,
    )
    return written.ok
      ? ok(written.value.map((write, i) => (i === 0 ? write : { ...write, rows: 1 })))
      : written
  }
  const occasion = `instead:${letter.id}`
  return ok([
    { ...toPerson({ id: letterId, kind, personId, subjectId, accountId, occasion, facts }), rows: 1 },
  ])
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
  action: 'letter.resent' | 'letter.hurried' | 'letter.link-made',
): Write {
  const { id: subjectId, accountId, kind, toName } = letter
  const facts = { what: kind, whom: toName }
  return recorded(change.tx, change.author, [{ action, accountId, partnerId: null, subjectId, facts }])
}
