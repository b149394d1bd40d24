import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Scope } from '#lib/access/scopes.ts'
import {
  type AskingRefusal,
  type AskingStanding,
  ask,
  move,
  type RequestRefusal,
} from '#lib/access-request/access-request.ts'
import { mayAskFrom, maySendFrom, mostAsksADay } from '#lib/asking-pace.ts'
import { type Duration, formatDuration } from '#lib/duration.ts'
import { maySpeakFor } from '#lib/partner/staff.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { PartnerChange } from '../change.ts'
import { type NewEvent, recorded } from '../events.ts'
import { isOpenNow as isOpenInvitation } from '../invitation/clock.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { isBlocked } from '../partner/blocked.ts'
import { accessRequest } from '../schema/access-request.ts'
import { together, type Write } from '../write.ts'
import { isOpenRow } from './clock.ts'
import { lapseOverdue } from './lapse.ts'
import { type LoadedRequest, loadRequest, requestMoved, seen } from './load.ts'
import { said } from './message.ts'

export interface Asking {
  /** The slug of an account that the firm serves, or the request code that an account gave it; its hyphens are nothing but help for the eye. */
  readonly account: { readonly slug: string } | { readonly code: string }
  readonly reason: string
  readonly ticket: string
  readonly scope: Scope
  readonly duration: Duration
  readonly startsAt: Date | null
}

interface Askable {
  readonly accountId: string
  readonly relationshipId: string | null
  readonly zone: string
  readonly longestHours: number | null
  readonly requestLifeHours: number
  readonly now: Date
}

/**
 * Sends a request from a firm to an account: the row, the history, and a letter to every approver.
 * `unknown-account`: neither served by the firm nor opened by its code; the same answer for both.
 */
export async function sendRequest(
  change: PartnerChange,
  asking: Asking,
): Promise<Result<{ readonly requestId: string }, AskingRefusal | 'unknown-account'>> {
  const account = await lockAskable(change, asking.account)
  if (!account) return refuse('unknown-account')
  const standing = await standingOf(change, account.accountId)
  const { longestHours, zone, now } = account
  const allowed = ask(asking, standing, now, { longestHours, zone })
  if (!allowed.ok) {
    const from = mayAskFrom(standing.lastDeclinedAt, now) ?? maySendFrom(standing, now)
    return from ? refuse(allowed.refusal, { state: from.toISOString(), by: null }) : allowed
  }
  const row = newRow(change, account, asking)
  const requestId = row.id
  const { accountId } = row
  await together(change.tx, [
    { query: change.tx.insert(accessRequest).values(row).returning({ id: accessRequest.id }), rows: 1 },
    recorded(change.tx, change.author, [
      {
        action: 'access-request.sent',
        accountId,
        partnerId: row.partnerId,
        subjectId: requestId,
        from: null,
        to: 'pending',
        reason: row.reason,
        facts: {
          partner: change.partner.name,
          requester: change.actor.name,
          scope: row.scope,
          pages: row.scopePages,
          duration: row.duration,
          startsAt: row.startsAt?.toISOString() ?? null,
          ticket: row.ticket,
        },
      },
    ]),
    toApprovers({ kind: 'access-requested', subjectId: requestId, accountId, occasion: 'sent' }),
  ])
  return ok({ requestId })
}

function newRow({ partner, actor }: PartnerChange, account: Askable, asking: Asking) {
  return {
    id: randomUUID(),
    providerId: actor.providerId,
    accountId: account.accountId,
    partnerId: partner.id,
    relationshipId: account.relationshipId,
    requestedBy: actor.personId,
    reason: asking.reason,
    ticket: asking.ticket,
    scope: asking.scope.name,
    scopePages: [...asking.scope.pages],
    duration: formatDuration(asking.duration),
    startsAt: asking.startsAt,
    state: 'pending' as const,
    createdAt: account.now,
    lapsesAt: new Date(account.now.getTime() + account.requestLifeHours * 3_600_000),
  }
}

/** The person who asked, or an administrator of the firm, takes the request back. */
export async function withdrawRequest(
  change: PartnerChange,
  requestId: string,
): Promise<Result<null, RequestRefusal | 'not-found' | 'not-yours'>> {
  const loaded = await loadLocked(change, requestId)
  if (!loaded) return refuse('not-found')
  const staff = { role: change.partner.role, personId: change.actor.personId }
  if (!maySpeakFor(staff, loaded.request.requestedBy)) return refuse('not-yours')
  const next = move(loaded.request, 'withdraw', loaded.now)
  if (!next.ok) return refuse(next.refusal, seen(loaded))
  await together(change.tx, [
    requestMoved(loaded, next.value, { personId: change.actor.personId }),
    recorded(change.tx, change.author, [eventOf(loaded, 'access-request.withdrawn', next.value, '')]),
    ...withdrawnLetters(change, loaded),
  ])
  return ok(null)
}

