import { mayAskFrom } from '#lib/asking-pace.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type Grant, isLive, stateAt } from './grant.ts'

// What the provider set, the account may not end. It may ask the provider to: one ask at a time for each grant.

export const askStates = ['waiting', 'ended', 'kept', 'lapsed'] as const
export type AskState = (typeof askStates)[number]

/** `end` and `keep` are the provider's answers; with the grant's end an ask lapses. */
export type AskMove = 'end' | 'keep' | 'lapse'

/** Why an ask can't be moved: each is told with the state it is in by now and who put it there. */
export type AskMoveRefusal = 'already-answered' | 'lapsed' | 'not-due'

const table: Record<AskMove, AskState> = { end: 'ended', keep: 'kept', lapse: 'lapsed' }

/** The state that holds now: an ask about a grant that is over has lapsed, also while nothing has said so. */
export function askStateAt(state: AskState, grant: Grant, now: Date): AskState {
  return state === 'waiting' && !isLive(stateAt(grant, now)) ? 'lapsed' : state
}

/**
 * Moves an ask. Ended states never reopen: asking again makes a new row.
 * Refuses `already-answered`, `lapsed` (the grant is over), and `not-due` for lapsing what still waits.
 */
export function moveAsk(
  state: AskState,
  by: AskMove,
  grant: Grant,
  now: Date,
): Result<AskState, AskMoveRefusal> {
  if (state === 'lapsed') return refuse('lapsed')
  if (state !== 'waiting') return refuse('already-answered')
  const over = askStateAt(state, grant, now) === 'lapsed'
  if (by === 'lapse') return over ? ok(table[by]) : refuse('not-due')
  return over ? refuse('lapsed') : ok(table[by])
}

/** What stands in the way of asking. */
export type AskRefusal = 'yours-to-end' | 'over' | 'already-asked' | 'kept-recently'

/** How the account's asks about one grant stand. */
export interface AskStanding {
  readonly isWaiting: boolean
  readonly lastKeptAt: Date | null
}

/** From when the account may ask again after the provider kept the access; null = now. */
export const mayAskAgainFrom = mayAskFrom

/**
 * Whether the account may ask its provider to end a grant: only what the provider set, one ask at a time, and 24 hours
 * after the provider said that it stays.
 */
export function mayAskToEnd(
  grant: Grant,
  { isWaiting, lastKeptAt }: AskStanding,
  now: Date,
): Result<null, AskRefusal> {
  if (grant.designation !== 'provider') return refuse('yours-to-end')
  if (!isLive(stateAt(grant, now))) return refuse('over')
  if (isWaiting) return refuse('already-asked')
  return mayAskAgainFrom(lastKeptAt, now) ? refuse('kept-recently') : ok(null)
}
