import { personKinds } from '#lib/access/person-kinds.ts'
import type { Scope } from '#lib/access/scopes.ts'
import type { RequestState } from '#lib/access-request/access-request.ts'
import type { Duration } from '#lib/duration.ts'
import type { ExtensionState } from '#lib/grant/extension.ts'
import type { GrantAct, GrantState } from '#lib/grant/grant.ts'
import type { InvitationState } from '#lib/invitation/invitation.ts'

// What letters report, as it is at the moment of sending. Names and reasons are as people typed them: the renderings
// make them harmless, not the letters.

export interface AccountNamed {
  readonly slug: string
  readonly name: string
}

export interface PartnerNamed extends AccountNamed {
  readonly code: string
}

/** Who did it, as the change wrote it down; null = the portal, by the clock. */
export interface Doer {
  readonly name: string
  readonly firm: string
}

export interface SignInFacts {
  readonly token: string
  readonly code: string
  readonly expiresAt: Date
  readonly isSpent: boolean
}

/** What leads to a password: the token's secret as above, its `code` being the temporary password; empty = none. */
export interface ActivationFacts extends SignInFacts {
  /** What the person is to be there, and where: an account, a firm, the provider. Null where no place waits. */
  readonly kind: InvitedKind | null
  readonly place: string
  readonly doer: Doer | null
}

/** The last two stand in letters that were written before a firm's and the provider's people had their role told. */
export const invitedKinds = [...personKinds, 'partner-staff', 'platform-user'] as const
export type InvitedKind = (typeof invitedKinds)[number]

export interface PasswordFacts {
  readonly changedAt: Date
}

export interface RequestFacts {
  readonly id: string
  readonly state: RequestState
  readonly account: AccountNamed
  readonly partner: PartnerNamed
  readonly providerName: string
  readonly requester: string
  /** Whether the reader is the one who asked. */
  readonly isOwn: boolean
  /** The account takes no requests from the firm any more. */
  readonly blocked: boolean
  readonly reason: string
  readonly ticket: string
  readonly scope: Scope
  readonly duration: Duration
  readonly startsAt: Date | null
  readonly lapsesAt: Date
  readonly decidedAt: Date | null
  /** The account's last question. */
  readonly question: string | null
  /** The grant that the approval made. */
  readonly grant: Pick<
    GrantFacts,
    'state' | 'scope' | 'reachesClients' | 'duration' | 'startsAt' | 'endsAt'
  > | null
  readonly doer: Doer | null
  /** What the doer wrote: a decline's reason, a question, an answer. */
  readonly said: string
}

export interface InvitationFacts {
  readonly id: string
  readonly state: InvitationState
  readonly account: AccountNamed
  readonly partner: PartnerNamed
  readonly inviter: string
  /** Whether whoever invited may still decide on partner access: without that nobody can accept. */
  readonly inviterDecides: boolean
  readonly scope: Scope
  readonly duration: Duration
  readonly lapsesAt: Date
  /** The grant that came of it. */
  readonly grant: Pick<GrantFacts, 'state' | 'startsAt' | 'endsAt'> | null
  readonly doer: Doer | null
  /** Why it was declined. */
  readonly said: string
}

/** What became of a grant: what somebody did to it, or the clock. */
export type ToldAct = GrantAct | 'expire'

