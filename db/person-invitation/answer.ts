import { sql } from 'drizzle-orm'
import { rolesToOffer } from '#lib/access/offering.ts'
import type { Role } from '#lib/access/roles.ts'
import type { Actor } from '#lib/actor.ts'
import { canonicalOf } from '#lib/email.ts'
import { mayHaveBeside } from '#lib/person/beside.ts'
import { idInToken, type LinkWay, readToken } from '#lib/person-invitation/link.ts'
import {
  type AcceptRefusal,
  accept,
  type DeclineRefusal,
  decline,
} from '#lib/person-invitation/person-invitation.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { sightOf } from '../authority.ts'
import type { Tx } from '../client.ts'
import { type Author, authorOf, recorded } from '../events.ts'
import { placesHeld } from '../person/add.ts'
import { lockPerson } from '../person/password-letter.ts'
import { together, type Write } from '../write.ts'
import {
  type LoadedPersonInvitation,
  loadPersonInvitation,
  loadPersonInvitations,
  personInvitationsMoved,
  seen,
} from './load.ts'
import { outcomeLetters, personInvitationEvent } from './tell.ts'

/** What whoever answers holds: the link's token, and which invitation their page showed. */
export interface HeldLink {
  readonly token: string
  readonly invitationId: string
}

/** The same, with the mark of what that page offered (lib/person-invitation). */
export interface ShownOffer extends HeldLink {
  readonly offer: string
}

type Lost = 'replaced' | 'not-found'

/**
 * The signed-in person becomes an administrator of the account with the roles that are offered: place, invitation, history
 * and letters together. Of any number who hold the same link one wins. Refuses what lib/person-invitation refuses, telling
 * the state and by whom, with `inviter-gone` whose right it was; `replaced`: there is a newer link.
 */
export async function acceptPersonInvitation(
  tx: Tx,
  actor: Actor,
  link: ShownOffer,
  secret: string,
): Promise<Result<{ readonly accountSlug: string }, AcceptRefusal | Lost>> {
  const held = await behindLock(tx, actor.providerId, link, secret)
  if (!held.ok) return held
  const { invitation } = held.value
  await lockPerson(tx, actor.personId)
  const beside = mayHaveBeside(
    { kind: 'administrator', at: invitation.accountId },
    await placesHeld(tx, actor.personId),
  )
  const accepted = accept(
    invitation,
    {
      shown: link.offer,
      isAddressee: invitation.emailCanonical === canonicalOf(actor.email),
      beside: beside.ok ? null : beside.refusal,
      offers: await offersOfInviter(tx, invitation),
    },
    invitation.now,
  )
  if (!accepted.ok) {
    const gone = { state: 'created', by: invitation.inviterName }
    return refuse(accepted.refusal, accepted.refusal === 'inviter-gone' ? gone : seen(invitation))
  }
  const author = authorOf(actor, { kind: 'account', firm: invitation.accountName })
  await together(tx, [
    personInvitationsMoved([invitation], 'accepted', actor.personId),
    placeTaken(invitation, actor.personId, accepted.value),
    recorded(tx, author, [
      personInvitationEvent(invitation, 'person-invitation.accepted', 'accepted', {
        facts: { whom: invitation.inviterName, ...(invitation.email === null && { email: actor.email }) },
      }),
    ]),
    ...outcomeLetters(invitation, 'accepted', { ...author, personId: actor.personId }),
  ])
  return ok({ accountSlug: invitation.accountSlug })
}

/**
 * The short name of the account of which this person is an administrator because they accepted this invitation, in another
 * window perhaps; null where they did not, or are none any more.
 */
export async function acceptedBefore(
  tx: Tx,
  { personId, providerId }: Actor,
  invitationId: string,
): Promise<string | null> {
  const answer = await tx.$client.query<{ slug: string }>(
    `select a.slug from person_invitation i join account a on a.id = i.account_id and a.closed_at is null
      join membership m on m.account_id = a.id and m.person_id = i.decided_by and m.kind = 'administrator' and m.state = 'active'
      where i.id = $1 and i.provider_id = $2 and i.state = 'accepted' and i.decided_by = $3`,
    [invitationId, providerId, personId],
  )
  return answer.rows[0]?.slug ?? null
}

