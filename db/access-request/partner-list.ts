import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { RequestState } from '#lib/access-request/access-request.ts'
import { type Duration, durationFrom } from '#lib/duration.ts'
import type { ExtensionState } from '#lib/grant/extension.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { closedAtNow as answeredAtNow, stateNow as extensionState, isWaitingNow } from '../extension/clock.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'
import { containing, folded } from '../lists/name-search.ts'
import { closedAtNow, isClosedNow, isOpenNow, stateNow } from './clock.ts'

/** Something that the firm has asked an account for, as the list of all of them shows it. */
export type DeskAsk = AskedAccess | AskedTime

interface Asked {
  readonly id: string
  readonly accountSlug: string
  readonly accountName: string
  readonly requestedBy: string
  readonly askedBy: string
  readonly ticket: string
  readonly scope: Scope
  readonly createdAt: Date
  /** When it lapses, if nobody answers it before. */
  readonly lapsesAt: Date | null
  /** When it ceased to wait, and by whom; null while it waits. */
  readonly closedAt: Date | null
  readonly closedBy: string | null
}

/** An access request. */
export interface AskedAccess extends Asked {
  readonly kind: 'request'
  readonly state: RequestState
  readonly duration: Duration
}

/** More time under a grant. */
export interface AskedTime extends Asked {
  readonly kind: 'extension'
  readonly state: ExtensionState
  readonly grantId: string
  /** Null = for good. */
  readonly askedEnd: Date | null
}

export const askFilters = ['open', 'question', 'waiting', 'more', 'closed'] as const
export type AskFilter = (typeof askFilters)[number]

/** So long what is over stands in the list; later it is found with its customer. */
export const daysListed = 90

const requests = (
  rank: number,
  where: string,
) => `select 'request' as kind, ${rank} as rank, r.id, r.account_id, r.requested_by,
    ${stateNow('r')} as state, r.ticket, r.scope, r.scope_pages, r.duration, null::uuid as grant_id, null::timestamptz as asked_end,
    r.created_at, r.lapses_at, ${closedAtNow('r')} as closed_at, r.decided_by
  from access_request r where r.partner_id = $1 and ${where}`

const extensions = (where: string) => `select 'extension', 2, x.id, x.account_id, x.requested_by,
    ${extensionState('x', 'g')}, coalesce(t.ticket, ''), g.scope, g.scope_pages, null, x.grant_id, x.asked_end,
    x.created_at, g.ends_at, ${answeredAtNow('x', 'g')}, x.decided_by
  from grant_extension x join access_grant g on g.id = x.grant_id left join access_request t on t.id = g.request_id
  where x.partner_id = $1 and ${where}`

const question = requests(0, `${isOpenNow('r')} and r.state = 'question'`)
const waiting = requests(1, `${isOpenNow('r')} and r.state = 'pending'`)
const more = extensions(isWaitingNow('x', 'g'))
const since = `clock_timestamp() - interval '${daysListed} days'`

/** What stands behind each tile: what waits for the firm before what waits for the account. */
const asksOf: Record<AskFilter, string> = {
  open: `${question} union all ${waiting} union all ${more}`,
  question,
  waiting,
  // Alone it names its columns itself.
  more: `${requests(0, 'false')} union all ${more}`,
  closed: `${requests(0, `coalesce(r.decided_at, r.lapses_at) > ${since} and ${isClosedNow('r')}`)}
    union all ${extensions(`not (${isWaitingNow('x', 'g')}) and ${answeredAtNow('x', 'g')} > ${since}`)}`,
}

export type AskCounts = Readonly<Record<AskFilter, number>>

const most = 100

/** How much stands behind each tile; 100 means "more than 99". */
export async function askCounts(tx: Tx, partner: Pick<SeenPartner, 'id'>): Promise<AskCounts> {
  const counts = askFilters.map(
    filter =>
      `(select count(*)::int from (select 1 from (${asksOf[filter]}) s limit ${most}) c) as ${filter}`,
  )
  const answer = await tx.$client.query<AskCounts>({
    name: 'ask-counts',
    text: `select ${counts.join(', ')}`,
    values: [partner.id],
  })
  return answer.rows[0] ?? { open: 0, question: 0, waiting: 0, more: 0, closed: 0 }
}

/** What waits goes by what lapses first, what is over by what ended last. */
const orders = {
  waiting: { by: 'm.rank, m.lapses_at, m.id', after: '(m.rank, m.lapses_at, m.id) >', moment: 'm.lapses_at' },
  over: { by: 'm.closed_at desc, m.id desc', after: '(m.closed_at, m.id) <', moment: 'm.closed_at' },
} as const

const cursorForm = /^([0-2])\.(.+)$/s

interface Row extends Omit<AskedAccess, 'kind' | 'state' | 'scope' | 'duration'> {
  readonly kind: DeskAsk['kind']
  readonly state: string
  readonly scopeName: string
  readonly scopePages: string[]
  readonly duration: string | null
  readonly grantId: string | null
  readonly askedEnd: Date | null
  readonly cursor: string
}

const pageSize = 25

/** One page of what the firm has asked for. `search` looks at the customers' names and at ticket numbers. */
export async function asksOfPartner(
  tx: Tx,
  partner: Pick<SeenPartner, 'id'>,
  of: {
    readonly filter: AskFilter
    readonly search?: string | undefined
    readonly after?: string | undefined
  },
): Promise<{ readonly asks: readonly DeskAsk[]; readonly next: string | null }> {
  const over = of.filter === 'closed'
  const { by, after, moment } = orders[over ? 'over' : 'waiting']
  const [, rank, rest] = cursorForm.exec(of.after ?? '') ?? []
  const position = momentPosition(rest)
  const bound = `(${over ? '' : '$5::int, '}$3::timestamp at time zone 'UTC', $4::uuid)`
  const answer = await tx.$client.query<Row>({
    name: `asks-of-partner-${of.filter}`,
    text: `select m.kind, m.id, a.slug as "accountSlug", a.name as "accountName", m.requested_by as "requestedBy",
        q.name as "askedBy", m.state, m.ticket, m.scope as "scopeName", m.scope_pages as "scopePages", m.duration,
        m.grant_id as "grantId", m.asked_end as "askedEnd", m.created_at as "createdAt", m.lapses_at as "lapsesAt",
        m.closed_at as "closedAt", d.name as "closedBy", m.rank || '.' || ${momentCursor(moment, 'm.id')} as cursor
      from (${asksOf[of.filter]}) m join account a on a.id = m.account_id join person q on q.id = m.requested_by
      left join person d on d.id = m.decided_by
      where ($2::text is null or ${folded('a.name')} like $2 or ${folded('m.ticket')} like $2)
        and ($3::text is null or ${after} ${bound})
      order by ${by} limit ${pageSize + 1}`,
    values: [
      partner.id,
      containing(of.search),
      position?.at ?? null,
      position?.id ?? null,
      ...(over ? [] : [rank ?? null]),
    ],
  })
  const rows = answer.rows.slice(0, pageSize)
  const next = answer.rows.length > pageSize ? (rows.at(-1)?.cursor ?? null) : null
  return { asks: rows.map(ask), next }
}

function ask({
  kind,
  state,
  scopeName,
  scopePages,
  duration,
  grantId,
  askedEnd,
  cursor: _,
  ...row
}: Row): DeskAsk {
  const asked = { ...row, scope: scopeFrom(scopeName, scopePages) }
  if (kind === 'request')
    return { ...asked, kind, state: state as RequestState, duration: durationFrom(duration ?? '') }
  return { ...asked, kind, state: state as ExtensionState, grantId: grantId ?? '', askedEnd }
}