export interface GrantFacts {
  readonly id: string
  readonly state: GrantState
  readonly account: AccountNamed
  readonly partner: PartnerNamed
  readonly designation: 'customer' | 'provider'
  readonly scope: Scope
  /** Null where the end was moved since: then only the end itself is told. */
  readonly duration: Duration | null
  /** It opens the client accounts, too. */
  readonly reachesClients: boolean
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly endedAt: Date | null
  readonly lastUse: LastUse | null
  readonly act: ToldAct
  readonly doer: Doer | null
  readonly said: string
  /** How many more grants of the firm went the same way at the same moment. */
  readonly also: number
  /** The other firms whose access ended by the same act, for those who are told of all at once. */
  readonly otherFirms: readonly string[]
  /** Whether another grant still opens the account to the firm. */
  readonly hasOther: boolean
  /** Whether another grant to the account lives, also one that is suspended or waits for its start. */
  readonly hasLive: boolean
  /** Whether it ended because nobody answered its review. */
  readonly unreviewed: boolean
  /** The end that a reminder was written about; another end by now makes it untrue. */
  readonly endAsWritten: Date | null
  /** What end and scope were before they were moved, and what they were moved to. */
  readonly moved: { readonly from: Terms; readonly to: Terms } | null
}

/** Until when, and how much. */
export interface Terms {
  readonly endsAt: Date | null
  readonly scope: Scope
}

export interface LastUse {
  readonly at: Date
  readonly by: string
}

/** A firm asks for more time, with the grant that it asks it for. */
export interface ExtensionFacts extends Terms {
  readonly grantId: string
  readonly state: ExtensionState
  readonly grantState: GrantState
  readonly account: AccountNamed
  readonly partner: PartnerNamed
  readonly requester: string
  /** Whether the reader is the one who asked. */
  readonly isOwn: boolean
  readonly reason: string
  readonly startsAt: Date
  /** Null = for good. */
  readonly askedEnd: Date | null
  readonly decidedAt: Date | null
  readonly lastUse: LastUse | null
  /** Who of the firm can come in. */
  readonly people: readonly string[]
  readonly doer: Doer | null
  readonly said: string
}

export interface RelationshipFacts {
  readonly account: AccountNamed
  readonly partner: PartnerNamed
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly doer: Doer | null
  readonly said: string
  readonly grantsEnded: number
  readonly requestsEnded: number
  readonly invitationsEnded: number
  /** Whether a grant that did not rest on it still opens the account to the firm. */
  readonly hasOther: boolean
}

/** An account or a firm that is closed for good, as one reader is told of it. */
export interface ClosingFacts {
  /** The account that was closed, or the one from which the closed firm is gone; null in the letter to that firm. */
  readonly account: AccountNamed | null
  /** The firm that was closed, or the one that served the closed account; null in the letter to that account. */
  readonly partner: PartnerNamed | null
  readonly closedAt: Date | null
  readonly doer: Doer | null
  readonly said: string
  /** How many of them ended with it, as far as they concern the reader. */
  readonly grantsEnded: number
  readonly requestsEnded: number
  readonly invitationsEnded: number
}

/** A client account that keeps a firm out which comes through its parent, or lets it come again. */
export interface ExclusionFacts {
  /** The account in whose name the reader is told: the client account's, or its parent's. */
  readonly account: AccountNamed
  readonly client: AccountNamed
  readonly parent: AccountNamed
  readonly partner: PartnerNamed
  readonly excludedAt: Date
  readonly includedAt: Date | null
  readonly doer: Doer | null
  readonly said: string
}

/** After a restore: what an account is to look at again. */
export interface RestoreFacts {
  readonly account: AccountNamed
  readonly restoredAt: Date
  /** How many accesses from before still wait for a look. */
  readonly count: number
  /** The first few of them. */
  readonly first: readonly {
    readonly partnerName: string
    readonly scope: Scope
    readonly endsAt: Date | null
  }[]
}

/** What an account is to look at again because it has no end of its own. */
export interface ReviewFacts {
  readonly account: AccountNamed
  /** How many accesses wait for an answer. */
  readonly count: number
  /** The first few of them, the one that waits longest before the others. */
  readonly first: readonly ReviewedGrant[]
}

export interface ReviewedGrant {
  readonly partnerName: string
  readonly scope: Scope
  readonly startsAt: Date
  readonly dueSince: Date
  /** The end that it has unless somebody answers. */
  readonly endsAt: Date | null
  readonly lastUse: LastUse | null
}
