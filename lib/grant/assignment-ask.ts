import type { StaffRole } from '#lib/access/person-kinds.ts'
import { mayAskFrom } from '#lib/asking-pace.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { mayAssign } from './assignment.ts'
import { stateAt as grantStateAt, isLive, type TimedGrant } from './grant.ts'

// A technician asks the firm's own administrators to be assigned. The account has no part in it.

export const assignmentAskStates = ['waiting', 'granted', 'declined', 'withdrawn', 'lapsed'] as const
export type AssignmentAskState = (typeof assignmentAskStates)[number]

export type AssignmentAskMove = 'grant' | 'decline' | 'withdraw' | 'lapse'

export type AssignmentAskMoveRefusal = 'not-allowed' | 'not-yours' | 'ask-answered' | 'ask-lapsed' | 'not-due'

const table: Record<AssignmentAskMove, AssignmentAskState> = {
  grant: 'granted',
  decline: 'declined',
  withdraw: 'withdrawn',
  lapse: 'lapsed',
}

/** The state that holds now: it lapses with its grant, also while no row says so. */
export function assignmentAskStateAt(
  state: AssignmentAskState,
  grant: TimedGrant,
  now: Date,
): AssignmentAskState {
  return state === 'waiting' && !isLive(grantStateAt(grant, now)) ? 'lapsed' : state
}

/** Who moves it: an administrator of the firm answers, the person who asked withdraws. */
export interface AskMover {
  readonly role: StaffRole
  readonly isAsker: boolean
}

/**
 * Moves an ask. Ended states never reopen. Refuses `not-allowed`, `not-yours`, `ask-answered`, `ask-lapsed` (the grant is
 * over), and `not-due` for lapsing what still waits.
 */
export function moveAssignmentAsk(
  state: AssignmentAskState,
  by: AssignmentAskMove,
  mover: AskMover,
  grant: TimedGrant,
  now: Date,
): Result<AssignmentAskState, AssignmentAskMoveRefusal> {
  if ((by === 'grant' || by === 'decline') && !mayAssign(mover.role)) return refuse('not-allowed')
  if (by === 'withdraw' && !mover.isAsker) return refuse('not-yours')
  const held = assignmentAskStateAt(state, grant, now)
  if (held === 'lapsed' && (state === 'lapsed' || by !== 'lapse')) return refuse('ask-lapsed')
  if (state !== 'waiting') return refuse('ask-answered')
  if (by === 'lapse' && held !== 'lapsed') return refuse('not-due')
  return ok(table[by])
}

/** How a person stands with a grant of their firm, as far as it bears on asking. */
export interface AskStanding {
  readonly role: StaffRole
  readonly isAssigned: boolean
  readonly isWaiting: boolean
  readonly lastDeclinedAt: Date | null
}

export type AssignmentAskRefusal =
  | 'grant-ended'
  | 'needs-none'
  | 'has-it-already'
  | 'already-asked'
  | 'declined-recently'

/** Whether somebody may ask to be assigned: who is not, one ask at a time, and 24 hours after a no. */
export function mayAskToJoin(
  grant: TimedGrant,
  { role, isAssigned, isWaiting, lastDeclinedAt }: AskStanding,
  now: Date,
): Result<null, AssignmentAskRefusal> {
  if (!isLive(grantStateAt(grant, now))) return refuse('grant-ended')
  if (mayAssign(role)) return refuse('needs-none')
  if (isAssigned) return refuse('has-it-already')
  if (isWaiting) return refuse('already-asked')
  return mayAskFrom(lastDeclinedAt, now) ? refuse('declined-recently') : ok(null)
}
