import { type EndingCause, endedWith, openOf } from './access-request/lapse.ts'
import type { Change } from './change.ts'
import type { NewEvent } from './events.ts'
import { grantsMoved } from './grant/change.ts'
import { concernedBy, type LoadedGrant, loadLiveGrants, type Whose } from './grant/load.ts'
import { invitationsEndedWith, openInvitationsOf } from './invitation/lapse.ts'
import type { Write } from './write.ts'

/** A request that ends with something greater. */
export interface EndedRequest {
  readonly accountId: string
  readonly partnerId: string
  readonly requestedBy: string
}

export interface Ending {
  readonly grants: readonly LoadedGrant[]
  readonly requests: readonly EndedRequest[]
  /** The firms whose open invitations ended, and the accounts that had invited them. */
  readonly invitations: readonly { readonly accountId: string; readonly partnerId: string }[]
  readonly writes: readonly Write[]
  /** What happened to the requests and the invitations; the events of the grants are among the writes. */
  readonly events: readonly NewEvent[]
}

/**
 * What ends when a channel relationship ends, an account closes or a firm closes: every live grant, every open request and
 * every open invitation of theirs, at one instant, with their history. The letters are the caller's, one about the act to each reader. The locks
 * of all accounts concerned must be held.
 */
export async function endingOf(
  change: Change,
  of: Omit<Whose, 'partnerSlug'>,
  cause: EndingCause,
  reason: string,
): Promise<Ending> {
  const live = await loadLiveGrants(change.tx, of)
  const { grants, writes } = grantsMoved(change, live, 'terminate', 'provider', reason)
  const open = await openOf(change.tx, of)
  const by = { personId: change.actor.personId, reason }
  const requests = endedWith(change.tx, open, cause, by)
  const invited = await openInvitationsOf(change.tx, of)
  const invitations = invitationsEndedWith(change.tx, invited, cause, by)
  return {
    grants,
    requests: requests.rows,
    invitations: invitations.ended,
    writes: [...requests.writes, ...invitations.writes, ...writes],
    events: [...requests.events, ...invitations.events],
  }
}

/** Those of the firm's staff who asked for what ended, or worked under it: they are told beside its administrators. */
export function askersOf({ grants, requests }: Pick<Ending, 'grants' | 'requests'>): readonly string[] {
  return [...new Set([...grants.flatMap(concernedBy), ...requests.map(request => request.requestedBy)])]
}
