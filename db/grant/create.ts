import { randomUUID } from 'node:crypto'
import type { Given } from '#lib/access/giving.ts'
import { formatDuration } from '#lib/duration.ts'
import { nextDue } from '#lib/grant/grant.ts'
import { reviewAfter } from '#lib/grant/review.ts'
import type { EventFacts } from '#lib/history/event.ts'
import type { Tx } from '../client.ts'
import { accessGrant } from '../schema/grant.ts'
import type { Write } from '../write.ts'

/** What a grant comes of: a request that is approved, an invitation that is accepted, or the provider's word. */
export interface GrantOrigin {
  readonly providerId: string
  readonly accountId: string
  readonly partnerId: string
  /** The channel relationship it is to hang on, if any. */
  readonly relationshipId: string | null
  readonly from:
    | { readonly requestId: string }
    | { readonly invitationId: string }
    | { readonly designationReason: string }
  /** Who gave it, in the account's name or the provider's. */
  readonly approvedBy: string
  /** After how many months a grant without an end is looked at again. */
  readonly reviewMonths: number
  readonly now: Date
}

/** The row of a new grant, its id, and what the history tells of it. There is no other way in which a grant is made. */
export function grantMade(
  tx: Tx,
  { from, reviewMonths, now, ...origin }: GrantOrigin,
  grant: Given,
): { readonly id: string; readonly write: Write; readonly facts: EventFacts } {
  const id = randomUUID()
  const { scope, startsAt, endsAt, state, reachesClients = false } = grant
  const designated = 'designationReason' in from
  const duration = formatDuration(grant.duration)
  // The account looks again at what it gave itself.
  const reviewAt = endsAt || designated ? null : reviewAfter(startsAt, reviewMonths)
  const row = {
    id,
    ...origin,
    ...from,
    designation: designated ? ('provider' as const) : ('customer' as const),
    reachesClients,
    scope: scope.name,
    scopePages: [...scope.pages],
    duration,
    startsAt,
    endsAt,
    state,
    createdAt: now,
    reviewAt,
    dueAt: nextDue({ ...grant, reviewAt }, now),
  }
  return {
    id,
    write: { query: tx.insert(accessGrant).values(row).returning({ id: accessGrant.id }), rows: 1 },
    facts: {
      scope: scope.name,
      pages: scope.pages,
      duration,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
      ...(reachesClients && { clients: true }),
    },
  }
}
