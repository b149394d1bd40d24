import type { PasswordPurpose } from '#lib/person/activation.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { unlinkAll } from '../microsoft/link.ts'
import { endAllSessions, type SessionPlace } from '../sign-in/session.ts'
import { type Spent, spendLetter, spendToken, voidTokens } from '../sign-in/token.ts'
import { lockPerson } from './password-letter.ts'
import { lockPlaces, takePlaces } from './take-places.ts'
import { tellOfChange } from './tell-of-change.ts'
import { waitingFor } from './waiting.ts'

/** By what somebody came: the link's token, or the letter whose temporary password they typed. */
export type Key = { readonly token: string } | { readonly tokenId: string }

export interface Using {
  readonly purpose: PasswordPurpose
  readonly key: Key
  /** The key of the form that spends it. */
  readonly once: string
  readonly address: string
}

/**
 * Spends a letter: the person gets this password, and by an activation every place that waited for them; all their
 * sessions and other letters end, and by a reset their Microsoft accounts. An activation gives a first password and never another: whoever has one signs in with
 * it. Null = the letter can't be used; nothing has happened.
 */
export async function setPassword(
  tx: Tx,
  place: SessionPlace,
  using: Using & { readonly hash: string },
): Promise<string | null> {
  const holder = await holderOf(tx, using.key)
  if (!holder) return null
  await lockPlaces(tx, holder.personId)
  await lockPerson(tx, holder.personId)
  if (using.purpose === 'activation' && !holder.again && (await hasPassword(tx, holder.personId))) return null
  const spent = await spend(tx, place, using)
  if (!spent) return null
  const { personId, tokenId } = spent
  await tx.$client.query('update person set password_hash = $2 where id = $1', [personId, using.hash])
  if (using.purpose === 'reset' && !holder.again) await unlinkAll(tx, personId)
  await endAllSessions(tx, [personId])
  await voidTokens(tx, [personId], { tokenId, purpose: using.purpose })
  if (using.purpose === 'reset') await tellOfChange(tx, personId, using.once)
  // The first press took what the person had seen; nothing that came since is taken by the second.
  else if (!holder.again) await takePlaces(tx, place.providerId, personId, using.address)
  return personId
}

/** The same for somebody who has a password already and is signed in: they take what waits for them. */
export async function acceptPlaces(
  tx: Tx,
  place: SessionPlace,
  personId: string,
  using: { readonly token: string; readonly once: string; readonly address: string },
): Promise<boolean> {
  const theirs = await waitingFor(tx, 'activation', using.token)
  if (theirs?.personId !== personId) return false
  await lockPlaces(tx, personId)
  await lockPerson(tx, personId)
  const spent = await spendToken(tx, place, 'activation', { ...using, flow: null })
  if (!spent) return false
  await takePlaces(tx, place.providerId, personId, using.address)
  return true
}

/**
 * The same for somebody who came without the letter: signed in they are who they are, and what waits on accounts is theirs by
 * their click. False: nothing waits any more.
 */
export async function acceptOnAccounts(
  tx: Tx,
  providerId: string,
  personId: string,
  address: string,
): Promise<boolean> {
  await lockPlaces(tx, personId)
  await lockPerson(tx, personId)
  return takePlaces(tx, providerId, personId, address, 'on-accounts')
}

async function hasPassword(tx: Tx, personId: string): Promise<boolean> {
  const answer = await tx.$client.query('select 1 from person where id = $1 and password_hash is not null', [
    personId,
  ])
  return answer.rowCount === 1
}

/** Whose letter it is. `again`: it has been used, and the second press of the same button may have been the one. */
async function holderOf(
  tx: Tx,
  key: Key,
): Promise<{ readonly personId: string; readonly again: boolean } | null> {
  const [column, value] = 'token' in key ? ['token_hash', hashText(key.token)] : ['id', key.tokenId]
  const answer = await tx.$client.query<{ personId: string; again: boolean }>(
    `select person_id as "personId", used_at is not null as again from one_time_token where ${column} = $1`,
    [value],
  )
  return answer.rows[0] ?? null
}

function spend(tx: Tx, place: SessionPlace, { purpose, key, once }: Using): Promise<Spent | null> {
  if ('tokenId' in key) return spendLetter(tx, place, purpose, { tokenId: key.tokenId, once })
  return spendToken(tx, place, purpose, { token: key.token, flow: null, once })
}
