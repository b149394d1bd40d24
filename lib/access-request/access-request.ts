import { type Given, type Giving, type GivingRefusal, type GivingRules, give } from '#lib/access/giving.ts'
import { isWithin, type Scope } from '#lib/access/scopes.ts'
import { checkDuration, type Duration } from '#lib/duration.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

export const requestStates = ['pending', 'question', 'approved', 'declined', 'withdrawn', 'lapsed'] as const
export type RequestState = (typeof requestStates)[number]

/** An access request as the rules see it. */
export interface AccessRequest {
  readonly id: string
  readonly state: RequestState
  readonly requestedBy: string
  readonly scope: Scope
  readonly duration: Duration
  readonly startsAt: Date | null
  readonly lapsesAt: Date
}

export type RequestMove = 'approve' | 'decline' | 'ask' | 'answer' | 'withdraw' | 'lapse' | 'end-with'

/** Why a request can't be moved: each is told with the state it is in by now and who put it there. */
export type RequestRefusal = 'already-decided' | 'no-open-question' | 'question-open' | 'lapsed' | 'not-due'

/** Where each move leads from each open state. What is missing here can't happen. */
const table: Record<RequestMove, Partial<Record<RequestState, RequestState>>> = {
  approve: { pending: 'approved', question: 'approved' },
  decline: { pending: 'declined', question: 'declined' },
  ask: { pending: 'question' },
  answer: { question: 'pending' },
  withdraw: { pending: 'withdrawn', question: 'withdrawn' },
  lapse: { pending: 'lapsed', question: 'lapsed' },
  'end-with': { pending: 'lapsed', question: 'lapsed' },
}

/** The states that a request can still leave. */
export const openRequestStates: readonly RequestState[] = ['pending', 'question']

export function isOpen(state: RequestState): boolean {
  return openRequestStates.includes(state)
}

/** The state that holds at `now`: an open request past its life has lapsed, also while no sweep has said so. */
export function stateAt(request: AccessRequest, now: Date): RequestState {
  return isOpen(request.state) && request.lapsesAt <= now ? 'lapsed' : request.state
}

/**
 * Moves a request. Ended states never reopen: asking again makes a new row.
 * Refuses `already-decided`, `lapsed` (its life is over), `question-open`, `no-open-question`, and
 * `not-due` for lapsing what still lives.
 */
export function move(
  request: AccessRequest,
  by: RequestMove,
  now: Date,
): Result<RequestState, RequestRefusal> {
  const state = by === 'lapse' || by === 'end-with' ? request.state : stateAt(request, now)
  if (by === 'lapse' && isOpen(state) && request.lapsesAt > now) return refuse('not-due')
  const next = table[by][state]
  if (next) return ok(next)
  if (state === 'lapsed') return refuse('lapsed')
  if (!isOpen(state)) return refuse('already-decided')
  return refuse(by === 'answer' ? 'no-open-question' : 'question-open')
}

export type ApprovalRefusal = RequestRefusal | GivingRefusal | 'more-than-asked'

/**
 * Approves: of the scope the approver may give less, never more; the time is theirs to choose, up to the provider's
 * limit in hours (null = none). The clock starts now, or at the agreed start if that is still to come.
 */
export function approve(
  request: AccessRequest,
  approval: Giving,
  now: Date,
  rules: GivingRules,
): Result<Given, ApprovalRefusal> {
  const moved = move(request, 'approve', now)
  if (!moved.ok) return moved
  if (!isWithin(approval.scope, request.scope)) return refuse('more-than-asked')
  return give(approval, request.startsAt, now, rules)
}

export type AskingRefusal =
  | 'blocked'
  | 'invited-already'
  | 'already-open'
  | 'declined-recently'
  | 'asked-too-often'
  | 'starts-in-the-past'
  | 'starts-too-late'
  | GivingRefusal

export const waitAfterDeclineHours = 24
/** More requests than this within 24 hours would only wear the approvers out: each of them writes to all of them. */
export const mostAsksADay = 5
const hour = 3_600_000
const latestStart = 90 * 24 * hour

/** What the partner's last dealings with the account were, as far as they bear on asking again. */
export interface AskingStanding {
  /** The account takes no requests from the firm. */
  readonly blocked: boolean
  /** The account has invited the firm by itself, and waits for its answer. */
  readonly isInvited: boolean
  readonly hasOpen: boolean
  readonly lastDeclinedAt: Date | null
  /** When the firm sent the account its latest requests, the newest first; `mostAsksADay` of them are enough. */
  readonly lastSentAt: readonly Date[]
}

/** From when a declined partner may ask again; null = now. */
export function mayAskFrom(lastDeclinedAt: Date | null, now: Date): Date | null {
  if (!lastDeclinedAt) return null
  const from = new Date(lastDeclinedAt.getTime() + waitAfterDeclineHours * hour)
  return from > now ? from : null
}

/** From when a firm that has asked too often today may ask again; null = now. */
export function maySendFrom({ lastSentAt }: Pick<AskingStanding, 'lastSentAt'>, now: Date): Date | null {
  const counted = lastSentAt[mostAsksADay - 1]
  const from = counted && new Date(counted.getTime() + 24 * hour)
  return from && from > now ? from : null
}

/**
 * Whether a partner may ask: where it is not blocked, and not invited already; one open request per account, 24 hours after a decline, a few times a day, within the
 * provider's limit.
 */
export function ask(
  asked: { readonly scope: Scope; readonly duration: Duration; readonly startsAt: Date | null },
  standing: AskingStanding,
  now: Date,
  rules: GivingRules,
): Result<{ readonly startsAt: Date | null }, AskingRefusal> {
  if (standing.blocked) return refuse('blocked')
  if (standing.hasOpen) return refuse('already-open')
  if (standing.isInvited) return refuse('invited-already')
  if (mayAskFrom(standing.lastDeclinedAt, now)) return refuse('declined-recently')
  if (maySendFrom(standing, now)) return refuse('asked-too-often')
  if (asked.scope.name === 'chosen' && asked.scope.pages.length === 0) return refuse('nothing-chosen')
  if (asked.startsAt && asked.startsAt < now) return refuse('starts-in-the-past')
  if (asked.startsAt && asked.startsAt.getTime() - now.getTime() > latestStart)
    return refuse('starts-too-late')
  const end = checkDuration(asked.duration, asked.startsAt ?? now, rules.zone, rules.longestHours)
  return end.ok ? ok({ startsAt: asked.startsAt }) : end
}

/** Hours after asking at which an unanswered request is brought to mind: days 2 and 6. */
export const reminderHours = [48, 144] as const
