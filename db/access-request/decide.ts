import { sql } from 'drizzle-orm'
import type { Giving } from '#lib/access/giving.ts'
import {
  type ApprovalRefusal,
  approve,
  move,
  type RequestRefusal,
} from '#lib/access-request/access-request.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import { mustProve, type ProofRefusal } from '#lib/proof.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { type GrantOrigin, grantMade } from '../grant/create.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { together, type Write } from '../write.ts'
import { type LoadedRequest, loadRequest, requestMoved, seen } from './load.ts'
import { said } from './message.ts'

/** What the account's approvers do with a request. `not-found`: there is no such request on this account. */
type Decided<Refusal extends string> = Promise<
  Result<{ readonly granted: GrantState | null }, Refusal | 'not-found'>
>

/**
 * Approves a request: the grant, whose state it gives, the assignment of whoever asked, the history and the letters in one write.
 * Refuses what lib/access-request refuses; somebody who came too late is told the state and who decided.
 */
export async function approveRequest(
  change: AccountChange,
  requestId: string,
  approval: Giving,
): Decided<ApprovalRefusal | ProofRefusal> {
  const loaded = await loadRequest(change.tx, requestId, { accountId: change.account.id })
  if (!loaded) return refuse('not-found')
  const { longestHours, zone, now } = loaded
  const approved = approve(loaded.request, approval, now, { longestHours, zone })
  if (!approved.ok) return refuse(approved.refusal, seen(loaded))
  const grant = approved.value
  if (mustProve(change.actor, grant.endsAt, now)) return refuse('unconfirmed')
  const made = grantMade(change.tx, originOf(change, loaded), grant)
  const facts = {
    partner: loaded.partnerName,
    requester: loaded.requesterName,
    ...made.facts,
    ticket: loaded.ticket,
  }
  const about = { accountId: loaded.accountId, partnerId: loaded.partnerId, facts }
  await together(change.tx, [
    requestMoved(loaded, 'approved', { personId: change.actor.personId }),
    made.write,
    assignedRequester(change, loaded, made.id),
    recorded(change.tx, change.author, [
      {
        ...about,
        action: 'access-request.approved',
        subjectId: requestId,
        from: loaded.request.state,
        to: 'approved',
      },
      { ...about, action: 'grant.created', subjectId: made.id, from: null, to: grant.state },
    ]),
    ...outcomeLetters(change, loaded, 'access-approved', { grantId: made.id }),
  ])
  return ok({ granted: grant.state })
}

/** Declines a request, with a reason if the approver gives one. */
export async function declineRequest(
  change: AccountChange,
  requestId: string,
  reason: string,
): Decided<RequestRefusal> {
  const loaded = await loadRequest(change.tx, requestId, { accountId: change.account.id })
  if (!loaded) return refuse('not-found')
  const next = move(loaded.request, 'decline', loaded.now)
  if (!next.ok) return refuse(next.refusal, seen(loaded))
  await together(change.tx, [
    requestMoved(loaded, next.value, { personId: change.actor.personId, reason }),
    decidedEvent(change, loaded, 'access-request.declined', next.value, reason),
    ...outcomeLetters(change, loaded, 'access-declined', { reason }),
  ])
  return ok({ granted: null })
}

/** Asks the partner a question; the request stays open and waits for the answer. */
export async function askQuestion(
  change: AccountChange,
  requestId: string,
  question: string,
): Decided<RequestRefusal> {
  const loaded = await loadRequest(change.tx, requestId, { accountId: change.account.id })
  if (!loaded) return refuse('not-found')
  const next = move(loaded.request, 'ask', loaded.now)
  if (!next.ok) return refuse(next.refusal, seen(loaded))
  const message = said(change, loaded, 'question', question)
  await together(change.tx, [
    requestMoved(loaded, next.value, { personId: null }),
    message.write,
    decidedEvent(change, loaded, 'access-request.question-asked', next.value, question),
    toPartner({
      kind: 'access-question',
      subjectId: requestId,
      accountId: loaded.accountId,
      partnerId: loaded.partnerId,
      asked: [loaded.request.requestedBy],
      occasion: message.id,
      facts: { by: change.actor.name, firm: change.author.firm, question },
    }),
  ])
  return ok({ granted: null })
}

function decidedEvent(
  change: AccountChange,
  loaded: LoadedRequest,
  action: 'access-request.declined' | 'access-request.question-asked',
  to: string,
  reason: string,
): Write {
  const { accountId, partnerId, partnerName, requesterName, ticket, request } = loaded
  const facts = { partner: partnerName, requester: requesterName, ticket }
  return recorded(change.tx, change.author, [
    { action, accountId, partnerId, subjectId: request.id, from: request.state, to, reason, facts },
  ])
}

/** The partner and the other approvers are told of every outcome, and by whom. */
function outcomeLetters(
  change: AccountChange,
  loaded: LoadedRequest,
  kind: 'access-approved' | 'access-declined',
  more: { readonly reason?: string; readonly grantId?: string },
): readonly Write[] {
  const facts = { by: change.actor.name, firm: change.author.firm, ...more }
  const about = {
    kind,
    subjectId: loaded.request.id,
    accountId: loaded.accountId,
    occasion: 'outcome',
    facts,
  }
  return [
    toPartner({ ...about, partnerId: loaded.partnerId, asked: [loaded.request.requestedBy] }),
    toApprovers({ ...about, occasion: 'outcome-approvers', except: change.actor.personId }),
  ]
}

function originOf(change: AccountChange, loaded: LoadedRequest): GrantOrigin {
  const { accountId, partnerId, relationshipId, reviewMonths, now } = loaded
  const { providerId, personId } = change.actor
  const about = { providerId, accountId, partnerId, relationshipId, reviewMonths, now }
  return { ...about, from: { requestId: loaded.request.id }, approvedBy: personId }
}

/** Approving a request assigns the person who asked, if they are still of the firm, and holds them there until it is written. */
function assignedRequester(change: AccountChange, loaded: LoadedRequest, grantId: string): Write {
  return {
    query: sql`(insert into assignment (provider_id, account_id, grant_id, partner_id, staff_id, assigned_by)
      select s.provider_id, ${loaded.accountId}::uuid, ${grantId}::uuid, s.partner_id, s.id, ${change.actor.personId}::uuid
      from partner_staff s
      where s.partner_id = ${loaded.partnerId}::uuid and s.person_id = ${loaded.request.requestedBy}::uuid and ${sql.raw(isActiveStaff('s'))}
      for share of s
      returning id)`,
  }
}
