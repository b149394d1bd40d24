import { mayAskFrom, maySendFrom } from '#lib/asking-pace.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type Grant, stateAt as grantStateAt, isLive, type TimedGrant } from './grant.ts'
import { type ExtendRefusal, type Extra, endWith, extendTo, type TimeRules } from './terms.ts'

// A firm asks for more time under a grant. A small thing of its own: it lapses with the grant, and one is open at a time.

export const extensionStates = ['pending', 'granted', 'declined', 'withdrawn', 'lapsed'] as const
export type ExtensionState = (typeof extensionStates)[number]

export type ExtensionMove = 'grant' | 'decline' | 'withdraw' | 'lapse'

export type ExtensionRefusal = 'already-decided' | 'grant-ended' | 'not-due'

/** Where each move leads a pending one. Every other state is an end. */
const table: Record<ExtensionMove, ExtensionState> = {
  grant: 'granted',
  decline: 'declined',
  withdraw: 'withdrawn',
  lapse: 'lapsed',
}

/** The state that holds at `now`: what is pending lapses with its grant, also while no row says so. */
export function extensionStateAt(state: ExtensionState, grant: TimedGrant, now: Date): ExtensionState {
  return state === 'pending' && !isLive(grantStateAt(grant, now)) ? 'lapsed' : state
}

/**
 * Moves an extension. Refuses `already-decided`, `grant-ended` (it lapsed with its grant), and `not-due` for lapsing what
 * still has a grant that lives.
 */
export function moveExtension(
  state: ExtensionState,
  by: ExtensionMove,
  grant: Grant,
  now: Date,
): Result<ExtensionState, ExtensionRefusal> {
  const lives = isLive(grantStateAt(grant, now))
  if (state !== 'pending') return refuse(state === 'lapsed' ? 'grant-ended' : 'already-decided')
  if (by === 'lapse') return lives ? refuse('not-due') : ok(table.lapse)
  return lives ? ok(table[by]) : refuse('grant-ended')
}

/** What the firm's last askings under the grant and on the account were, as far as they bear on asking again. */
export interface ExtensionStanding {
  /** The account takes no requests from the firm. */
  readonly isBlocked: boolean
  readonly hasOpen: boolean
  /** Of this grant. */
  readonly lastDeclinedAt: Date | null
  /** Of the firm on the account, the newest first. */
  readonly lastSentAt: readonly Date[]
}

export type ExtensionAskRefusal =
  | ExtendRefusal
  | 'blocked'
  | 'already-open'
  | 'declined-recently'
  | 'asked-too-often'

/** Whether a firm may ask for that much more, and the end it asks for (null = none). */
export function askExtension(
  grant: Grant,
  extra: Extra,
  standing: ExtensionStanding,
  now: Date,
  rules: TimeRules,
): Result<Date | null, ExtensionAskRefusal> {
  const end = extendTo(grant, endWith(extra, grant, now, rules), now, rules)
  // That it is over, or not the account's to decide, comes before whether it may be asked again.
  if (!end.ok && (end.refusal === 'already-ended' || end.refusal === 'set-by-provider')) return end
  if (standing.isBlocked) return refuse('blocked')
  if (standing.hasOpen) return refuse('already-open')
  const waits = askingWaits(standing, now)
  return waits ? refuse(waits.why) : end
}

type Pace = Pick<ExtensionStanding, 'lastDeclinedAt' | 'lastSentAt'>

/** Why the firm has to wait before it asks again, and until when; null = it need not. */
export function askingWaits(
  { lastDeclinedAt, lastSentAt }: Pace,
  now: Date,
): { readonly why: 'declined-recently' | 'asked-too-often'; readonly from: Date } | null {
  const declined = mayAskFrom(lastDeclinedAt, now)
  if (declined) return { why: 'declined-recently', from: declined }
  const often = maySendFrom({ lastSentAt }, now)
  return often && { why: 'asked-too-often', from: often }
}
