import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import { isOpenNow } from '../access-request/clock.ts'
import type { Tx } from '../client.ts'
import { isWaitingNow } from '../extension/clock.ts'
import { endedAtNow, isLiveNow, stateNow } from '../grant/clock.ts'
import { assignedNames } from '../grant/people.ts'
import { comesTo } from '../grant/reach.ts'
import { isOpenNow as isOpenInvitation } from '../invitation/clock.ts'
import { isActiveStaff } from '../person/has-place.ts'

/** A grant or an open request between a firm and an account, as the provider's desk shows what hangs on something. */
export type Dependant = DependentGrant | DependentRequest

interface DependantFacts {
  readonly id: string
  readonly partnerName: string
  readonly accountName: string
  readonly scope: Scope
  readonly askedBy: string | null
  /** It ends with what it is listed under, or ended with it; what an account gave without a relationship stays. */
  readonly hangs: boolean
  /** How many administrators of the firm may enter wherever the firm may. */
  readonly administrators: number
}

export interface DependentGrant extends DependantFacts {
  readonly kind: 'grant'
  readonly designation: 'customer' | 'provider'
  /** It opens the account's client accounts, too. */
  readonly reachesClients: boolean
  /** The parent account whose grant it is and from which it comes to the account; null = the account's own. */
  readonly via: string | null
  /** The account's ask to end it, while that waits. */
  readonly askId: string | null
  readonly state: GrantState
  readonly startsAt: Date
  readonly endsAt: Date | null
  /** When it ended; null while it lives. */
  readonly endedAt: Date | null
  readonly suspendedBy: 'account' | 'provider' | null
  /** Of what comes from the parent, its use on this account. */
  readonly lastUsedAt: Date | null
  /** Technicians who may enter under it. */
  readonly assigned: readonly string[]
}

export interface DependentRequest extends DependantFacts {
  readonly kind: 'request'
  readonly state: 'pending' | 'question' | 'lapsed'
  readonly createdAt: Date
}

interface Row extends DependantFacts {
  kind: 'grant' | 'request'
  state: string
  pages: string[]
}

/** More than this is not listed one by one; the numbers are still told. */
export const mostDependants = 200

const facts = (
  row: string,
) => `${row}.id, f.name as "partnerName", a.name as "accountName", (select count(*)::int
  from partner_staff s where s.partner_id = f.id and s.role = 'administrator' and ${isActiveStaff('s')}) as administrators`

interface Source {
  readonly grants: string
  readonly requests: string
  readonly hangs: (row: string) => string
  /** Of a grant that is another account's: by which it comes, and when it was used here. */
  readonly via?: string
  readonly usedHere?: string
}

/** Grants and requests from the source, which names them `g` and `q`, where the conditions hold. */
const listed = ({
  grants,
  requests,
  hangs,
  via = 'null::text',
  usedHere = 'null',
}: Source) => `select * from (
    select 'grant' as kind, ${facts('g')}, ${stateNow('g')} as state, g.scope as scope, g.scope_pages as pages, q.name as "askedBy",
      ${hangs('g')} as hangs, g.starts_at as "startsAt", g.ends_at as "endsAt", ${endedAtNow('g')} as "endedAt",
      g.suspended_by as "suspendedBy", case when ${via} is null then g.last_used_at else ${usedHere} end as "lastUsedAt", ${assignedNames} as assigned, g.created_at as "createdAt",
      g.designation, g.reaches_clients as "reachesClients", ${via} as via,
      (select k.id from designation_ask k where ${via} is null and k.grant_id = g.id and k.state = 'waiting') as "askId"
    from ${grants}
    union all
    select 'request', ${facts('q')}, q.state, q.scope, q.scope_pages, n.name, ${hangs('q')},
      q.starts_at, null, null, null, null, '{}', q.created_at, null, null, null, null
    from ${requests}) x
  order by x.hangs desc, x.kind, x."createdAt", x.id limit ${mostDependants}`

const grantNames = `join partner f on f.id = g.partner_id join account a on a.id = g.account_id
  left join access_request w on w.id = g.request_id left join person q on q.id = w.requested_by`
const requestNames = `join partner f on f.id = q.partner_id join account a on a.id = q.account_id
  join person n on n.id = q.requested_by`

