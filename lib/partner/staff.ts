import { ok, type Result, refuse } from '#lib/result.ts'

/** Nobody of a firm's staff is anything before they have taken their place themselves. */
export const staffStates = ['invited', 'active', 'removed'] as const
export type StaffState = (typeof staffStates)[number]

/** What happens to a place in a firm. `activate` is the person's own doing; the others are other people's. */
export const staffActs = ['activate', 'resend', 'remove'] as const
export type StaffAct = (typeof staffActs)[number]

export type StaffRefusal = 'already-removed' | 'not-invited'

/** Does so to a place, and gives the state that it is in then. Removed is an end: whoever comes back is added anew. */
export function actOnStaff(act: StaffAct, state: StaffState): Result<StaffState, StaffRefusal> {
  if (state === 'removed') return refuse('already-removed')
  if (act === 'remove') return ok('removed')
  if (state !== 'invited') return refuse('not-invited')
  return ok(act === 'activate' ? 'active' : state)
}
