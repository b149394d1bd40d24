import type { PlatformRole } from '#lib/access/platform.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

/** Nobody of the provider's own people is anything before they have taken their place themselves. */
export type PlatformState = 'invited' | 'active'

/** One of the provider's own people as the rules see them. */
export interface PlatformUser {
  readonly role: PlatformRole
  readonly state: PlatformState
  /** It is whoever acts. */
  readonly isActor: boolean
  /** Somebody else administers the platform who can get in. */
  readonly othersAdminister: boolean
}

/** What platform administrators do to others of their kind. */
export const platformActs = ['make-administrator', 'make-support', 'resend', 'reset', 'remove'] as const
export type PlatformAct = (typeof platformActs)[number]

export const platformRefusals = [
  'yourself',
  'last-administrator',
  'already-so',
  'not-invited',
  'still-invited',
] as const
export type PlatformRefusal = (typeof platformRefusals)[number]

/** The person takes their place themselves, by setting a password. */
export function activate(state: PlatformState): Result<PlatformState, 'not-invited'> {
  return state === 'invited' ? ok('active') : refuse('not-invited')
}

/** The role that an act gives. */
export function roleBy(act: PlatformAct): PlatformRole | null {
  if (act === 'make-administrator') return 'administrator'
  return act === 'make-support' ? 'support' : null
}

/**
 * Whether a platform administrator may do so. Nobody changes or removes themselves; somebody who can get in always
 * administers the platform; who has taken the place gets a reset, and who has not an activation.
 */
export function actOn(act: PlatformAct, user: PlatformUser): Result<null, PlatformRefusal> {
  if (act === 'resend') return user.state === 'invited' ? ok(null) : refuse('not-invited')
  if (act === 'reset') return user.state === 'active' ? ok(null) : refuse('still-invited')
  if (roleBy(act) === user.role) return refuse('already-so')
  if (user.isActor) return refuse('yourself')
  const losesAdministrator = act !== 'make-administrator' && user.role === 'administrator'
  return losesAdministrator && !user.othersAdminister ? refuse('last-administrator') : ok(null)
}
