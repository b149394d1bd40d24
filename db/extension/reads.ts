import type { ExtensionState } from '#lib/grant/extension.ts'
import type { Tx } from '../client.ts'
import { isLiveNow } from '../grant/clock.ts'
import { type Json, momentFrom } from '../json.ts'

/** More time that waits for the account's answer, as the row and the page of its grant show it. */
export interface OpenExtension {
  readonly id: string
  readonly askedBy: string
  readonly reason: string
  readonly at: Date
  /** Null = for good. */
  readonly askedEnd: Date | null
}

export type OpenExtensionRow = Json<OpenExtension>

/** The one that waits under the grant `g`, as SQL; it lapses with the grant by the clock. */
export const openExtension = (
  g: string,
) => `(select json_build_object('id', x.id, 'askedBy', w.name, 'reason', x.reason,
      'at', x.created_at, 'askedEnd', x.asked_end)
    from grant_extension x join person w on w.id = x.requested_by
    where x.grant_id = ${g}.id and x.state = 'pending' and ${isLiveNow(g)})`

export function openExtensionFrom(row: OpenExtensionRow | null): OpenExtension | null {
  return row && { ...row, at: new Date(row.at), askedEnd: momentFrom(row.askedEnd) }
}

/** A firm waits for more time under one grant, as the account's overview names it. */
export interface WaitingExtension {
  readonly grantId: string
  readonly partnerName: string
  readonly askedBy: string
  readonly endsAt: Date | null
  readonly askedEnd: Date | null
}

export type WaitingExtensionRow = Json<WaitingExtension>

/** All that waits on the account of this SQL, the one whose grant ends first before the others. */
export const waitingExtensions = (accountId: string) => `(select json_agg(x) from (
    select g.id as "grantId", p.name as "partnerName", w.name as "askedBy", g.ends_at as "endsAt", x.asked_end as "askedEnd"
    from grant_extension x join access_grant g on g.id = x.grant_id join partner p on p.id = x.partner_id
    join person w on w.id = x.requested_by
    where x.account_id = ${accountId} and x.state = 'pending' and ${isLiveNow('g')}
    order by g.ends_at nulls last, x.id limit 25) x)`

export function waitingExtensionsFrom(
  rows: readonly WaitingExtensionRow[] | null,
): readonly WaitingExtension[] {
  return (rows ?? []).map(row => ({
    ...row,
    endsAt: momentFrom(row.endsAt),
    askedEnd: momentFrom(row.askedEnd),
  }))
}

/** What became of the firm's latest asking under a grant, for the firm itself. */
export interface OwnExtension extends OpenExtension {
  readonly requestedBy: string
  /** By the row: what is pending lapses with its grant. */
  readonly state: ExtensionState
  readonly givenEnd: Date | null
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  readonly endReason: string | null
}

export type OwnExtensionRow = Json<OwnExtension>

export const latestExtension = (
  g: string,
) => `(select json_build_object('id', x.id, 'askedBy', w.name, 'reason', x.reason,
      'at', x.created_at, 'askedEnd', x.asked_end, 'requestedBy', x.requested_by, 'state', x.state, 'givenEnd', x.given_end,
      'decidedAt', x.decided_at, 'decidedBy', d.name, 'endReason', x.end_reason)
    from grant_extension x join person w on w.id = x.requested_by left join person d on d.id = x.decided_by
    where x.grant_id = ${g}.id order by x.created_at desc, x.id desc limit 1)`

export function ownExtensionFrom(row: OwnExtensionRow | null): OwnExtension | null {
  if (!row) return null
  const { at, askedEnd, givenEnd, decidedAt, ...rest } = row
  return {
    ...rest,
    at: new Date(at),
    askedEnd: momentFrom(askedEnd),
    givenEnd: momentFrom(givenEnd),
    decidedAt: momentFrom(decidedAt),
  }
}

/** How long the account's provider lets it give access at once, in hours; null = no limit. */
export async function longestHoursFor(tx: Tx, accountId: string): Promise<number | null> {
  const answer = await tx.$client.query<{ hours: number | null }>(
    `select v.longest_grant_hours as hours from account a join provider v on v.id = a.provider_id where a.id = $1`,
    [accountId],
  )
  return answer.rows[0]?.hours ?? null
}
