import { sql } from 'drizzle-orm'
import { may } from '#lib/access/authority.ts'
import type { Given } from '#lib/access/giving.ts'
import { type AcceptanceRefusal, accept, type InvitationRefusal, move } from '#lib/invitation/invitation.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { sightOf } from '../authority.ts'
import type { AccountChange, PartnerChange } from '../change.ts'
import { recorded } from '../events.ts'
import { type GrantOrigin, grantMade } from '../grant/create.ts'
import { together } from '../write.ts'
import { invitationsMoved, type LoadedInvitation, loadInvitation, seen } from './load.ts'
import { invitationEvent, outcomeLetters } from './tell.ts'

type Answered<Refusal extends string, Value = null> = Promise<Result<Value, Refusal | 'not-found'>>

/**
 * A partner administrator accepts: what the account chose becomes a grant, whose clock starts now. That whoever invited
 * still may decide is asked by the one access check, behind the account's lock.
 * Refuses what lib/invitation refuses; somebody who came too late is told the state and by whom, and with `inviter-gone`
 * whose right it was.
 */
export async function acceptInvitation(
  change: PartnerChange,
  invitationId: string,
): Answered<AcceptanceRefusal, { readonly grantId: string }> {
  const invitation = await loadLocked(change, invitationId)
  if (!invitation) return refuse('not-found')
  const accepted = accept(invitation, await inviterDecides(change, invitation), invitation.now, invitation)
  if (!accepted.ok) {
    const { inviterName } = invitation
    return refuse(
      accepted.refusal,
      accepted.refusal === 'inviter-gone' ? { state: 'invited', by: inviterName } : seen(invitation),
    )
  }
  const made = grantMade(change.tx, originOf(invitation), accepted.value)
  await together(change.tx, [
    invitationsMoved([invitation], 'accepted', { personId: change.actor.personId }),
    made.write,
    recorded(change.tx, change.author, [
      invitationEvent(invitation, 'partner-invitation.accepted', 'accepted'),
      takenUp(invitation, made, accepted.value),
    ]),
    ...outcomeLetters(invitation, 'partner-invitation-accepted', doerOf(change)),
  ])
  return ok({ grantId: made.id })
}

function originOf(invitation: LoadedInvitation): GrantOrigin {
  const { providerId, accountId, partnerId, relationshipId, reviewMonths, now } = invitation
  const about = { providerId, accountId, partnerId, relationshipId, reviewMonths, now }
  return { ...about, from: { invitationId: invitation.id }, approvedBy: invitation.invitedBy }
}

function takenUp(invitation: LoadedInvitation, made: ReturnType<typeof grantMade>, { state }: Given) {
  const { accountId, partnerId, partnerName, inviterName } = invitation
  const facts = { partner: partnerName, whom: inviterName, ...made.facts }
  return {
    action: 'grant.taken-up',
    accountId,
    partnerId,
    subjectId: made.id,
    from: null,
    to: state,
    facts,
  } as const
}

async function inviterDecides({ tx }: PartnerChange, invitation: LoadedInvitation): Promise<boolean> {
  const { invitedBy: personId, providerId, accountId } = invitation
  const sight = await sightOf(tx, { personId, providerId }, { id: accountId })
  return sight !== null && may(sight.authority, 'partners.decide')
}

/** A partner administrator says no, with a reason if they give one. */
export async function declineInvitation(
  change: PartnerChange,
  invitationId: string,
  reason: string,
): Answered<InvitationRefusal> {
  const invitation = await loadLocked(change, invitationId)
  if (!invitation) return refuse('not-found')
  return ended(change, invitation, { act: 'decline', side: 'partner', reason })
}

/** The account takes an open invitation back. */
export async function cancelInvitation(
  change: AccountChange,
  invitationId: string,
): Answered<InvitationRefusal> {
  const invitation = await loadInvitation(change.tx, invitationId, { accountId: change.account.id })
  if (!invitation) return refuse('not-found')
  return ended(change, invitation, { act: 'cancel', side: 'account', reason: '' })
}

const outcomes = {
  decline: { action: 'partner-invitation.declined', letter: 'partner-invitation-declined' },
  cancel: { action: 'partner-invitation.cancelled', letter: 'partner-invitation-cancelled' },
} as const

async function ended(
  change: PartnerChange | AccountChange,
  invitation: LoadedInvitation,
  { act, side, reason }: { act: keyof typeof outcomes; side: 'account' | 'partner'; reason: string },
): Promise<Result<null, InvitationRefusal>> {
  const next = move(invitation, act, side, invitation.now)
  if (!next.ok) return refuse(next.refusal, seen(invitation))
  const { action, letter } = outcomes[act]
  await together(change.tx, [
    invitationsMoved([invitation], next.value, { personId: change.actor.personId, reason }),
    recorded(change.tx, change.author, [invitationEvent(invitation, action, next.value, reason)]),
    ...outcomeLetters(invitation, letter, doerOf(change), reason),
  ])
  return ok(null)
}

function doerOf({ actor, author }: PartnerChange | AccountChange) {
  return { name: actor.name, firm: author.firm, personId: actor.personId }
}

/** The account's lock first: changes on one account happen one after the other. */
async function loadLocked(change: PartnerChange, id: string): Promise<LoadedInvitation | null> {
  const of = { partnerId: change.partner.id }
  await change.tx.execute(sql`select 1 from account a where a.closed_at is null and a.id =
    (select account_id from partner_invitation where id = ${id}::uuid and partner_id = ${of.partnerId}::uuid) for no key update`)
  return loadInvitation(change.tx, id, of)
}