const ofRelationship = listed({
  grants: `channel_relationship r join access_grant g on g.partner_id = r.partner_id and g.account_id = r.account_id ${grantNames}
      where r.provider_id = $1 and r.id = $2 and case when r.ended_at is null then ${isLiveNow('g')}
        else g.relationship_id = r.id and g.state = 'terminated' and g.ended_at = r.ended_at end`,
  requests: `channel_relationship r join access_request q on q.partner_id = r.partner_id and q.account_id = r.account_id ${requestNames}
      where r.provider_id = $1 and r.id = $2 and case when r.ended_at is null then ${isOpenNow('q')}
        else q.relationship_id = r.id and q.state = 'lapsed' and q.decided_by is not null and q.decided_at = r.ended_at end`,
  hangs: row => `coalesce(${row}.relationship_id = r.id, false)`,
})

const openRequests = (column: 'account_id' | 'partner_id') =>
  `access_request q ${requestNames} where q.provider_id = $1 and q.${column} = $2 and ${isOpenNow('q')}`

/** Its own, and what comes to it from its parent: that goes on for the parent when the account is closed. */
const ofAccount = listed({
  grants: `account here join access_grant g on ${comesTo('g', 'here')} ${grantNames}
    left join client_use u on u.client_id = here.id and u.grant_id = g.id
    where here.provider_id = $1 and here.id = $2 and ${isLiveNow('g')}`,
  requests: openRequests('account_id'),
  hangs: row => (row === 'g' ? 'g.account_id = here.id' : 'true'),
  via: `case when g.account_id <> here.id then a.name end`,
  usedHere: 'u.last_used_at',
})

const ofPartner = listed({
  grants: `access_grant g ${grantNames} where g.provider_id = $1 and g.partner_id = $2 and ${isLiveNow('g')}`,
  requests: openRequests('partner_id'),
  hangs: () => 'true',
})

const statements = {
  relationship: ofRelationship,
  account: ofAccount,
  partner: ofPartner,
} as const

/**
 * What hangs on a relationship (of an ended one what ended with it), on an account or on a firm: live grants and open
 * requests; on a client account also what comes to it from its parent.
 */
export async function dependantsOf(
  tx: Tx,
  providerId: string,
  on: keyof typeof statements,
  id: string,
): Promise<readonly Dependant[]> {
  const answer = await tx.$client.query<Row>({
    name: `dependants-of-${on}`,
    text: statements[on],
    values: [providerId, id],
  })
  return answer.rows.map(
    ({ scope, pages, ...row }) => ({ ...row, scope: scopeFrom(String(scope), pages) }) as Dependant,
  )
}

export interface EndingCounts {
  readonly grants: number
  readonly requests: number
  readonly invitations: number
  /** Asks for more time, which lapse with the grants. */
  readonly extensions: number
  readonly relationships: number
  /** Grants of the parent account that come to the account: they end for no other, but open this one no more. */
  readonly viaParent: number
}

const viaParent = `(select count(*)::int from account here join access_grant g on ${comesTo('g', 'here')}
    where here.id = $1 and g.account_id <> here.id and ${isLiveNow('g')})`

const counting = (column: 'account_id' | 'partner_id') => `select
  (select count(*)::int from access_grant g where g.${column} = $1 and ${isLiveNow('g')}) as grants,
  (select count(*)::int from access_request q where q.${column} = $1 and ${isOpenNow('q')}) as requests,
  (select count(*)::int from partner_invitation i where i.${column} = $1 and ${isOpenInvitation('i')}) as invitations,
  (select count(*)::int from grant_extension x join access_grant g on g.id = x.grant_id
    where x.${column} = $1 and ${isWaitingNow('x', 'g')}) as extensions,
  ${column === 'account_id' ? viaParent : '0'} as "viaParent",
  (select count(*)::int from channel_relationship r where r.${column} = $1 and r.ended_at is null) as relationships`

/** How much ends when an account or a firm is closed. */
export async function endingCounts(tx: Tx, of: 'account' | 'partner', id: string): Promise<EndingCounts> {
  const answer = await tx.$client.query<EndingCounts>({
    name: `ending-counts-of-${of}`,
    text: counting(`${of}_id`),
    values: [id],
  })
  const [counts] = answer.rows
  if (!counts) throw new Error('the counts were not read')
  return counts
}
