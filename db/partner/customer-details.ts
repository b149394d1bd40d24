import { closedAtNow, isClosedNow, isOpenNow, stateNow as requestState } from '../access-request/clock.ts'
import { isExtendable, isExtending } from '../extension/extendable.ts'
import { endedAtNow, stateNow as grantState, isLiveNow, isOverNow } from '../grant/clock.ts'
import { assignedNames, enterable, ownPart } from '../grant/people.ts'
import { comesTo } from '../grant/reach.ts'
import { isOpenNow as isOpenInvitation } from '../invitation/clock.ts'
import { isBlocked } from './blocked.ts'
import { isServed } from './served.ts'

// What a row of the firm's desk tells of one account. Parameters: $1 the firm, $2 the reader's place in it, $3 their role.

const openRequest = `(select json_build_object('id', r.id, 'state', r.state, 'scope', r.scope, 'pages', r.scope_pages,
      'requestedBy', r.requested_by, 'askedBy', q.name, 'lapsesAt', r.lapses_at)
    from access_request r join person q on q.id = r.requested_by
    where r.partner_id = $1 and r.account_id = page.id and ${isOpenNow('r')})`

const openInvitation = `(select json_build_object('id', i.id, 'scope', i.scope, 'pages', i.scope_pages, 'lapsesAt', i.lapses_at)
    from partner_invitation i where i.partner_id = $1 and i.account_id = page.id and ${isOpenInvitation('i')})`

/** The firm's grants `g`, each with what opens the door under it at this moment, `e`. */
export const liveOfFirm = 'access_grant g left join effective_grant e on e.id = g.id'

/** On whose word a grant `g` was given: the firm's own request, the account's invitation, or the provider's. */
const origin = `case when g.designation = 'provider' then 'provider' when g.invitation_id is not null then 'invitation'
      else 'request' end as origin`

/** Which of them stand at the firm's desk as its access: those that open the door, are suspended, or have not begun. */
export const standsAtDesk = `${isLiveNow('g')} and (e.id is not null or g.state = 'suspended' or g.starts_at > clock_timestamp())`

const liveGrants = `(select json_agg(x order by x.state <> 'active', not x.mine, x.state <> 'suspended', x."endsAt" desc nulls first, x.id) from (
    select g.id, case when e.id is not null then 'active' when g.state = 'suspended' then 'suspended' else 'scheduled' end as state,
      ${enterable} as mine, g.scope, g.scope_pages as pages, g.starts_at as "startsAt", g.ends_at as "endsAt", g.suspended_by as "suspendedBy",
      ${isExtendable('g.account_id')} as extendable, ${isExtending} as extending,
      r.requested_by as "requestedBy", q.name as "askedBy", ${origin},
      case when g.account_id = page.id then g.last_used_at else h.last_used_at end as "lastUsedAt",
      case when g.account_id = page.id then u.name else hu.name end as "lastUsedBy",
      case when g.account_id <> page.id then (select o.name from account o where o.id = g.account_id) end as via,
      ${assignedNames} as assigned, ${ownPart} as own
    from ${liveOfFirm}
    left join access_request r on r.id = g.request_id left join person q on q.id = r.requested_by
    left join person u on u.id = g.last_used_by
    left join client_use h on h.grant_id = g.id and h.client_id = page.id left join person hu on hu.id = h.last_used_by
    where g.partner_id = $1 and ${comesTo('g', 'page')} and ${standsAtDesk}
    order by e.id is null, g.ends_at desc nulls first limit 10) x)`

const lastEnded = `(select row_to_json(x) from (
    (select 'grant' as kind, g.id, ${grantState('g')} as state,
        g.scope, g.scope_pages as pages, ${endedAtNow('g')} as at, b.name as by, g.end_reason as reason,
        q.name as "askedBy", ${origin}
      from access_grant g left join person b on b.id = g.ended_by
      left join access_request r on r.id = g.request_id left join person q on q.id = r.requested_by
      where g.partner_id = $1 and ${isOverNow('g')} and (g.account_id = page.id or (g.account_id = page.parent_id
        and g.reaches_clients and exists (select 1 from client_use h where h.client_id = page.id and h.grant_id = g.id)))
      order by ${endedAtNow('g')} desc limit 1)
    union all
    (select 'grant', g.id, 'excluded', g.scope, g.scope_pages, x.created_at, b.name, x.reason, null, ${origin}
      from client_exclusion x join person b on b.id = x.excluded_by
      join client_use h on h.client_id = x.account_id join access_grant g on g.id = h.grant_id
      where x.account_id = page.id and x.partner_id = $1 and x.included_at is null and g.partner_id = $1
      order by h.last_used_at desc limit 1)
    union all
    (select 'request', r.id, ${requestState('r')},
        r.scope, r.scope_pages, ${closedAtNow('r')}, b.name, r.end_reason, q.name, 'request'
      from access_request r join person q on q.id = r.requested_by left join person b on b.id = r.decided_by
      where r.partner_id = $1 and r.account_id = page.id and r.state <> 'approved' and ${isClosedNow('r')}
      order by ${closedAtNow('r')} desc limit 1)) x
    order by x.at desc limit 1)`

/** The firm's latest use of any access it has or had there: the row is about the customer, not about one grant. */
const lastUse = `(select json_build_object('at', l.at, 'by', u.name) from (
      (select g.last_used_at as at, g.last_used_by as who from access_grant g
        where g.partner_id = $1 and g.account_id = page.id and g.last_used_at is not null
        order by g.last_used_at desc limit 1)
      union all
      (select h.last_used_at, h.last_used_by from client_use h join access_grant g on g.id = h.grant_id
        where g.partner_id = $1 and h.client_id = page.id order by h.last_used_at desc limit 1)) l
    left join person u on u.id = l.who order by l.at desc limit 1)`

/** To be set behind `with page as (…)` with id, parent_id, slug, name, closed_at, fold and pinned of the accounts that are shown. */
export const customerDetails = `select page.id, page.slug, page.name, page.fold, page.pinned, clock_timestamp() as now,
    ${isServed('page')} as served,
    ${openRequest} as open, ${openInvitation} as invitation, ${isBlocked('page.id', '$1')} as blocked,
    ${liveGrants} as live, ${lastEnded} as ended, ${lastUse} as "lastUse",
    (select max(r.decided_at) from access_request r
      where r.partner_id = $1 and r.account_id = page.id and r.state = 'declined') as "lastDeclinedAt"
  from page`
