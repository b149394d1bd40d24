import { randomUUID } from 'node:crypto'
import type { EventAction, EventFacts } from '#lib/history/event.ts'
import type { Tx } from '../client.ts'
import { accessRequest } from '../schema/access-request.ts'
import { event } from '../schema/event.ts'
import { accessGrant, assignment } from '../schema/grant.ts'
import type { CastIds } from './cast-ids.ts'

const hour = 3_600_000
const day = 24 * hour

interface Episode {
  readonly account: string
  readonly ownerEmail: string
  readonly ownerFirm: string
  readonly scope: 'full' | 'services'
  readonly duration: string
  readonly reason: string
  readonly ticket: string
  readonly askedAt: Date
  readonly approvedAt: Date
  readonly expires: boolean
}

/**
 * What has happened before the demo begins: an expired 24-hour grant in Harbour Dental's history, an ongoing
 * Services support grant on Maple Logistics, and one open request to Harbour Dental, whose id is given back.
 */
export async function loadStory(tx: Tx, ids: CastIds, now: Date): Promise<string> {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  await loadEpisode(tx, ids, {
    account: 'harbour-dental',
    ownerEmail: 'owner@harbour-dental.example',
    ownerFirm: 'Harbour Dental',
    scope: 'services',
    duration: '24h',
    reason: 'Two handsets drop calls since the move. We would like to check their registration.',
    ticket: 'HD-0987',
    askedAt: ago(21 * day),
    approvedAt: ago(21 * day - 3 * hour),
    expires: true,
  })
  await loadEpisode(tx, ids, {
    account: 'maple-logistics',
    ownerEmail: 'owner@maple.example',
    ownerFirm: 'Maple Logistics',
    scope: 'services',
    duration: 'ongoing',
    reason: 'Day-to-day support of the dispatch phones, as agreed in our service contract.',
    ticket: 'ML-0311',
    askedAt: ago(40 * day),
    approvedAt: ago(40 * day - 5 * hour),
    expires: false,
  })
  return loadOpenRequest(tx, ids, ago(2 * hour))
}

async function loadEpisode(tx: Tx, ids: CastIds, episode: Episode): Promise<void> {
  const requestId = randomUUID()
  const grantId = randomUUID()
  const endsAt = episode.expires ? new Date(episode.approvedAt.getTime() + day) : null
  const { providerId, id: ownerId } = ids.person(episode.ownerEmail)
  const shared = {
    providerId,
    accountId: ids.account(episode.account),
    partnerId: ids.partner('brightline-it'),
    relationshipId: ids.relationship(`brightline-it/${episode.account}`),
    scope: episode.scope,
    duration: episode.duration,
  }
  await tx.insert(accessRequest).values({
    ...shared,
    id: requestId,
    requestedBy: ids.person('tech@brightline.example').id,
    reason: episode.reason,
    ticket: episode.ticket,
    state: 'approved',
    version: 2,
    createdAt: episode.askedAt,
    lapsesAt: new Date(episode.askedAt.getTime() + 7 * day),
    decidedAt: episode.approvedAt,
    decidedBy: ownerId,
  })
  const reviewAt = endsAt ? null : new Date(episode.approvedAt.getTime() + 182 * day)
  await tx.insert(accessGrant).values({
    ...shared,
    id: grantId,
    requestId,
    startsAt: episode.approvedAt,
    endsAt,
    state: episode.expires ? 'expired' : 'active',
    approvedBy: ownerId,
    createdAt: episode.approvedAt,
    endedAt: endsAt,
    reviewAt,
    dueAt: reviewAt,
    lastUsedAt: new Date(episode.approvedAt.getTime() + (episode.expires ? 2 * hour : 38 * day)),
    lastUsedBy: ids.person('tech@brightline.example').id,
  })
  await tx.insert(assignment).values({
    providerId,
    accountId: shared.accountId,
    grantId,
    partnerId: shared.partnerId,
    staffId: ids.staff('tech@brightline.example'),
    assignedBy: ownerId,
    createdAt: episode.approvedAt,
  })
  await tellEpisode(tx, ids, episode, { ...shared, requestId, grantId, endsAt })
}

