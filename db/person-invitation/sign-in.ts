import type { EmailAddress } from '#lib/email.ts'
import type { Language } from '#lib/language.ts'
import { readToken } from '#lib/person-invitation/link.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import { hasMicrosoftLink } from '../microsoft/has-link.ts'
import { newPerson } from '../person/add.ts'
import type { SessionPlace } from '../sign-in/session.ts'
import type { HeldLink } from './answer.ts'
import { isOpenNow } from './clock.ts'
import { loadPersonInvitations } from './load.ts'

// Whoever is invited and has no sign-in yet makes one. Nobody who has one is changed by it in any way.

interface Newcomer {
  readonly name: string
  readonly language: Language
}

/**
 * A sign-in for the address to which the invitation's letter went: whoever holds the letter's own link has that mailbox.
 * Refuses `has-sign-in`: somebody signs in with that address already, by password or with Microsoft; `not-found`: no such link opens
 * anything.
 */
export async function signInByLetter(
  tx: Tx,
  place: SessionPlace,
  link: HeldLink,
  { hash, ...newcomer }: Newcomer & { readonly hash: string },
  secret: string,
): Promise<Result<{ readonly personId: string }, 'has-sign-in' | 'not-found'>> {
  const found = await openBy(tx, place, link, secret)
  if (found?.way !== 'letter' || !found.email) return refuse('not-found')
  const { providerId, brandingDomainId: homeBrandId } = place
  await newPerson(tx, providerId, { ...newcomer, email: found.email, timeZone: found.zone, homeBrandId })
  const answer = await tx.$client.query<{ id: string }>(
    `update person p set password_hash = $3 where provider_id = $1 and email_canonical = $2 and password_hash is null
      and disabled_at is null and not ${hasMicrosoftLink('p')} returning id`,
    [providerId, found.email.canonical, hash],
  )
  const personId = answer.rows[0]?.id
  return personId ? ok({ personId }) : refuse('has-sign-in')
}

/**
 * Somebody at that address can be sent a sign-in letter from now on, where nobody was known by it: at home here, with no
 * place and no password until the mailbox is proved. Refuses `other-address`, where the invitation is for another one and
 * may not be accepted with this, and `not-found` as above.
 */
export async function reachableAt(
  tx: Tx,
  place: SessionPlace,
  link: HeldLink,
  newcomer: Newcomer & { readonly email: EmailAddress },
  secret: string,
): Promise<Result<null, 'other-address' | 'not-found'>> {
  const found = await openBy(tx, place, link, secret)
  if (!found) return refuse('not-found')
  if (found.email && !found.anyAddress && found.email.canonical !== newcomer.email.canonical)
    return refuse('other-address')
  const { providerId, brandingDomainId: homeBrandId } = place
  await newPerson(tx, providerId, { ...newcomer, timeZone: found.zone, homeBrandId })
  return ok(null)
}

/** The open invitation of which this is the newest link. */
export async function openBy(
  tx: Tx,
  { providerId }: SessionPlace,
  { token, invitationId }: HeldLink,
  secret: string,
) {
  const [found] = await loadPersonInvitations(tx, `i.id = $1 and i.provider_id = $2 and ${isOpenNow('i')}`, [
    invitationId,
    providerId,
  ])
  const read = found && readToken(token, found, secret)
  if (!found || read?.is !== 'current') return null
  const { email: address, emailCanonical: canonical, anyAddress, zone } = found
  return { way: read.way, anyAddress, zone, email: address && canonical ? { address, canonical } : null }
}
