import type { Actor } from '#lib/actor.ts'
import { canonicalOf } from '#lib/email.ts'
import type { Language } from '#lib/language.ts'
import type { LinkRefusal } from '#lib/microsoft/link.ts'
import { type AcceptRefusal, accountFits } from '#lib/person-invitation/person-invitation.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import { heldAccount } from '../microsoft/flow.ts'
import { hasMicrosoftLink } from '../microsoft/has-link.ts'
import { linkHeld } from '../microsoft/link.ts'
import { newPerson } from '../person/add.ts'
import type { SessionPlace } from '../sign-in/session.ts'
import { acceptPersonInvitation, lockAccountOf, type ShownOffer } from './answer.ts'
import { openBy } from './sign-in.ts'

interface Newcomer {
  readonly name: string
  readonly language: Language
  /** Of the browser's way to Microsoft. */
  readonly flowToken: string
  /** From which address they come. */
  readonly address: string
}

export type JoinRefusal =
  | AcceptRefusal
  | LinkRefusal
  | 'nothing-held'
  | 'has-sign-in'
  | 'replaced'
  | 'not-found'

/**
 * Whoever holds the invitation's own letter and has proved a Microsoft account makes a sign-in of both and accepts, by one
 * click: the letter proves the mailbox, and the account becomes the way in. Nobody who can sign in already is changed by it:
 * they refuse `has-sign-in`, and sign in first.
 */
export async function acceptByMicrosoft(
  tx: Tx,
  place: SessionPlace,
  link: ShownOffer,
  newcomer: Newcomer,
  secret: string,
): Promise<Result<{ readonly personId: string; readonly accountSlug: string }, JoinRefusal>> {
  const { providerId, brandingDomainId: homeBrandId } = place
  const { name, language, flowToken, address } = newcomer
  await lockAccountOf(tx, providerId, link.invitationId)
  const found = await openBy(tx, place, link, secret)
  if (found?.way !== 'letter' || !found.email) return refuse('not-found')
  const held = await heldAccount(tx, place, flowToken)
  if (!held) return refuse('nothing-held')
  const isSame = canonicalOf(held.address) === found.email.canonical
  if (!accountFits({ email: found.email.address, anyAddress: found.anyAddress }, isSame))
    return refuse('other-address')
  await newPerson(tx, providerId, { name, language, email: found.email, timeZone: found.zone, homeBrandId })
  const actor = await withoutSignIn(tx, providerId, found.email.canonical)
  if (!actor) return refuse('has-sign-in')
  const linked = await linkHeld(tx, place, flowToken, actor.personId)
  if (!linked.ok) return refuse(linked.refusal)
  const done = await acceptPersonInvitation(tx, { ...actor, address }, link, secret)
  return done.ok ? ok({ personId: actor.personId, accountSlug: done.value.accountSlug }) : done
}

/** The person of an address who has no way in but its mailbox, held to the end; null: they sign in already, or are shut out. */
async function withoutSignIn(
  tx: Tx,
  providerId: string,
  canonical: string,
): Promise<Omit<Actor, 'address'> | null> {
  const answer = await tx.$client.query<Omit<Actor, 'address'>>(
    `select p.id as "personId", p.provider_id as "providerId", p.name, p.email, p.language, p.time_zone as "timeZone",
        '' as "sessionId", clock_timestamp() as "authenticatedAt" from person p
      where p.provider_id = $1 and p.email_canonical = $2 and p.password_hash is null and p.disabled_at is null
        and not ${hasMicrosoftLink('p')} for update`,
    [providerId, canonical],
  )
  return answer.rows[0] ?? null
}
