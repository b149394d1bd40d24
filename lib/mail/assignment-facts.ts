import type { AssignmentAskState } from '#lib/grant/assignment-ask.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import type { AccountNamed, Doer, PartnerNamed, Terms } from './facts.ts'

// What letters report of who works under a firm's access: see facts.ts.

/** Somebody to whom the firm handed its access on, and how much of it. */
export interface AssignmentFacts extends Terms {
  readonly grantId: string
  readonly grantState: GrantState
  readonly account: AccountNamed
  readonly partner: PartnerNamed
  readonly startsAt: Date
  /** Whether they are assigned now. */
  readonly holds: boolean
  readonly doer: Doer | null
  /** Why it ended, where not by the firm's own word: the account gives less, and nothing of theirs is left. */
  readonly cause?: 'trimmed'
}

/** Somebody to whom the firm handed several at once: those of them that they can use now, or from a start to come. */
export interface AssignmentsFacts {
  readonly partner: PartnerNamed
  readonly given: readonly (Terms & { readonly account: string })[]
  readonly doer: Doer | null
}

/** Somebody who asks the firm for that; what they have of it, once it was granted. */
export interface AssignmentAskFacts extends AssignmentFacts {
  readonly state: AssignmentAskState
  readonly requester: string
  readonly reason: string
  /** What was written beside the answer. */
  readonly said: string
}

/** A firm's person who came into an account under an access for the first time. */
export interface EntryFacts extends Terms {
  readonly grantState: GrantState
  readonly account: AccountNamed
  readonly partner: PartnerNamed
  readonly who: string
  /** The parent account that gave the access, where the entered one is its client account. */
  readonly via: string | null
  readonly enteredAt: Date
}
