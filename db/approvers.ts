import { rolesFromParent } from '#lib/access/authority.ts'
import { decidingRoles } from '#lib/access/deciding.ts'

// Who may decide on partner access, as SQL, for letters to all of them. The access check stays the only thing that lets
// anybody decide; db/twins.test.ts holds the two equal.

const deciding = decidingRoles.join(',')

/** Whether the membership `m` of the parent account lets its person act as an owner on the client account `a`. */
export const actsFromParent = (m: string, a: string) =>
  `(${m}.state = 'active' and ${m}.account_id = ${a}.parent_id and ${m}.kind = 'administrator'
    and 'service-contributor' = any(${m}.roles))`

/** Whether the membership `m` of the parent account lets its person onto the client account `a` at all. */
export const comesFromParent = (m: string, a: string) =>
  `(${m}.state = 'active' and ${m}.account_id = ${a}.parent_id and ${m}.kind = 'administrator'
    and ${m}.roles && '{${rolesFromParent.join(',')}}'::text[])`

/** Whether the membership `m` would make its person one, were it theirs. */
export const wouldDecide = (m: string) =>
  `(${m}.kind = 'account-manager' or (${m}.kind = 'administrator' and ${m}.roles && '{${deciding}}'::text[]))`

/** Whether the membership `m` makes its person an approver of the account that it is on. */
export const decidesOnIts = (m: string) => `${m}.state = 'active' and ${wouldDecide(m)}`

/** Whether the membership `m` makes its person an approver of the account `a`. */
export const isApprover = (m: string, a: string) =>
  `(${actsFromParent(m, a)} or (${m}.account_id = ${a}.id and ${decidesOnIts(m)}))`

/** Whether anybody is left who may decide for the account `a`: the twin of isApprover, asked of accounts and not of people. */
export const decidedNow = (
  a: string,
) => `(exists (select 1 from membership m join person p on p.id = m.person_id
    where m.account_id = ${a}.id and ${decidesOnIts('m')} and p.disabled_at is null)
  or ${a}.parent_id is not null and exists (select 1 from membership m join person p on p.id = m.person_id
    where ${actsFromParent('m', a)} and p.disabled_at is null))`
