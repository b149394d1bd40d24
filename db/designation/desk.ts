import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type AskState, askStateAt } from '#lib/grant/designation.ts'
import { type Grant, type GrantState, stateAt } from '#lib/grant/grant.ts'
import type { Tx } from '../client.ts'
import { isLiveNow } from '../grant/clock.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'

/** An ask to end an access, as the provider's desk shows it: who asks, and about what. */
export interface DeskAsk {
  readonly id: string
  readonly state: AskState
  readonly accountName: string
  readonly accountSlug: string
  readonly partnerName: string
  readonly partnerCode: string
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly answer: string
  readonly grant: {
    readonly id: string
    /** The state that holds now, by the clock. */
    readonly state: GrantState
    readonly scope: Scope
    readonly reachesClients: boolean
    readonly startsAt: Date
    readonly endsAt: Date | null
    readonly setBy: string
    readonly reason: string
    readonly lastUsedAt: Date | null
  }
}

type Row = Omit<DeskAsk, 'grant'> &
  Omit<DeskAsk['grant'], 'id' | 'state' | 'scope' | 'reason'> & {
    readonly grantId: string
    readonly grantState: GrantState
    readonly grantReason: string
    readonly scopeName: string
    readonly scopePages: readonly string[]
    readonly now: Date
    readonly cursor: string
  }

const columns = `k.id, k.state, k.reason, k.created_at as "askedAt", asker.name as "askedBy", k.answered_at as "answeredAt",
  answerer.name as "answeredBy", k.answer, a.name as "accountName", a.slug as "accountSlug", p.name as "partnerName",
  p.partner_code as "partnerCode", g.id as "grantId", g.state as "grantState", g.scope as "scopeName", g.scope_pages as "scopePages",
  g.reaches_clients as "reachesClients", g.starts_at as "startsAt", g.ends_at as "endsAt", setter.name as "setBy",
  g.designation_reason as "grantReason", g.last_used_at as "lastUsedAt", clock_timestamp() as now,
  ${momentCursor('k.created_at', 'k.id')} as cursor`

const joins = `from designation_ask k join access_grant g on g.id = k.grant_id join account a on a.id = k.account_id
  join partner p on p.id = g.partner_id join person asker on asker.id = k.asked_by join person setter on setter.id = g.approved_by
  left join person answerer on answerer.id = k.answered_by`

const waiting = `k.state = 'waiting' and ${isLiveNow('g')}`
const pageSize = 25

/** How many asks wait for the provider's answer; 100 means "more than 99". */
export async function waitingAsks(tx: Tx, providerId: string): Promise<number> {
  const answer = await tx.$client.query<{ count: number }>({
    name: 'waiting-asks',
    text: `select count(*)::int as count from (select 1 from designation_ask k join access_grant g on g.id = k.grant_id
      where k.provider_id = $1 and ${waiting} limit 100) c`,
    values: [providerId],
  })
  return answer.rows[0]?.count ?? 0
}

/** One page of the asks that wait, the oldest first, and the cursor of the next. */
export async function asksOf(
  tx: Tx,
  providerId: string,
  after: string | undefined,
): Promise<{ readonly asks: readonly DeskAsk[]; readonly next: string | null }> {
  const position = momentPosition(after)
  const answer = await tx.$client.query<Row>({
    name: 'asks-of-provider',
    text: `select ${columns} ${joins} where k.provider_id = $1 and ${waiting}
        and ($2::text is null or (k.created_at, k.id) > ($2::timestamp at time zone 'UTC', $3::uuid))
      order by k.created_at, k.id limit ${pageSize + 1}`,
    values: [providerId, position?.at ?? null, position?.id ?? null],
  })
  const rows = answer.rows.slice(0, pageSize)
  return {
    asks: rows.map(deskAsk),
    next: answer.rows.length > pageSize ? (rows.at(-1)?.cursor ?? null) : null,
  }
}

/** One ask to the provider, in whatever state; null where there is none. */
export async function askAtDesk(tx: Tx, providerId: string, id: string): Promise<DeskAsk | null> {
  const answer = await tx.$client.query<Row>({
    name: 'ask-at-desk',
    text: `select ${columns} ${joins} where k.provider_id = $1 and k.id = $2`,
    values: [providerId, id],
  })
  const row = answer.rows[0]
  return row ? deskAsk(row) : null
}

function deskAsk(row: Row): DeskAsk {
  const { grantId, grantState, grantReason, scopeName, scopePages, now, cursor: _, ...rest } = row
  const { reachesClients, startsAt, endsAt, setBy, lastUsedAt, ...ask } = rest
  const ruled: Grant = {
    id: grantId,
    state: grantState,
    designation: 'provider',
    startsAt,
    endsAt,
    suspendedBy: null,
  }
  return {
    ...ask,
    state: askStateAt(row.state, ruled, now),
    grant: {
      id: grantId,
      state: stateAt(ruled, now),
      scope: scopeFrom(scopeName, scopePages),
      reachesClients,
      startsAt,
      endsAt,
      setBy,
      reason: grantReason,
      lastUsedAt,
    },
  }
}
