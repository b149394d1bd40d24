import { type EndingCause, endedWith, openOf } from './access-request/lapse.ts'
import type { Change } from './change.ts'
import type { NewEvent } from './events.ts'
import { grantsMoved } from './grant/change.ts'
import { type LoadedGrant, loadLiveGrants, type Whose } from './grant/load.ts'
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
  readonly writes: readonly Write[]
  /** What happened to the requests; the events of the grants are among the writes. */
  readonly events: readonly NewEvent[]
}

/**
 * What ends when a channel relationship ends, an account closes or a firm closes: every live grant and every open request
 * of theirs, at one instant, with their history. The letters are the caller's, one about the act to each reader. The locks
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
  const requests = endedWith(change.tx, open, cause, { personId: change.actor.personId, reason })
  return {
    grants,
    requests: requests.rows,
    writes: [...requests.writes, ...writes],
    events: requests.events,
  }
}

/** Those of the firm's staff who asked for what ended: they are told beside its administrators. */
export function askersOf({ grants, requests }: Pick<Ending, 'grants' | 'requests'>): readonly string[] {
  const asked = [...grants.map(grant => grant.requestedBy), ...requests.map(request => request.requestedBy)]
  return [...new Set(asked.filter(person => person !== null))]
}