interface Happened {
  readonly providerId: string
  readonly accountId: string
  readonly partnerId: string
  readonly requestId: string
  readonly grantId: string
  readonly endsAt: Date | null
}

/** The history of an episode: asked, approved, given, and where it has an end, over. */
async function tellEpisode(tx: Tx, ids: CastIds, episode: Episode, happened: Happened): Promise<void> {
  const { requestId, grantId, endsAt } = happened
  const facts: EventFacts = {
    partner: 'Brightline IT',
    requester: ids.person('tech@brightline.example').name,
    scope: episode.scope,
    duration: episode.duration,
    ticket: episode.ticket,
    endsAt: endsAt?.toISOString() ?? null,
  }
  const partnerSide = { email: 'tech@brightline.example', firm: 'Brightline IT', kind: 'partner' as const }
  const accountSide = { email: episode.ownerEmail, firm: episode.ownerFirm, kind: 'account' as const }
  await told(
    tx,
    ids,
    happened,
    partnerSide,
    ['access-request.sent', requestId, null, 'pending', episode.askedAt, episode.reason],
    { ...facts, endsAt: null },
  )
  await told(
    tx,
    ids,
    happened,
    accountSide,
    ['access-request.approved', requestId, 'pending', 'approved', episode.approvedAt, ''],
    facts,
  )
  await told(
    tx,
    ids,
    happened,
    accountSide,
    ['grant.created', grantId, null, 'active', episode.approvedAt, ''],
    facts,
  )
  if (endsAt)
    await told(tx, ids, happened, null, ['grant.expired', grantId, 'active', 'expired', endsAt, ''], facts)
}

async function loadOpenRequest(tx: Tx, ids: CastIds, askedAt: Date): Promise<string> {
  const id = randomUUID()
  const asker = ids.person('tech@brightline.example')
  const shared = {
    providerId: asker.providerId,
    accountId: ids.account('harbour-dental'),
    partnerId: ids.partner('brightline-it'),
  }
  const reason =
    'Calls to the front desk go straight to voicemail after 17:00. We need to see the call routing and change the opening hours.'
  await tx.insert(accessRequest).values({
    ...shared,
    id,
    relationshipId: ids.relationship('brightline-it/harbour-dental'),
    requestedBy: asker.id,
    reason,
    ticket: 'HD-1042',
    scope: 'full',
    duration: 'ongoing',
    state: 'pending',
    createdAt: askedAt,
    lapsesAt: new Date(askedAt.getTime() + 7 * day),
  })
  const facts: EventFacts = {
    partner: 'Brightline IT',
    requester: asker.name,
    scope: 'full',
    duration: 'ongoing',
    ticket: 'HD-1042',
  }
  const side = { email: 'tech@brightline.example', firm: 'Brightline IT', kind: 'partner' as const }
  await told(tx, ids, shared, side, ['access-request.sent', id, null, 'pending', askedAt, reason], facts)
  return id
}

type Telling = readonly [
  action: EventAction,
  subjectId: string,
  from: string | null,
  to: string,
  at: Date,
  reason: string,
]

async function told(
  tx: Tx,
  ids: CastIds,
  where: { readonly providerId: string; readonly accountId: string; readonly partnerId: string },
  who: { readonly email: string; readonly firm: string; readonly kind: 'partner' | 'account' } | null,
  [action, subjectId, fromState, toState, at, reason]: Telling,
  facts: EventFacts,
): Promise<void> {
  const actor = who ? ids.person(who.email) : null
  await tx.insert(event).values({
    providerId: where.providerId,
    accountId: where.accountId,
    partnerId: where.partnerId,
    at,
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? 'Latchkey',
    actorFirm: who?.firm ?? '',
    actorKind: who?.kind ?? 'portal',
    action,
    subjectId,
    fromState,
    toState,
    reason,
    address: '',
    data: { ...facts },
  })
}
