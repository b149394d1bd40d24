import type { StaffRole } from '#lib/access/person-kinds.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

/** Nobody of a firm's staff is anything before they have taken their place themselves. */
export const staffStates = ['invited', 'active', 'removed'] as const
export type StaffState = (typeof staffStates)[number]

/** What happens to a place in a firm. `activate` is the person's own doing; the others are other people's. */
export const staffActs = ['activate', 'resend', 'remove'] as const
export type StaffAct = (typeof staffActs)[number]

export type StaffRefusal = 'already-removed' | 'not-invited'

/** What stands in the way of one of the firm's own. */
export type ColleagueRefusal = StaffRefusal | 'yourself'

/**
 * Whether an administrator of the firm may do so to one of its people, and the state that they are in then. Nobody removes
 * themselves, and whoever acts holds their own place meanwhile, so that a firm that removes its own people always keeps an
 * administrator.
 */
export function actOnColleague(
  act: Exclude<StaffAct, 'activate'>,
  { state, isActor }: { readonly state: StaffState; readonly isActor: boolean },
): Result<StaffState, ColleagueRefusal> {
  return act === 'remove' && isActor ? refuse('yourself') : actOnStaff(act, state)
}

/** Does so to a place, and gives the state that it is in then. Removed is an end: whoever comes back is added anew. */
export function actOnStaff(act: StaffAct, state: StaffState): Result<StaffState, StaffRefusal> {
  if (state === 'removed') return refuse('already-removed')
  if (act === 'remove') return ok('removed')
  if (state !== 'invited') return refuse('not-invited')
  return ok(act === 'activate' ? 'active' : state)
}

/** Who may take back or give up what the firm asked for: the person who asked, and the firm's administrators. */
export function maySpeakFor(
  staff: { readonly role: StaffRole; readonly personId: string },
  requestedBy: string | null,
): boolean {
  return staff.role === 'administrator' || staff.personId === requestedBy
}
