// What a row of the firm's desk tells of one account. Parameters: $1 the firm, $2 the reader's place in it, $3 their role.

const openRequest = `(select json_build_object('id', r.id, 'state', r.state, 'scope', r.scope, 'pages', r.scope_pages,
      'requestedBy', r.requested_by, 'askedBy', q.name, 'lapsesAt', r.lapses_at)
    from access_request r join person q on q.id = r.requested_by
    where r.partner_id = $1 and r.account_id = page.id and r.state in ('pending', 'question')
      and r.lapses_at > clock_timestamp())`

/** Whether the reader may enter under a grant: the twin of what the access check asks of the firm's people. */
export const enterable = `($3::text = 'administrator' or exists (select 1 from assignment x
    where x.grant_id = g.id and x.staff_id = $2::uuid and x.ended_at is null
      and (x.ends_at is null or x.ends_at > clock_timestamp())))`

/** The technicians to whom a grant is assigned. */
export const assignedNames = `array(select p.name from assignment x
    join partner_staff s on s.id = x.staff_id and s.removed_at is null and s.role = 'technician'
    join person p on p.id = s.person_id
    where x.grant_id = g.id and x.ended_at is null and (x.ends_at is null or x.ends_at > clock_timestamp())
    order by p.name limit 6)`

/** The state of a grant that holds now, whatever a sweep has said: the twin of stateAt in lib/grant. */
export const stateNow = `case when g.state not in ('scheduled', 'active', 'suspended') then g.state
    when g.ends_at <= clock_timestamp() then 'expired'
    when g.state = 'scheduled' and g.starts_at <= clock_timestamp() then 'active' else g.state end`

const liveGrants = `(select json_agg(x order by x.state <> 'active', not x.mine, x.state <> 'suspended', x."endsAt" desc nulls first, x.id) from (
    select g.id, case when e.id is not null then 'active' when g.state = 'suspended' then 'suspended' else 'scheduled' end as state,
      ${enterable} as mine, g.scope, g.scope_pages as pages, g.starts_at as "startsAt", g.ends_at as "endsAt", g.suspended_by as "suspendedBy",
      r.requested_by as "requestedBy", q.name as "askedBy", g.last_used_at as "lastUsedAt", u.name as "lastUsedBy",
      ${assignedNames} as assigned
    from access_grant g left join effective_grant e on e.id = g.id
    left join access_request r on r.id = g.request_id left join person q on q.id = r.requested_by
    left join person u on u.id = g.last_used_by
    where g.partner_id = $1 and g.account_id = page.id and g.state in ('scheduled', 'active', 'suspended')
      and (g.ends_at is null or g.ends_at > clock_timestamp())
      and (e.id is not null or g.state = 'suspended' or g.starts_at > clock_timestamp())
    order by e.id is null, g.ends_at desc nulls first limit 10) x)`

const lastEnded = `(select row_to_json(x) from (
    (select 'grant' as kind, g.id, case when g.state in ('scheduled', 'active', 'suspended') then 'expired' else g.state end as state,
        g.scope, g.scope_pages as pages, coalesce(g.ended_at, g.ends_at) as at, b.name as by, g.end_reason as reason,
        q.name as "askedBy", g.last_used_at as "lastUsedAt", u.name as "lastUsedBy"
      from access_grant g left join person b on b.id = g.ended_by left join person u on u.id = g.last_used_by
      left join access_request r on r.id = g.request_id left join person q on q.id = r.requested_by
      where g.partner_id = $1 and g.account_id = page.id
        and (g.state in ('expired', 'revoked', 'relinquished', 'terminated') or g.ends_at <= clock_timestamp())
      order by g.created_at desc limit 1)
    union all
    (select 'request', r.id, case when r.state in ('pending', 'question') then 'lapsed' else r.state end,
        r.scope, r.scope_pages, coalesce(r.decided_at, r.lapses_at), b.name, r.end_reason, q.name, null, null
      from access_request r join person q on q.id = r.requested_by left join person b on b.id = r.decided_by
      where r.partner_id = $1 and r.account_id = page.id and (r.state in ('declined', 'withdrawn', 'lapsed')
        or (r.state in ('pending', 'question') and r.lapses_at <= clock_timestamp()))
      order by r.created_at desc limit 1)) x
    order by x.at desc limit 1)`

/** To be set behind `with page as (…)` with id, slug, name, closed_at and fold of the accounts that are shown. */
export const customerDetails = `select page.id, page.slug, page.name, page.fold, clock_timestamp() as now,
    page.closed_at is null and exists (select 1 from channel_relationship c
      where c.partner_id = $1 and c.account_id = page.id and c.ended_at is null) as served,
    ${openRequest} as open, ${liveGrants} as live, ${lastEnded} as ended,
    (select max(r.decided_at) from access_request r
      where r.partner_id = $1 and r.account_id = page.id and r.state = 'declined') as "lastDeclinedAt"
  from page`
