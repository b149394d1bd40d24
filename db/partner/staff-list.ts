import type { StaffRole } from '#lib/access/person-kinds.ts'
import type { LetterStanding } from '#lib/delivery/condition.ts'
import type { StaffState } from '#lib/partner/staff.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { newestStanding, type StandingValue, standingIn } from '../delivery/standing.ts'
import { accountsAssigned } from '../grant/people.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded, nameCursor, namePosition } from '../lists/name-search.ts'
import { isActiveStaff, isHeldStaff, nameAt, stateOfStaff } from '../person/has-place.ts'

/** One of a firm's staff as a list shows them, its own and the provider's. */
export interface ListedStaff {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: StaffRole
  readonly state: Exclude<StaffState, 'removed'>
  readonly lastSignInAt: Date | null
  /** The latest letter that leads to a password; null where there was none. */
  readonly letter: (LetterStanding & { readonly id: string }) | null
}

export type StaffRow = Omit<ListedStaff, 'lastSignInAt' | 'letter'> & {
  readonly lastSignInAt: string | Date | null
  readonly letter: StandingValue | null
}

/** What a list shows of the place `s` in a firm and its person `q`. */
export const staffColumns = `s.id, ${nameAt('s', 'q')} as name, q.email, s.role, ${stateOfStaff('s')} as state,
  case when ${isActiveStaff('s')} then q.last_sign_in_at end as "lastSignInAt",
  ${newestStanding(`w.person_id = s.person_id and w.kind in ('activation', 'reset')`)} as letter`

export function listedStaff({ lastSignInAt, letter, ...one }: StaffRow): ListedStaff {
  return { ...one, lastSignInAt: lastSignInAt ? new Date(lastSignInAt) : null, letter: standingIn(letter) }
}

/** One of the firm's people as the firm itself sees them. */
export interface Colleague extends ListedStaff {
  /** The reader themselves. */
  readonly isSelf: boolean
  /** On how many accounts a technician may work now; administrators may wherever the firm may. */
  readonly customers: number
}

const pageSize = 50
const name = folded(nameAt('s', 'q'))
const columns = `${staffColumns}, s.id = $2 as "isSelf", ${accountsAssigned('s')} as customers, ${name} as sorted`
const joins = `from partner_staff s join person q on q.id = s.person_id where s.partner_id = $1 and ${isHeldStaff('s')}`

type Row = StaffRow & Pick<Colleague, 'isSelf' | 'customers'> & { readonly sorted: string }

/** One page of the firm's people by name; `search` looks at names and addresses. */
export async function colleaguesOf(
  tx: Tx,
  partner: Pick<SeenPartner, 'id' | 'staffId'>,
  of: { readonly search: string; readonly after: string | undefined },
): Promise<{ readonly colleagues: readonly Colleague[]; readonly next: string | null }> {
  const position = namePosition(of.after)
  const answer = await tx.$client.query<Row>({
    name: 'colleagues',
    text: `select ${columns} ${joins}
        and ($3::text is null or ${name} like $3 or ${folded('q.email')} like $3)
        and ($4::text is null or (${name}, s.id) > ($4, $5::uuid))
      order by ${name}, s.id ${atMost(pageSize + 1)}`,
    values: [
      partner.id,
      partner.staffId,
      containing(of.search),
      position?.name ?? null,
      position?.id ?? null,
    ],
  })
  const rows = answer.rows.slice(0, pageSize)
  const last = rows.at(-1)
  const more = answer.rows.length > pageSize && last
  return { colleagues: rows.map(seen), next: more ? nameCursor({ id: last.id, name: last.sorted }) : null }
}

/** One of the firm's people; null where it has no such. */
export async function colleagueOf(
  tx: Tx,
  partner: Pick<SeenPartner, 'id' | 'staffId'>,
  id: string,
): Promise<Colleague | null> {
  const answer = await tx.$client.query<Row>({
    name: 'colleague',
    text: `select ${columns} ${joins} and s.id = $3`,
    values: [partner.id, partner.staffId, id],
  })
  const row = answer.rows[0]
  return row ? seen(row) : null
}

function seen({ sorted: _, isSelf, customers: on, ...row }: Row): Colleague {
  return { ...listedStaff(row), isSelf, customers: on }
}
