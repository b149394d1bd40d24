import { sql } from 'drizzle-orm'
import {
  type Grant,
  type GrantMove,
  type GrantRefusal,
  type GrantState,
  isLive,
  move,
  nextDue,
  stateAt,
} from '#lib/grant/grant.ts'
import type { EventAction } from '#lib/history/event.ts'
import type { LetterKind } from '#lib/mail/kinds.ts'
import { ok, type Result, refuse, type Seen } from '#lib/result.ts'
import type { Change } from '../change.ts'
import type { Tx } from '../client.ts'
import { latestAuthor, recorded } from '../events.ts'
import { toApprovers, toPartner } from '../mail/letters.ts'
import { together, type Write } from '../write.ts'
import { isLiveRow } from './clock.ts'

/** A live grant with what its changes need to know, read after the account's lock was taken. */
export interface LoadedGrant extends Grant {
  readonly version: number
  readonly accountId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly requestedBy: string | null
  readonly scope: string
  readonly scopePages: readonly string[]
  readonly endedByName: string | null
  readonly now: Date
}

export type GrantSelection =
  | { readonly grantId: string; readonly accountId: string }
  | { readonly grantId: string; readonly partnerId: string }
  | { readonly accountId: string; readonly partnerSlug?: string; readonly relationshipId?: string }

const columns = `g.id, g.state, g.designation, g.starts_at as "startsAt", g.ends_at as "endsAt", g.suspended_by as "suspendedBy",
  g.version, g.account_id as "accountId", g.partner_id as "partnerId", p.name as "partnerName", r.requested_by as "requestedBy",
  g.scope, g.scope_pages as "scopePages", ender.name as "endedByName", clock_timestamp() as now
  from access_grant g join partner p on p.id = g.partner_id
  left join access_request r on r.id = g.request_id left join person ender on ender.id = g.ended_by`

/** One grant of the account or of the firm, in whatever state; or the live grants of an account. */
export async function loadGrants(tx: Tx, of: GrantSelection): Promise<readonly LoadedGrant[]> {
  if ('grantId' in of) {
    const [column, owner] = 'accountId' in of ? ['account_id', of.accountId] : ['partner_id', of.partnerId]
    const one = await tx.$client.query<LoadedGrant>(
      `select ${columns} where g.id = $1 and g.${column} = $2`,
      [of.grantId, owner],
    )
    return one.rows
  }
  const many = await tx.$client.query<LoadedGrant>(
    `select ${columns} where g.account_id = $1 and ${isLiveRow('g')}
       and ($2::text is null or p.slug = $2) and ($3::uuid is null or g.relationship_id = $3) order by g.created_at, g.id`,
    [of.accountId, of.partnerSlug ?? null, of.relationshipId ?? null],
  )
  return many.rows
}

const tellings: Record<Exclude<GrantMove, 'start' | 'expire'>, { event: EventAction; letter: LetterKind }> = {
  revoke: { event: 'grant.revoked', letter: 'grant-ended' },
  relinquish: { event: 'grant.relinquished', letter: 'grant-ended' },
  terminate: { event: 'grant.terminated', letter: 'grant-ended' },
  suspend: { event: 'grant.suspended', letter: 'grant-suspended' },
  resume: { event: 'grant.resumed', letter: 'grant-resumed' },
}

export type GrantAct = keyof typeof tellings
export type Side = 'account' | 'partner' | 'provider'

/**
 * Moves one grant of an account or firm, with its event and its letters.
 * Refuses what lib/grant refuses, with the state that holds by now and who made it; `not-found` otherwise.
 */
export async function changeGrant(
  change: Change,
  of: Extract<GrantSelection, { grantId: string }>,
  act: GrantAct,
  side: Side,
  reason = '',
): Promise<Result<{ readonly partnerName: string }, GrantRefusal | 'not-found'>> {
  const grant = (await loadGrants(change.tx, of))[0]
  if (!grant) return refuse('not-found')
  const next = move(grant, act, side, grant.now)
  if (!next.ok) return refuse(next.refusal, await seen(change.tx, grant))
  await together(change.tx, changed(change, [grant], act, side, reason))
  return ok({ partnerName: grant.partnerName })
}

