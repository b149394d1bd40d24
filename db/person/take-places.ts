import { type SQL, sql } from 'drizzle-orm'
import { isPlatformKind, isStaffKind, type PersonKind } from '#lib/access/person-kinds.ts'
import { moved } from '#lib/membership/membership.ts'
import { actOnStaff } from '#lib/partner/staff.ts'
import { activate } from '#lib/platform/platform-user.ts'
import type { Tx } from '../client.ts'
import { type NewEvent, recorded } from '../events.ts'
import { limitsOfStaff } from '../sign-in/session.ts'
import { together, type Write } from '../write.ts'
import { isInvitedStaff } from './has-place.ts'
import { waitingPlaces } from './waiting.ts'

interface Waiting {
  readonly id: string
  readonly kind: PersonKind
  readonly place: string
  readonly accountId: string | null
  readonly partnerId: string | null
  readonly name: string
  readonly email: string
  readonly state: 'invited'
}

async function waiting(tx: Tx, personId: string): Promise<readonly Waiting[]> {
  const answer = await tx.$client.query<Waiting>(
    `select w.*, p.name, p.email from person p cross join lateral (${waitingPlaces('p.id')}) w where p.id = $1`,
    [personId],
  )
  return answer.rows
}

/**
 * Holds what the person is waited for in, before the person: accounts as any change on them does and in one order, then
 * firms and the provider, whose own changes wait for this and this for them.
 */
export async function lockPlaces(tx: Tx, personId: string): Promise<void> {
  const places = await waiting(tx, personId)
  const ids = (of: readonly (string | null)[]) => of.filter(id => id !== null)
  const accounts = ids(places.map(one => one.accountId))
  const firms = ids(places.map(one => one.partnerId))
  if (accounts.length > 0)
    await tx.$client.query('select 1 from account where id = any($1::uuid[]) order by id for no key update', [
      accounts,
    ])
  if (firms.length > 0)
    await tx.$client.query('select 1 from partner where id = any($1::uuid[]) order by id for share', [firms])
  if (places.some(({ kind }) => isPlatformKind(kind)))
    await tx.$client.query(
      'select 1 from provider v where v.id = (select provider_id from person where id = $1) for share',
      [personId],
    )
}

/** In which state a place is once its person has taken it; null where the rules of its kind do not let them. */
function taken({ kind, state }: Waiting) {
  const next = isPlatformKind(kind)
    ? activate(state)
    : isStaffKind(kind)
      ? actOnStaff('activate', state)
      : moved(state, 'activate')
  return next.ok ? next.value : null
}

/**
 * Every place that waits becomes the person's, each with its line in the history of where it is; from then on they go by
 * their own name there. Whoever now works for others goes on with the shorter sessions of those who do.
 */
export async function takePlaces(
  tx: Tx,
  providerId: string,
  personId: string,
  address: string,
  only: 'all' | 'on-accounts' = 'all',
): Promise<boolean> {
  const places = (await waiting(tx, personId)).filter(
    one => taken(one) === 'active' && (only === 'all' || one.accountId !== null),
  )
  const [first] = places
  if (!first) return false
  const { name } = first
  const author = { providerId, personId, name, address, kind: 'account' as const, firm: first.place }
  await together(tx, [
    ...moves(places),
    recorded(
      tx,
      author,
      places.map(one => eventOf(one, author)),
    ),
  ])
  if (places.some(({ kind }) => isStaffKind(kind) || isPlatformKind(kind))) await limitsOfStaff(tx, personId)
  return true
}

function moves(places: readonly Waiting[]): readonly Write[] {
  const of = (query: (ids: string) => SQL, taken: readonly Waiting[]): readonly Write[] =>
    taken.length > 0 ? [{ query: query(`{${taken.map(({ id }) => id).join(',')}}`), rows: taken.length }] : []
  const firm = places.filter(({ kind }) => isStaffKind(kind))
  const platform = places.filter(({ kind }) => isPlatformKind(kind))
  const members = places.filter(({ accountId }) => accountId !== null)
  return [
    ...of(
      ids => sql`(update membership set state = 'active', version = version + 1, invited_name = null
        where id = any(${ids}::uuid[]) and state = 'invited' returning id)`,
      members,
    ),
    ...of(
      ids => sql`(update partner_staff s set activated_at = clock_timestamp(), invited_name = null
        where s.id = any(${ids}::uuid[]) and ${sql.raw(isInvitedStaff('s'))} returning s.id)`,
      firm,
    ),
    ...of(
      ids => sql`(update platform_user u set activated_at = clock_timestamp()
        where u.id = any(${ids}::uuid[]) and ${sql.raw(isInvitedStaff('u'))} returning u.id)`,
      platform,
    ),
  ]
}

function eventOf(
  { id, kind, place, accountId, partnerId, name, email }: Waiting,
  author: NonNullable<NewEvent['author']>,
): NewEvent {
  const about = { accountId, partnerId, subjectId: id, from: 'invited', to: 'active' }
  if (isPlatformKind(kind))
    return {
      ...about,
      action: 'platform-user.activated',
      facts: { whom: name, email },
      author: { ...author, kind: 'provider', firm: place },
    }
  if (isStaffKind(kind))
    return {
      ...about,
      action: 'staff.activated',
      facts: { what: name, email, kind, partner: place },
      author: { ...author, kind: 'partner', firm: place },
    }
  return {
    ...about,
    action: 'membership.activated',
    facts: { what: name, email, kind },
    author: { ...author, firm: place },
  }
}
