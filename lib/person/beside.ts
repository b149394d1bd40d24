import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import { isPlatformKind, isStaffKind, type PersonKind } from '#lib/access/person-kinds.ts'
import { ok, type Result, refuse } from '#lib/result.ts'

/** A place that somebody has or is to have: what they are, and where. */
export interface PlaceOfPerson {
  readonly kind: PersonKind
  /** The account, the firm or the provider. */
  readonly at: string
}

export type BesideRefusal =
  /** The provider's own people are nothing else within it. */
  | 'provider-staff'
  /** They are that very thing there already. */
  | 'here-already'
  /** Whoever is an account manager or an end user is one of the two, on one account. */
  | 'one-place'

const onlyOnce: readonly PersonKind[] = ['account-manager', 'end-user'] satisfies readonly MembershipKind[]

/**
 * Why one person can't have both places, or null. Whichever came first makes no difference, nor whether one of them still
 * waits for its person or is disabled: only a removed one is none. Everything that is not named here may stand beside each
 * other: an administrator on several accounts, an owner who is portal user and end user of the same, somebody of several
 * firms who is also a customer's administrator.
 */
export function besideRefusal(one: PlaceOfPerson, other: PlaceOfPerson): BesideRefusal | null {
  if (isPlatformKind(one.kind) || isPlatformKind(other.kind)) return 'provider-staff'
  // In a firm somebody is the one or the other, never both.
  const isSame = one.kind === other.kind || (isStaffKind(one.kind) && isStaffKind(other.kind))
  if (isSame && one.at === other.at) return 'here-already'
  return onlyOnce.includes(one.kind) && onlyOnce.includes(other.kind) ? 'one-place' : null
}

/** Whether somebody who has these places may have one more. Refuses as above, the most telling reason first. */
export function mayHaveBeside(
  wanted: PlaceOfPerson,
  held: readonly PlaceOfPerson[],
): Result<null, BesideRefusal> {
  const refusals = held.map(one => besideRefusal(one, wanted))
  const first = (['here-already', 'one-place', 'provider-staff'] as const).find(one => refusals.includes(one))
  return first ? refuse(first) : ok(null)
}
