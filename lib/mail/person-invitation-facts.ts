import type { Role } from '#lib/access/roles.ts'
import type { PersonInvitationState } from '#lib/person-invitation/person-invitation.ts'
import type { AccountNamed, Doer } from './facts.ts'

/** What letters about an invitation to a person report: see facts.ts. */
export interface PersonInvitationFacts {
  readonly state: PersonInvitationState
  readonly account: AccountNamed
  /** Nobody but its parent and the provider changes money or contracts there. */
  readonly isClientAccount: boolean
  readonly roles: readonly Role[]
  /** For whom it is; null = for whoever held its link. */
  readonly email: string | null
  readonly lapsesAt: Date
  /** Whether the letter's link is the newest one, sent to the address for which it is by now. */
  readonly isNewest: boolean
  /** Who invited, in the letter to the person; who answered, in those to the account. */
  readonly doer: Doer | null
  /** Of its link; empty where the letter has none. */
  readonly token: string
}
