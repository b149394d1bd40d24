import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import type { MembershipState } from '#lib/membership/membership.ts'
import { moved } from '#lib/membership/membership.ts'
import type { PasswordPurpose } from '#lib/person/activation.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { toPerson } from '../mail/letters.ts'
import { endAllSessions, type SessionPlace } from '../sign-in/session.ts'
import { type Spent, spendLetter, spendToken, voidTokens } from '../sign-in/token.ts'
import { together } from '../write.ts'
import { lockPerson, waitingFor } from './activation.ts'
import { tookPlatformPlace } from './platform-place.ts'

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
 * sessions and other letters end. An activation gives a first password and never another: whoever has one signs in with
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
  await endAllSessions(tx, [personId])
  await voidTokens(tx, [personId], { tokenId, purpose: using.purpose })
  if (using.purpose === 'reset') await tellOfChange(tx, personId, using.once)
  else {
    await takePlaces(tx, place.providerId, personId, using.address)
    if (!holder.again) await tookPlatformPlace(tx, place.providerId, personId, using.address)
  }
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

async function tellOfChange(tx: Tx, personId: string, once: string): Promise<void> {
  const letter = { kind: 'password-changed', subjectId: personId, accountId: null, personId } as const
  await together(tx, [toPerson({ ...letter, occasion: once })])
}

/** The accounts where the person is waited for, locked like for any change on them and in one order. */
async function lockPlaces(tx: Tx, personId: string): Promise<void> {
  await tx.$client.query(
    `select a.id from account a where a.id in (select m.account_id from membership m where m.person_id = $1 and m.state = 'invited')
      order by a.id for no key update`,
    [personId],
  )
}

interface WaitingRow {
  readonly id: string
  readonly accountId: string
  readonly account: string
  readonly kind: MembershipKind
  readonly state: MembershipState
  readonly name: string
}

/** Every place that waits becomes the person's, each with its line in the account's history. */
async function takePlaces(tx: Tx, providerId: string, personId: string, address: string): Promise<void> {
  const found = await tx.$client.query<WaitingRow>(
    `select m.id, m.account_id as "accountId", a.name as account, m.kind, m.state, p.name
      from membership m join account a on a.id = m.account_id and a.closed_at is null join person p on p.id = m.person_id
      where m.person_id = $1 and m.state <> 'removed'`,
    [personId],
  )
  const taken = found.rows.filter(({ state }) => moved(state, 'activate').ok)
  const [first] = taken
  if (!first) return
  await tx.$client.query(
    `update membership set state = 'active', version = version + 1 where id = any($1::uuid[]) and state = 'invited'`,
    [taken.map(one => one.id)],
  )
  const author = {
    providerId,
    personId,
    name: first.name,
    address,
    kind: 'account' as const,
    firm: first.account,
  }
  const events = taken.map(({ id, accountId, account, kind, name, state }) => ({
    action: 'membership.activated' as const,
    accountId,
    partnerId: null,
    subjectId: id,
    from: state,
    to: 'active',
    facts: { what: name, kind },
    author: { ...author, firm: account },
  }))
  await together(tx, [recorded(tx, author, events)])
}
