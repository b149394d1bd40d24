import { isSameMark } from '#lib/keyed-mark.ts'
import { hashTemporaryPassword, type PasswordPurpose } from '#lib/person/activation.ts'
import { hashText, randomText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import type { SessionPlace } from '../sign-in/session.ts'
import { lockPerson } from './password-letter.ts'

/** A letter's temporary password that fits: which letter's, and what for. */
export interface FittingLetter {
  readonly personId: string
  readonly tokenId: string
  readonly purpose: PasswordPurpose
}

/** The letter whose temporary password was typed for this person, or null. */
export async function letterOf(
  tx: Tx,
  personId: string,
  typed: string,
  secret: string,
): Promise<FittingLetter | null> {
  const answer = await tx.$client.query<FittingLetter & { hash: string }>(
    `select person_id as "personId", id as "tokenId", purpose, temporary_hash as hash from one_time_token
      where person_id = $1 and purpose in ('activation', 'reset') and temporary_hash is not null and used_at is null
        and expires_at > clock_timestamp() and expires_at > created_at`,
    [personId],
  )
  const hash = hashTemporaryPassword(typed, personId, secret)
  const fitting = answer.rows.find(row => isSameMark(row.hash, hash))
  if (!fitting) return null
  const { tokenId, purpose } = fitting
  return { personId, tokenId, purpose }
}

/** A letter that can still be used; the person's row is held, so that it can't be used meanwhile. */
const usable = 't.used_at is null and t.expires_at > clock_timestamp()'

/**
 * A link for a browser in which the temporary password was typed, beside the one in the letter and with its end:
 * whichever is used first, both are done with. Null where the letter was used in the meantime. Opens nothing but the page
 * where a password is set, on this branding domain.
 */
export async function linkBeside(tx: Tx, place: SessionPlace, letter: FittingLetter): Promise<string | null> {
  const token = randomText()
  await lockPerson(tx, letter.personId)
  const made = await tx.$client.query(
    `insert into one_time_token (provider_id, person_id, branding_domain_id, purpose, token_hash, temporary_hash, created_at, expires_at)
      select t.provider_id, t.person_id, $2, t.purpose, $3, t.temporary_hash, t.created_at, t.expires_at
      from one_time_token t where t.id = $1 and ${usable} returning id`,
    [letter.tokenId, place.brandingDomainId, hashText(token)],
  )
  return made.rowCount === 1 ? token : null
}
