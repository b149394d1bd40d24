import { isInvitedStaff } from './has-place.ts'

/**
 * The places that wait for a person, as SQL: what they are to be there, where, and whose row it is. Nothing waits on what
 * is closed.
 */
export const waitingPlaces = (person: string) => `
  select m.id, m.kind, a.name as place, m.account_id as "accountId", null::uuid as "partnerId", m.created_at as "since"
    from membership m join account a on a.id = m.account_id and a.closed_at is null
    where m.person_id = ${person} and m.state = 'invited'
  union all
  select s.id, 'partner-' || s.role, f.name, null, f.id, s.created_at
    from partner_staff s join partner f on f.id = s.partner_id and f.closed_at is null
    where s.person_id = ${person} and ${isInvitedStaff('s')}
  union all
  select u.id, 'platform-' || u.role, v.name, null, null, u.created_at
    from platform_user u join provider v on v.id = u.provider_id
    where u.person_id = ${person} and ${isInvitedStaff('u')}`