/**
 * Says no: whoever is signed in, or whoever holds the letter's own link, who has the mailbox for which it is. A link that
 * was handed over is turned down only by somebody who can be named, and what is bound to an address by nobody who is
 * signed in with another.
 */
export async function declinePersonInvitation(
  tx: Tx,
  {
    providerId,
    actor,
    address,
  }: { readonly providerId: string; readonly actor: Actor | null; readonly address: string },
  link: HeldLink,
  secret: string,
): Promise<Result<null, DeclineRefusal | Lost>> {
  const held = await behindLock(tx, providerId, link, secret)
  if (!held.ok) return held
  const { invitation, way } = held.value
  const email = way === 'letter' ? invitation.email : null
  if (!actor && !email) return refuse('not-allowed')
  const isAddressee = actor === null || invitation.emailCanonical === canonicalOf(actor.email)
  const next = decline(invitation, isAddressee, invitation.now)
  if (!next.ok) return refuse(next.refusal, seen(invitation))
  const nobody: Author = { providerId, personId: null, name: email ?? '', firm: '', kind: 'account', address }
  const author = actor ? authorOf(actor, { kind: 'account', firm: '' }) : nobody
  await together(tx, [
    personInvitationsMoved([invitation], next.value, author.personId),
    recorded(tx, author, [
      personInvitationEvent(invitation, 'person-invitation.declined', next.value, {
        facts: { whom: invitation.inviterName },
      }),
    ]),
    ...outcomeLetters(invitation, 'declined', author),
  ])
  return ok(null)
}

/** The account's lock first: changes on one account happen one after the other. */
async function behindLock(
  tx: Tx,
  providerId: string,
  { token, invitationId }: HeldLink,
  secret: string,
): Promise<Result<{ readonly invitation: LoadedPersonInvitation; readonly way: LinkWay }, Lost>> {
  if (idInToken(token) !== invitationId) return refuse('replaced')
  await lockAccountOf(tx, providerId, invitationId)
  const [invitation] = await loadPersonInvitations(tx, 'i.id = $1 and i.provider_id = $2', [
    invitationId,
    providerId,
  ])
  if (!invitation) return refuse('not-found')
  const read = readToken(token, invitation, secret)
  return read.is === 'current'
    ? ok({ invitation, way: read.way })
    : refuse(read.is === 'replaced' ? 'replaced' : 'not-found')
}

/** Holds the account of an invitation, before anything else that its answer needs. */
export async function lockAccountOf(tx: Tx, providerId: string, invitationId: string): Promise<void> {
  await tx.$client.query(
    `select 1 from account a where a.closed_at is null and a.id =
      (select account_id from person_invitation where id = $1 and provider_id = $2) for no key update`,
    [invitationId, providerId],
  )
}

/** What whoever invited may give at this moment, by the one access check. */
export async function offersOfInviter(
  tx: Tx,
  { invitedBy: personId, providerId, accountId, products }: LoadedPersonInvitation,
): Promise<readonly Role[]> {
  const sight = await sightOf(tx, { personId, providerId }, { id: accountId })
  return sight ? rolesToOffer(sight.authority, products) : []
}

/** Whether nobody can accept it, because whoever invited may not give these roles any more. */
export async function isInviterGone(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const invitation = await loadPersonInvitation(tx, id, { accountId })
  const offers = invitation ? await offersOfInviter(tx, invitation) : []
  return invitation?.roles.some(role => !offers.includes(role)) ?? false
}

function placeTaken(
  { providerId, accountId }: LoadedPersonInvitation,
  personId: string,
  roles: readonly Role[],
): Write {
  return {
    query: sql`(insert into membership (provider_id, account_id, person_id, kind, state, roles)
      values (${providerId}::uuid, ${accountId}::uuid, ${personId}::uuid, 'administrator', 'active',
        ${`{${roles.join(',')}}`}::text[]) returning id)`,
    rows: 1,
  }
}