/** What somebody who came too late is told. */
async function seen(tx: Tx, grant: LoadedGrant): Promise<Seen> {
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
  const live = await loadGrants(change.tx, of)
  const ending = live.filter(grant => move(grant, 'revoke', 'account', grant.now).ok)
  await together(change.tx, changed(change, ending, 'revoke', 'account', reason))
  return ending.length
}

/**
 * The statements that move grants for which the move is allowed: rows, events, and one letter per firm, to its
 * administrators, to who asked for these grants and to `alsoTell`.
 */
export function changed(
  change: Pick<Change, 'tx' | 'author'> & {
    readonly actor: { readonly personId: string; readonly name: string }
  },
  grants: readonly LoadedGrant[],
  act: GrantAct,
  side: Side,
  reason: string,
  alsoTell: readonly string[] = [],
): readonly Write[] {
  const moves = grants.flatMap(grant => {
    const next = move(grant, act, side, grant.now)
    return next.ok ? [{ grant, to: next.value }] : []
  })
  if (moves.length === 0) return []
  const events = moves.map(({ grant, to }) => eventOf(grant, tellings[act].event, to.state, reason))
  const firms = Map.groupBy(
    moves.map(({ grant }) => grant),
    grant => grant.partnerId,
  )
  return [
    movedRows(moves, change.actor.personId, reason),
    recorded(change.tx, change.author, events),
    ...[...firms.values()].flatMap(ofFirm => lettersToFirm(change, ofFirm, act, reason, alsoTell)),
  ]
}

function lettersToFirm(
  change: Parameters<typeof changed>[0],
  grants: readonly LoadedGrant[],
  act: GrantAct,
  reason: string,
  alsoTell: readonly string[],
): readonly Write[] {
  const first = grants[0]
  if (!first) return []
  const occasion = `${act}-${first.version}`
  const about = {
    kind: tellings[act].letter,
    subjectId: first.id,
    accountId: first.accountId,
    facts: { by: change.actor.name, firm: change.author.firm, reason, act, also: grants.length - 1 },
    except: change.actor.personId,
  }
  const asked = [...grants.flatMap(grant => grant.requestedBy ?? []), ...alsoTell]
  return [
    toPartner({ ...about, occasion, partnerId: first.partnerId, asked }),
    toApprovers({ ...about, occasion: `${occasion}-approvers` }),
  ]
}

function movedRows(
  moves: readonly {
    grant: LoadedGrant
    to: { state: GrantState; suspendedBy: 'account' | 'provider' | null }
  }[],
  personId: string | null,
  reason: string,
): Write {
  const rows = moves.map(({ grant, to }) => ({
    id: grant.id,
    version: grant.version,
    state: to.state,
    suspended_by: to.suspendedBy,
    ended: !isLive(to.state),
    due_at: nextDue({ ...grant, state: to.state }, grant.now),
  }))
  // What was due before and no sweep has met yet stays due.
  return {
    query: sql`(update access_grant g set state = m.state, version = g.version + 1, suspended_by = m.suspended_by,
        due_at = case when m.ended then null else least(g.due_at, m.due_at) end,
        ended_at = case when m.ended then clock_timestamp() end,
        ended_by = case when m.ended then ${personId}::uuid end,
        end_reason = case when m.ended then ${reason} end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as m(id uuid, version int, state text, suspended_by text, ended boolean, due_at timestamptz)
      where g.id = m.id and g.version = m.version returning g.id)`,
    rows: rows.length,
  }
}

function eventOf(grant: LoadedGrant, action: EventAction, to: GrantState, reason: string) {
  const { accountId, partnerId, partnerName, scope, scopePages, endsAt } = grant
  const facts = { partner: partnerName, scope, pages: scopePages, endsAt: endsAt?.toISOString() ?? null }
  return { action, accountId, partnerId, subjectId: grant.id, from: grant.state, to, reason, facts }
}