/** The approvers are told, and those of the firm who asked or speak for it, but for whoever did it. */
function withdrawnLetters({ actor, partner }: PartnerChange, loaded: LoadedRequest): readonly Write[] {
  const about = {
    kind: 'access-withdrawn' as const,
    subjectId: loaded.request.id,
    accountId: loaded.accountId,
    facts: { by: actor.name, firm: partner.name },
    except: actor.personId,
  }
  return [
    toApprovers({ ...about, occasion: 'outcome' }),
    toPartner({
      ...about,
      occasion: 'outcome-partner',
      partnerId: partner.id,
      asked: [loaded.request.requestedBy],
    }),
  ]
}

/** Answers the account's question; the request is pending again, and every approver hears the answer. */
export async function answerQuestion(
  change: PartnerChange,
  requestId: string,
  answer: string,
): Promise<Result<null, RequestRefusal | 'not-found'>> {
  const loaded = await loadLocked(change, requestId)
  if (!loaded) return refuse('not-found')
  const next = move(loaded.request, 'answer', loaded.now)
  if (!next.ok) return refuse(next.refusal, seen(loaded))
  const message = said(change, loaded, 'answer', answer)
  await together(change.tx, [
    requestMoved(loaded, next.value, { personId: null }),
    message.write,
    recorded(change.tx, change.author, [
      eventOf(loaded, 'access-request.question-answered', next.value, answer),
    ]),
    toApprovers({
      kind: 'access-answered',
      subjectId: requestId,
      accountId: loaded.accountId,
      occasion: message.id,
      facts: { by: change.actor.name, firm: change.partner.name, answer },
    }),
  ])
  return ok(null)
}

function eventOf(loaded: LoadedRequest, action: NewEvent['action'], to: string, reason: string): NewEvent {
  const { accountId, partnerId, request, partnerName, requesterName, ticket } = loaded
  const facts = { partner: partnerName, requester: requesterName, ticket }
  return { action, accountId, partnerId, subjectId: request.id, from: request.state, to, reason, facts }
}

async function loadLocked(change: PartnerChange, requestId: string): Promise<LoadedRequest | null> {
  await change.tx.execute(sql`select 1 from account a where a.id =
    (select account_id from access_request where id = ${requestId}::uuid and partner_id = ${change.partner.id}::uuid) for no key update`)
  return loadRequest(change.tx, requestId, { partnerId: change.partner.id })
}

/** Locks the account that the firm may ask: one it serves, by slug, or any whose request code it knows. */
async function lockAskable(change: PartnerChange, key: Asking['account']): Promise<Askable | null> {
  const matches =
    'slug' in key
      ? sql`a.slug = ${key.slug} and r.id is not null`
      : sql`a.request_code_bare = ${key.code.replaceAll('-', '')}`
  const locked = await change.tx.execute<{ id: string }>(sql`
    select a.id from account a
    left join channel_relationship r on r.account_id = a.id and r.partner_id = ${change.partner.id}::uuid and r.ended_at is null
    where ${matches} and a.closed_at is null for no key update of a`)
  const accountId = locked.rows[0]?.id
  if (!accountId) return null
  // Read again behind the lock: a relationship may have ended while we waited for it. The firm is held open until the
  // request stands, so that whoever closes it meets the request.
  const answer = await change.tx.$client.query<Askable>(
    `select a.id as "accountId", r.id as "relationshipId", a.time_zone as zone, v.longest_grant_hours as "longestHours",
        v.request_life_hours as "requestLifeHours", clock_timestamp() as now
      from account a join provider v on v.id = a.provider_id
      join partner f on f.id = $2 and f.closed_at is null
      left join channel_relationship r on r.account_id = a.id and r.partner_id = $2 and r.ended_at is null
      where a.id = $1 and a.closed_at is null for key share of f`,
    [accountId, change.partner.id],
  )
  const account = answer.rows[0]
  return account && ('code' in key || account.relationshipId) ? account : null
}

async function standingOf(change: PartnerChange, accountId: string): Promise<AskingStanding> {
  // An open request past its life has lapsed, also while no sweep has said so; it must not stand in the way.
  await lapseOverdue(change.tx, { accountId, partnerId: change.partner.id })
  const answer = await change.tx.$client.query<AskingStanding>(
    `select ${isBlocked('$2', '$1')} as blocked, exists (select 1 from partner_invitation i
          where i.partner_id = $1 and i.account_id = $2 and ${isOpenInvitation('i')}) as "isInvited",
        exists (select 1 from access_request r where r.partner_id = $1 and r.account_id = $2 and ${isOpenRow('r')}) as "hasOpen",
        (select max(decided_at) from access_request where partner_id = $1 and account_id = $2 and state = 'declined') as "lastDeclinedAt",
        array(select created_at from access_request where partner_id = $1 and account_id = $2
          order by created_at desc limit ${mostAsksADay}) as "lastSentAt"`,
    [change.partner.id, accountId],
  )
  const [standing] = answer.rows
  if (!standing) throw new Error('a question without an answer')
  return standing
}
