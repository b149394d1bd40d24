import { isActiveStaff } from '../person/has-place.ts'
import { isAssignedNow } from './clock.ts'

// Who of the firm comes in under a grant `g`, as SQL: its administrators by role, technicians where assigned. The access
// check in db/authority.ts decides; this is what lists show.

/** Whether the reader may enter under it. Parameters: $2 the reader's place in the firm, $3 their role. */
export const enterable = `($3::text = 'administrator' or exists (select 1 from assignment x
    where x.grant_id = g.id and x.staff_id = $2::uuid and ${isAssignedNow('x')}))`

/** What the reader has of it by an assignment, where they need one; null where they have none. Parameters as above. */
export const ownPart = `(select json_build_object('scope', x.scope, 'pages', x.scope_pages, 'endsAt', x.ends_at)
    from assignment x where $3::text <> 'administrator' and x.grant_id = g.id and x.staff_id = $2::uuid and ${isAssignedNow('x')})`

/** When it ends for the reader: an assignment of theirs may end before the access. Parameters as above. */
export const ownEnd = `least(g.ends_at, (select x.ends_at from assignment x
    where $3::text <> 'administrator' and x.grant_id = g.id and x.staff_id = $2::uuid and ${isAssignedNow('x')}))`

/** The technicians to whom it is assigned; administrators always may. */
export const assignedNames = `array(select p.name from assignment x
    join partner_staff s on s.id = x.staff_id and ${isActiveStaff('s')} and s.role = 'technician'
    join person p on p.id = s.person_id and p.disabled_at is null
    where x.grant_id = g.id and ${isAssignedNow('x')} order by p.name limit 6)`

/** Everybody of the firm `f` who can come in now under what the account $1 itself gave it. */
export const enteringNamesOfFirm = `array(select distinct q.name from effective_grant e
    join partner_staff s on s.partner_id = e.partner_id and ${isActiveStaff('s')}
    join person q on q.id = s.person_id and q.disabled_at is null
    left join assignment x on x.grant_id = e.id and x.staff_id = s.id and ${isAssignedNow('x')}
    where e.account_id = $1 and e.partner_id = f.id and e.designation = 'customer'
      and (s.role = 'administrator' or x.id is not null)
    order by q.name limit 6)`

/** Everybody of the firm who can come in under it. */
export const enteringNames = `array(select distinct q.name from partner_staff s
    join person q on q.id = s.person_id and q.disabled_at is null
    left join assignment x on x.grant_id = g.id and x.staff_id = s.id and ${isAssignedNow('x')}
    where s.partner_id = g.partner_id and ${isActiveStaff('s')} and (s.role = 'administrator' or x.id is not null)
    order by q.name limit 6)`

/** On how many accounts the staff `s` may work now by assignments; under what reaches client accounts the parent counts. */
export const accountsAssigned = (s: string) => `(select count(distinct x.account_id)::int from assignment x
    join effective_grant e on e.id = x.grant_id where x.staff_id = ${s}.id and ${isAssignedNow('x')})`
