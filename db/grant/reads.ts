import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type Duration, durationFrom } from '#lib/duration.ts'
import { type Grant, type GrantState, stateAt } from '#lib/grant/grant.ts'
import type { Tx } from '../client.ts'
import { type AskRow, lastAsk, type SeenAsk, seenAsk } from '../designation/seen.ts'
import {
  type OpenExtension,
  type OpenExtensionRow,
  openExtension,
  openExtensionFrom,
} from '../extension/reads.ts'
import { atMost } from '../lists/at-most.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'
import { isToRecheck } from '../restore/list.ts'
import { endsToday, isLiveNow, isLiveRow, isOverNow } from './clock.ts'
import { enteringNames, enteringNamesOfFirm } from './people.ts'

/** A grant as a row of the account's list shows it. */
export interface ListedGrant {
  readonly id: string
  readonly partnerName: string
  readonly partnerSlug: string
  /** The state that holds now, by the clock. */
  readonly state: GrantState
  readonly designation: 'customer' | 'provider'
  /** Why the provider set it, where it did, and what the account asked about it last. */
  readonly designationReason: string
  readonly lastAsk: SeenAsk | null
  readonly scope: Scope
  /** It opens the account's client accounts, too. */
  readonly reachesClients: boolean
  readonly duration: Duration
  /** What the partner had asked for, where it asked. */
  readonly asked: { readonly scope: Scope; readonly duration: Duration } | null
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly endReason: string | null
  readonly suspendedBy: 'account' | 'provider' | null
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
  readonly askedBy: string | null
  readonly approvedBy: string
  /** Who of the firm accepted the invitation that it came of. */
  readonly acceptedBy: string | null
  readonly createdAt: Date
  readonly requestId: string | null
  /** When the account is to look at it again; with an end beside it, that end holds unless it answers. */
  readonly reviewAt: Date | null
  /** Its end was moved by hand, so that the duration tells only what was given first. */
  readonly isEndMoved: boolean
  /** More time that its firm waits for. */
  readonly extension: OpenExtension | null
  /** The firm's people who can come in under it, administrators and assigned. */
  readonly people: readonly string[]
  /** The parent account that gave it, where it reaches the account from there: see db/exclusion/reads.ts. */
  readonly via?: string
}

interface RowFacts {
  readonly scopeName: string
  readonly scopePages: string[]
  readonly durationText: string
  readonly askedScope: string | null
  readonly askedPages: string[] | null
  readonly askedDuration: string | null
  readonly now: Date
  readonly lastAsk: AskRow | null
  readonly cursor: string
  readonly extension: OpenExtensionRow | null
}
export type ListedRow = Omit<
  ListedGrant,
  'scope' | 'duration' | 'asked' | 'state' | 'extension' | 'lastAsk'
> &
  Grant &
  RowFacts

export const listedColumns = `g.id, g.state, g.designation, g.scope as "scopeName", g.scope_pages as "scopePages", g.duration as "durationText",
  r.scope as "askedScope", r.scope_pages as "askedPages", r.duration as "askedDuration", g.starts_at as "startsAt",
  g.ends_at as "endsAt", g.ended_at as "endedAt", g.suspended_by as "suspendedBy", g.last_used_at as "lastUsedAt",
  g.review_at as "reviewAt", g.end_moved_at is not null as "isEndMoved", ${openExtension('g')} as extension,
  g.designation_reason as "designationReason", ${lastAsk('g')} as "lastAsk", g.reaches_clients as "reachesClients",
  g.created_at as "createdAt", g.request_id as "requestId", g.end_reason as "endReason",
  p.name as "partnerName", p.slug as "partnerSlug", who.name as "lastUsedBy", asker.name as "askedBy", approver.name as "approvedBy",
  (select t.name from partner_invitation i join person t on t.id = i.decided_by where i.account_id = g.account_id and i.id = g.invitation_id) as "acceptedBy",
  ender.name as "endedBy", clock_timestamp() as now,
  ${momentCursor('g.created_at', 'g.id')} as cursor,
  ${enteringNames} as people`

export const listedJoins = `join partner p on p.id = g.partner_id join person approver on approver.id = g.approved_by
  left join access_request r on r.id = g.request_id left join person asker on asker.id = r.requested_by
  left join person who on who.id = g.last_used_by left join person ender on ender.id = g.ended_by`

export const grantFilters = ['live', 'today', 'active', 'ongoing', 'ended'] as const
export type GrantFilter = (typeof grantFilters)[number]

/** Which grants stand behind each tile; db/account/authorised.ts counts the same. */
export const grantConditions: Record<GrantFilter, string> = {
  live: isLiveNow('g'),
  today: endsToday('g'),
  // Not `exists`: that becomes a join, which is made for all grants before the first is shown or counted.
  active: `${isLiveNow('g')} and (select true from effective_grant e where e.id = g.id)`,
  ongoing: `${isLiveRow('g')} and g.ends_at is null`,
  ended: isOverNow('g'),
}

const pageSize = 25

