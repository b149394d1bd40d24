import type { StaffRole } from '#lib/access/person-kinds.ts'
import type { Tx } from '../client.ts'
import { reachedClients } from '../grant/reach.ts'
import { containing, folded, nameCursor, namePosition } from '../lists/name-search.ts'
import { type ListedStaff, listedStaff, type StaffRow, staffColumns } from '../partner/staff-list.ts'
import { isActiveStaff, isHeldStaff, isInvitedStaff, nameAt } from '../person/has-place.ts'

/** A firm as a row of the provider's list shows it. */
export interface ListedPartner {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly partnerCode: string
  readonly closedAt: Date | null
  /** Accounts that it serves, and accounts that it can enter now: 100 means "more than 99". */
  readonly serves: number
  readonly enters: number
  /** Those who have taken their place, and those whom it waits for. */
  readonly administrators: number
  readonly technicians: number
  readonly invited: number
}

export const partnerFilters = ['open', 'unstaffed', 'closed'] as const
export type PartnerFilter = (typeof partnerFilters)[number]
export type PartnerCounts = Readonly<Record<PartnerFilter, number>>

const most = 100
const isAdministered = `exists (select 1 from partner_staff s where s.partner_id = p.id and s.role = 'administrator' and ${isActiveStaff('s')})`
const conditions: Record<PartnerFilter, string> = {
  open: 'p.closed_at is null',
  unstaffed: `p.closed_at is null and not ${isAdministered}`,
  closed: 'p.closed_at is not null',
}

const capped = (filter: PartnerFilter) => `(select count(*)::int from (select 1 from partner p
  where p.provider_id = $1 and ${conditions[filter]} limit ${most}) c) as ${filter}`

/** How many firms stand behind each tile; 100 means "more than 99". */
export async function partnerCounts(tx: Tx, providerId: string): Promise<PartnerCounts> {
  const answer = await tx.$client.query<PartnerCounts>({
    name: 'partner-counts',
    text: `select ${partnerFilters.map(capped).join(', ')}`,
    values: [providerId],
  })
  return answer.rows[0] ?? { open: 0, unstaffed: 0, closed: 0 }
}

const staff = (which: string) =>
  `(select count(*)::int from partner_staff s where s.partner_id = p.id and ${which})`
const active = (role: StaffRole) => staff(`s.role = '${role}' and ${isActiveStaff('s')}`)
const columns = `p.id, p.slug, p.name, p.partner_code as "partnerCode", p.closed_at as "closedAt",
  (select count(*)::int from (select 1 from channel_relationship r where r.partner_id = p.id and r.ended_at is null limit ${most}) c) as serves,
  (select count(*)::int from (select e.account_id from effective_grant e where e.partner_id = p.id
    union ${reachedClients('effective_grant', 'p.id', 'true')} limit ${most}) c) as enters,
  ${active('administrator')} as administrators, ${active('technician')} as technicians, ${staff(isInvitedStaff('s'))} as invited`

const pageSize = 25
const name = folded('p.name')

/** One page of the provider's firms by name; `search` looks at name, slug and Partner ID. */
export async function partnersOf(
  tx: Tx,
  providerId: string,
  of: { readonly filter: PartnerFilter; readonly search: string; readonly after: string | undefined },
): Promise<{ readonly partners: readonly ListedPartner[]; readonly next: string | null }> {
  const after = namePosition(of.after)
  const answer = await tx.$client.query<ListedPartner & { fold: string }>({
    name: `partners-${of.filter}`,
    text: `select ${columns}, ${name} as fold from partner p
      where p.provider_id = $1 and ${conditions[of.filter]}
        and ($2::text is null or ${name} like $2 or p.slug like $2 or ${folded('p.partner_code')} like $2)
        and ($3::uuid is null or (${name}, p.id) > ($4::text, $3))
      order by ${name}, p.id limit ${pageSize + 1}`,
    values: [providerId, containing(of.search), after?.id ?? null, after?.name ?? null],
  })
  const rows = answer.rows.slice(0, pageSize)
  const last = rows.at(-1)
  const more = answer.rows.length > pageSize && last
  return {
    partners: rows.map(({ fold: _, ...row }) => row),
    next: more ? nameCursor({ id: last.id, name: last.fold }) : null,
  }
}

/** A firm as its page on the desk shows it. */
export interface PartnerAtDesk extends ListedPartner {
  readonly shareCode: string
  readonly verifiedAt: Date
  readonly createdAt: Date
  readonly closedBy: string | null
  readonly closeReason: string | null
  readonly staff: readonly ListedStaff[]
}

/** One firm of the provider, closed ones too; null where there is none. */
export async function partnerAtDesk(tx: Tx, providerId: string, slug: string): Promise<PartnerAtDesk | null> {
  const answer = await tx.$client.query<Omit<PartnerAtDesk, 'staff'> & { staff: readonly StaffRow[] | null }>(
    {
      name: 'partner-at-desk',
      text: `select ${columns}, p.share_code as "shareCode", p.verified_at as "verifiedAt", p.created_at as "createdAt",
        e.actor_name as "closedBy", e.reason as "closeReason",
        (select json_agg(x) from (select ${staffColumns} from partner_staff s join person q on q.id = s.person_id
          where s.partner_id = p.id and ${isHeldStaff('s')} order by s.role, ${folded(nameAt('s', 'q'))} limit 200) x) as staff
      from partner p left join lateral (select actor_name, reason from event where partner_id = p.id
        and action = 'partner.closed' order by id desc limit 1) e on p.closed_at is not null
      where p.provider_id = $1 and p.slug = $2`,
      values: [providerId, slug],
    },
  )
  const row = answer.rows[0]
  return row ? { ...row, staff: (row.staff ?? []).map(listedStaff) } : null
}

/** The slug of one of the provider's firms; null where there is none. */
export async function partnerSlugOf(tx: Tx, providerId: string, partnerId: string): Promise<string | null> {
  const answer = await tx.$client.query<{ slug: string }>(
    'select slug from partner where provider_id = $1 and id = $2',
    [providerId, partnerId],
  )
  return answer.rows[0]?.slug ?? null
}
