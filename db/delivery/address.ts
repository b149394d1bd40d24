import { sql } from 'drizzle-orm'
import { type AddressRefusal, correcting } from '#lib/delivery/cure.ts'
import type { EmailAddress } from '#lib/email.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { recorded } from '../events.ts'
import { codeOf } from '../faults.ts'
import { voidTokens } from '../sign-in/token.ts'
import { licencesMoved } from '../subscription/moved.ts'
import { together } from '../write.ts'
import { type LockedLetter, lockLetter, recipientColumns } from './letter.ts'
import { writtenAnew } from './resend.ts'

/**
 * Puts right the address of somebody who has never come in, and writes the letter to the new one. Whatever went to the
 * old address opens nothing any more, and what still waited for it is not sent there. The licences that they have go along.
 */
export async function correctAddress(
  change: Change,
  letterId: string,
  email: EmailAddress,
  secret: string,
  connected: boolean,
): Promise<Result<null, AddressRefusal | 'too-many-letters' | 'not-found'>> {
  const { tx, actor } = change
  const letter = await lockLetter(tx, actor.providerId, letterId)
  if (!letter?.personId) return letter ? refuse('person-gone') : refuse('not-found')
  const person = await lockPerson(change, letter.personId)
  if (!person) return refuse('person-gone')
  const allowed = correcting(letter.standing, person, letter.now)
  if (!allowed.ok) return allowed
  if (person.canonical === email.canonical) return refuse('same-address')
  if (!(await readdressed(change, letter.personId, email))) return refuse('address-taken')
  await voidTokens(tx, [letter.personId])
  await dropWaiting(change, letter.personId)
  const licences = await licencesMoved(change, letter.personId, person.canonical, email.canonical)
  const written = await writtenAnew(tx, letter, secret)
  if (!written.ok) return written
  await together(tx, [
    ...written.value,
    ...(connected ? licences : []),
    event(change, letter, person.address, email.address),
  ])
  return ok(null)
}

interface LockedPerson {
  readonly isThere: boolean
  readonly isActivated: boolean
  readonly isWaited: boolean
  readonly address: string
  readonly canonical: string
}

/** Nobody sets a password or signs in between this and the end of the transaction. */
async function lockPerson({ tx, actor }: Change, personId: string): Promise<LockedPerson | null> {
  const answer = await tx.$client.query<LockedPerson>(
    `select ${recipientColumns}, p.email as address, p.email_canonical as canonical
      from person p where p.provider_id = $1 and p.id = $2 for update`,
    [actor.providerId, personId],
  )
  return answer.rows[0] ?? null
}

/** The database's own rule decides whether the address is free; false where it is not. */
async function readdressed({ tx }: Change, personId: string, email: EmailAddress): Promise<boolean> {
  await tx.$client.query('savepoint readdressed')
  try {
    await tx.$client.query('update person set email = $2, email_canonical = $3 where id = $1', [
      personId,
      email.address,
      email.canonical,
    ])
    return true
  } catch (error) {
    if (codeOf(error) !== '23505') throw error
    await tx.$client.query('rollback to savepoint readdressed')
    return false
  }
}

async function dropWaiting({ tx }: Change, personId: string): Promise<void> {
  await tx.execute(
    sql`update letter set state = 'dropped', drop_reason = 'address-changed', secret = null, lease_until = null, frozen = null
      where person_id = ${personId}::uuid and state = 'queued'`,
  )
}

function event({ tx, author }: Change, letter: LockedLetter, before: string, after: string) {
  const { accountId, toName: whom, personId } = letter
  const changes = { email: [before, after] } as const
  return recorded(tx, author, [
    {
      action: 'person.address-corrected',
      accountId,
      partnerId: null,
      subjectId: personId ?? letter.id,
      facts: { whom, changes },
    },
  ])
}
