import { sql } from 'drizzle-orm'
import type { Side } from '#lib/actor.ts'
import {
  type GrantAct,
  type GrantChange,
  type GrantRefusal,
  type GrantState,
  isLive,
  move,
  nextDue,
  stateAt,
} from '#lib/grant/grant.ts'
import type { EventAction } from '#lib/history/event.ts'
import { ok, type Result, refuse, type Seen } from '#lib/result.ts'
import { handedOnEnded } from '../assignment/lapse.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { asksLapsed } from '../designation/lapse.ts'
import { latestAuthor, type NewEvent, recorded } from '../events.ts'
import { lapsedWith } from '../extension/lapse.ts'
import { portalAuthor } from '../portal-author.ts'
import { together, type Write } from '../write.ts'
import { grantLetters } from './letters.ts'
import { type LoadedGrant, loadGrant, loadLiveGrants } from './load.ts'

const events: Record<GrantAct, EventAction> = {
  revoke: 'grant.revoked',
  relinquish: 'grant.relinquished',
  terminate: 'grant.terminated',
  suspend: 'grant.suspended',
  resume: 'grant.resumed',
}

/**
 * Moves one grant of an account, with its event and its letters.
 * Refuses what lib/grant refuses, with the state that holds by now and who made it; `not-found` otherwise.
 */
export async function changeGrant(
  change: Change,
  of: { readonly accountId: string; readonly grantId: string },
  act: GrantAct,
  side: Side,
  reason = '',
): Promise<Result<{ readonly partnerName: string }, GrantRefusal | 'not-found'>> {
  const grant = await loadGrant(change.tx, of.grantId, of)
  return grant ? changeLoaded(change, grant, act, side, reason) : refuse('not-found')
}

/** The same for a grant that was loaded behind its account's lock. */
export async function changeLoaded(
  change: Change,
  grant: LoadedGrant,
  act: GrantAct,
  side: Side,
  reason: string,
): Promise<Result<{ readonly partnerName: string }, GrantRefusal>> {
  const next = move(grant, act, side, grant.now)
  if (!next.ok) return refuse(next.refusal, await seenOf(change.tx, grant))
  await together(change.tx, [
    ...grantsMoved(change, [grant], act, side, reason).writes,
    ...grantLetters(change, [grant], act, reason),
  ])
  return ok({ partnerName: grant.partnerName })
}

/** What somebody who came too late is told. */
export async function seenOf(tx: Tx, grant: LoadedGrant): Promise<Seen> {
  const state = stateAt(grant, grant.now)
  const by = state === 'suspended' ? await latestAuthor(tx, grant.accountId, grant.id) : grant.endedByName
  return { state, by }
}

/**
 * Ends all live grants of an account: of one firm, or of all of them. What only the clock has ended already, and what
 * the provider designated, is left alone. Gives how many were ended.
 */
export async function revokeAll(
  change: Change,
  of: { readonly accountId: string; readonly partnerSlug?: string },
  reason = '',
): Promise<number> {
  const live = await loadLiveGrants(change.tx, of)
  const { grants, writes } = grantsMoved(change, live, 'revoke', 'account', reason)
  await together(change.tx, [...writes, ...grantLetters(change, grants, 'revoke', reason)])
  return grants.length
}

interface Step {
  readonly grant: LoadedGrant
  readonly to: GrantChange
}

/**
 * The rows and the history of an act on grants: of those for which the rules allow it, which are given too. The letters
 * are the caller's.
 */
export function grantsMoved(
  change: Pick<Change, 'tx' | 'author' | 'actor'>,
  grants: readonly LoadedGrant[],
  act: GrantAct,
  side: Side,
  reason: string,
): { readonly grants: readonly LoadedGrant[]; readonly writes: readonly Write[] } {
  const steps = grants.flatMap((grant): readonly Step[] => {
    const next = move(grant, act, side, grant.now)
    return next.ok ? [{ grant, to: next.value }] : []
  })
  if (steps.length === 0) return { grants: [], writes: [] }
  const { tx, actor, author } = change
  const lapsed = lapsedWith(steps, actor.personId)
  const asks = asksLapsed(steps, actor.personId)
  return {
    grants: steps.map(({ grant }) => grant),
    writes: [
      movedRows(steps, actor.personId, reason),
      ...lapsed.writes,
      ...asks.writes,
      ...handedOnEnded(steps, author),
      recorded(tx, author, [
        ...steps.flatMap(step => eventsOf(step, act, author.providerId, reason)),
        ...lapsed.events,
        ...asks.events,
      ]),
    ],
  }
}

function movedRows(steps: readonly Step[], personId: string, reason: string): Write {
  const rows = steps.map(({ grant, to }) => ({
    id: grant.id,
    version: grant.version,
    state: to.state,
    suspended_by: to.suspendedBy,
    ended: !isLive(to.state),
    due_at: nextDue({ ...grant, state: to.state }, grant.now),
  }))
  // What was due before and no sweep has met yet stays due. All that one statement ends has ended at one instant.
  return {
    query: sql`(update access_grant g set state = m.state, version = g.version + 1, suspended_by = m.suspended_by,
        due_at = case when m.ended then null else least(g.due_at, m.due_at) end,
        ended_at = case when m.ended then statement_timestamp() end,
        ended_by = case when m.ended then ${personId}::uuid end,
        end_reason = case when m.ended then ${reason} end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as m(id uuid, version int, state text, suspended_by text, ended boolean, due_at timestamptz)
      where g.id = m.id and g.version = m.version returning g.id)`,
    rows: rows.length,
  }
}

/** A start that no sweep has met yet stands in the history all the same: the firm may have been inside. */
function eventsOf(
  { grant, to }: Step,
  act: GrantAct,
  providerId: string,
  reason: string,
): readonly NewEvent[] {
  const from = stateAt(grant, grant.now)
  return [...startedBefore(grant, providerId), eventOf(grant, events[act], from, to.state, reason)]
}

/** The start of a grant that no sweep has met yet. */
export function startedBefore(grant: LoadedGrant, providerId: string): readonly NewEvent[] {
  const from = stateAt(grant, grant.now)
  if (grant.state !== 'scheduled' || from !== 'active') return []
  return [{ ...eventOf(grant, 'grant.started', grant.state, from, ''), author: portalAuthor(providerId) }]
}

function eventOf(
  grant: LoadedGrant,
  action: EventAction,
  from: GrantState,
  to: GrantState,
  reason: string,
): NewEvent {
  const { accountId, partnerId, partnerName, scope, scopePages, endsAt } = grant
  const facts = { partner: partnerName, scope, pages: scopePages, endsAt: endsAt?.toISOString() ?? null }
  return { action, accountId, partnerId, subjectId: grant.id, from, to, reason, facts }
}