/** One page of an account's grants, newest first, and the cursor of the next page if there is one. */
export async function grantsOfAccount(
  tx: Tx,
  accountId: string,
  filter: GrantFilter,
  after: string | undefined,
): Promise<{ readonly grants: readonly ListedGrant[]; readonly next: string | null }> {
  const { at, id } = momentPosition(after) ?? { at: null, id: null }
  const answer = await tx.$client.query<ListedRow>({
    name: `grants-of-account-${filter}-${at ? 'next' : 'first'}`,
    text: `with page as (
        select g.id from access_grant g where g.account_id = $1 and ${grantConditions[filter]}
          ${at ? `and (g.created_at, g.id) < ($2::timestamp at time zone 'UTC', $3::uuid)` : ''}
        order by g.created_at desc, g.id desc ${atMost(pageSize + 1)})
      select ${listedColumns} from page join access_grant g on g.id = page.id ${listedJoins} order by g.created_at desc, g.id desc`,
    values: at ? [accountId, at, id] : [accountId],
  })
  const rows = answer.rows.slice(0, pageSize)
  return {
    grants: rows.map(listed),
    next: answer.rows.length > pageSize ? (rows.at(-1)?.cursor ?? null) : null,
  }
}

/** One grant of the account, in whatever state; null where there is none. */
export async function grantOfAccount(
  tx: Tx,
  accountId: string,
  grantId: string,
): Promise<ListedGrant | null> {
  const answer = await tx.$client.query<ListedRow>(
    `select ${listedColumns} from access_grant g ${listedJoins} where g.account_id = $1 and g.id = $2`,
    [accountId, grantId],
  )
  const row = answer.rows[0]
  return row ? listed(row) : null
}

/** What the account is to look at again after a restore: the newest of it, and how much there is in all. */
export async function grantsToRecheck(
  tx: Tx,
  accountId: string,
): Promise<{ readonly grants: readonly ListedGrant[]; readonly count: number }> {
  const answer = await tx.$client.query<ListedRow & { count: number }>(
    `with waiting as (
        select g.id, g.created_at, count(*) over ()::int as count
        from access_recheck c join access_grant g on ${isToRecheck('c', 'g')} where c.account_id = $1
        order by g.created_at desc, g.id desc limit ${pageSize})
      select ${listedColumns}, waiting.count from waiting join access_grant g on g.id = waiting.id ${listedJoins}
      order by g.created_at desc, g.id desc`,
    [accountId],
  )
  return {
    grants: answer.rows.map(({ count: _, ...row }) => listed(row)),
    count: answer.rows[0]?.count ?? 0,
  }
}

/** Who can get in at this very moment: the effective grants, those that end soonest first. */
export async function whoCanGetIn(tx: Tx, accountId: string, limit: number): Promise<readonly ListedGrant[]> {
  const answer = await tx.$client.query<ListedRow>({
    name: `who-can-get-in-${limit}`,
    text: `select ${listedColumns} from effective_grant e join access_grant g on g.id = e.id ${listedJoins}
      where e.account_id = $1
      order by g.ends_at nulls last, g.created_at ${atMost(limit)}`,
    values: [accountId],
  })
  return answer.rows.map(listed)
}

export function listed(row: ListedRow): ListedGrant {
  const {
    scopeName,
    scopePages,
    durationText,
    askedScope,
    askedPages,
    askedDuration,
    lastAsk,
    now,
    cursor: _,
    extension,
    ...rest
  } = row
  return {
    ...rest,
    scope: scopeFrom(scopeName, scopePages),
    duration: durationFrom(durationText),
    extension: openExtensionFrom(extension),
    lastAsk: seenAsk(lastAsk),
    asked: askedScope
      ? { scope: scopeFrom(askedScope, askedPages ?? []), duration: durationFrom(askedDuration ?? '') }
      : null,
    state: stateAt(row, now),
  }
}

/** A firm that the account may revoke something of, and who of it can come in. */
export interface RevocableFirm {
  readonly slug: string
  readonly name: string
  readonly people: readonly string[]
}

/** More firms than this are not named one by one; one more is read, to know of it. */
export const mostFirms = 20

/** What the account itself may end. */
export const isRevocable = `${isLiveNow('g')} and g.designation = 'customer'`

/** The firms whose access the account $1 may revoke, as SQL: all of them, or the one of the slug in that parameter. */
export const revocableFirms = (slug?: string) => `(select json_agg(x) from (
    select f.slug, f.name, ${enteringNamesOfFirm} as people from partner f
    where ${
      slug
        ? `f.slug = ${slug} and exists (select 1 from access_grant g
            where g.account_id = $1 and g.partner_id = f.id and ${isRevocable})`
        : `f.id in (select g.partner_id from access_grant g
            where g.account_id = $1 and ${isRevocable} order by g.created_at, g.id limit 500)`
    }
    order by f.name limit ${mostFirms + 1}) x)`

/** Whom the account would put out by revoking everything: all partners, or the firm of that slug. */
export async function revocableFirmsOn(
  tx: Tx,
  accountId: string,
  partnerSlug?: string,
): Promise<readonly RevocableFirm[]> {
  const answer = await tx.$client.query<{ firms: RevocableFirm[] | null }>(
    `select ${revocableFirms(partnerSlug === undefined ? undefined : '$2')} as firms`,
    partnerSlug === undefined ? [accountId] : [accountId, partnerSlug],
  )
  return answer.rows[0]?.firms ?? []
}
