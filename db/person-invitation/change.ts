import { sql } from 'drizzle-orm'
import { inOrder, rolesToOffer } from '#lib/access/offering.ts'
import type { EmailAddress } from '#lib/email.ts'
import {
  type AnewRefusal,
  anew,
  lapsingFrom,
  type MoveRefusal,
  mayOffer,
  move,
  type OfferRefusal,
  stateAt,
} from '#lib/person-invitation/person-invitation.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { together, type Write } from '../write.ts'
import { isOpenRow } from './clock.ts'
import { type LoadedPersonInvitation, loadPersonInvitation, personInvitationsMoved, seen } from './load.ts'
import { invitationLetter, personInvitationEvent } from './tell.ts'

// What the account does with an invitation that is open.

/** Takes it back: its link opens nothing any more. */
export async function cancelPersonInvitation(
  change: AccountChange,
  id: string,
): Promise<Result<null, MoveRefusal | 'not-found'>> {
  const invitation = await loadPersonInvitation(change.tx, id, { accountId: change.account.id })
  if (!invitation) return refuse('not-found')
  const next = move(invitation, 'cancel', 'account', invitation.now)
  if (!next.ok) return refuse(next.refusal, seen(invitation))
  await together(change.tx, [
    personInvitationsMoved([invitation], next.value, change.actor.personId),
    recorded(change.tx, change.author, [
      personInvitationEvent(invitation, 'person-invitation.cancelled', next.value),
    ]),
  ])
  return ok(null)
}

/**
 * Gives it a new link and seven days more, on the word of whoever does it now; every link before leads nowhere. One that is
 * for an address is sent there: to another one from now on where `to` says so.
 */
export async function renewPersonInvitation(
  change: AccountChange,
  id: string,
  to: EmailAddress | null,
  secret: string,
): Promise<Result<{ readonly email: string | null }, AnewRefusal | 'not-found'>> {
  const { tx, actor, author, account } = change
  const invitation = await loadPersonInvitation(tx, id, { accountId: account.id })
  if (!invitation) return refuse('not-found')
  const allowed = anew(invitation, invitation.round, offersOf(change, invitation), invitation.now)
  if (!allowed.ok) return refuse(allowed.refusal, seen(invitation))
  if (to && invitation.email === null) return refuse('by-link')
  if (to && (await isInvitedBeside(change, id, to))) return refuse('already-invited')
  const round = invitation.round + 1
  const renewed = {
    ...invitation,
    round,
    ...(to && { email: to.address, emailCanonical: to.canonical }),
  }
  const isMoved = to !== null && to.canonical !== invitation.emailCanonical
  await together(tx, [
    moved(
      invitation,
      sql`round = ${round}::int, lapses_at = ${lapsingFrom(invitation.now).toISOString()}::timestamptz,
      invited_by = ${actor.personId}::uuid, email = ${renewed.email}, email_canonical = ${renewed.emailCanonical}`,
    ),
    recorded(tx, author, [
      personInvitationEvent(
        renewed,
        isMoved ? 'person-invitation.readdressed' : 'person-invitation.resent',
        'created',
        isMoved ? { facts: { what: invitation.email ?? '' } } : {},
      ),
    ]),
    ...invitationLetter(renewed, author, secret),
  ])
  return ok({ email: renewed.email })
}

export type OfferChangeRefusal = OfferRefusal | 'already-decided' | 'lapsed' | 'changed-meanwhile'

/** Offers other roles by it, from the version that the form was shown with. */
export async function changeOffer(
  change: AccountChange,
  {
    id,
    version,
    roles,
  }: { readonly id: string; readonly version: number; readonly roles: readonly string[] },
): Promise<Result<'changed' | 'nothing', OfferChangeRefusal | 'not-found'>> {
  const { tx, actor, author, account } = change
  const invitation = await loadPersonInvitation(tx, id, { accountId: account.id })
  if (!invitation) return refuse('not-found')
  const state = stateAt(invitation, invitation.now)
  if (state !== 'created') return refuse(state === 'lapsed' ? 'lapsed' : 'already-decided', seen(invitation))
  const wanted = inOrder(roles)
  const allowed = mayOffer(wanted, invitation, offersOf(change, invitation))
  if (!allowed.ok) return allowed
  if (invitation.version !== version) return refuse('changed-meanwhile')
  if (String(wanted) === String(invitation.roles)) return ok('nothing')
  await together(tx, [
    moved(invitation, sql`roles = ${`{${wanted.join(',')}}`}::text[], invited_by = ${actor.personId}::uuid`),
    recorded(tx, author, [
      personInvitationEvent({ ...invitation, roles: wanted }, 'person-invitation.offer-changed', 'created', {
        facts: { changes: { roles: [invitation.roles.join(', '), wanted.join(', ')] } },
      }),
    ]),
  ])
  return ok('changed')
}

const offersOf = ({ authority }: AccountChange, { products }: LoadedPersonInvitation) =>
  rolesToOffer(authority, products)

function moved({ id, version }: LoadedPersonInvitation, to: ReturnType<typeof sql>): Write {
  return {
    query: sql`(update person_invitation i set ${to}, version = i.version + 1
      where i.id = ${id}::uuid and i.version = ${version}::int and i.state = 'created' returning i.id)`,
    rows: 1,
  }
}

async function isInvitedBeside(
  { tx, account }: AccountChange,
  id: string,
  to: EmailAddress,
): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from person_invitation i where i.account_id = $1 and i.id <> $2 and ${isOpenRow('i')} and i.email_canonical = $3`,
    [account.id, id, to.canonical],
  )
  return (answer.rowCount ?? 0) > 0
}
