import type { PlatformRole } from '#lib/access/platform.ts'
import type { LetterStanding } from '#lib/delivery/condition.ts'
import type { PlatformState } from '#lib/platform/platform-user.ts'
import type { Tx } from '../client.ts'
import { newestStanding, type StandingValue, standingIn } from '../delivery/standing.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded, nameCursor, namePosition } from '../lists/name-search.ts'
import { isHeldStaff, stateOfStaff } from '../person/has-place.ts'

/** One of the provider's own people as the list shows them. */
export interface ListedPlatformUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: PlatformRole
  readonly state: PlatformState
  readonly brandName: string
  readonly language: 'en' | 'fr'
  readonly lastSignInAt: Date | null
  /** The latest letter that leads to a password, with its standing; null where there was none. */
  readonly letter: (LetterStanding & { readonly id: string }) | null
  readonly isSelf: boolean
}

interface Row extends Omit<ListedPlatformUser, 'letter'> {
  readonly letter: StandingValue | null
  readonly sorted: string
}

const columns = `u.id, p.name, p.email, u.role, ${stateOfStaff('u')} as state,
  b.name as "brandName", p.language, p.last_sign_in_at as "lastSignInAt", ${newestStanding(`w.person_id = u.person_id and w.kind in ('activation', 'reset')`)} as letter,
  u.person_id = $2 as "isSelf", ${folded('p.name')} as sorted`

const joins = `from platform_user u join person p on p.id = u.person_id join branding_domain b on b.id = p.home_brand_id
  where u.provider_id = $1 and ${isHeldStaff('u')}`

const pageSize = 50

/** Who asks, of which provider: their own row says so. */
export interface Asking {
  readonly providerId: string
  readonly personId: string
}

/** One page of the provider's own people by name; `search` looks at names and addresses. */
export async function platformUsersOf(
  tx: Tx,
  { providerId, personId }: Asking,
  of: { readonly search: string; readonly after: string | undefined },
): Promise<{ readonly users: readonly ListedPlatformUser[]; readonly next: string | null }> {
  const position = namePosition(of.after)
  const answer = await tx.$client.query<Row>({
    name: 'platform-users',
    text: `select ${columns} ${joins}
        and ($3::text is null or ${folded('p.name')} like $3 or ${folded('p.email')} like $3)
        and ($4::text is null or (${folded('p.name')}, u.id) > ($4, $5::uuid))
      order by ${folded('p.name')}, u.id ${atMost(pageSize + 1)}`,
    values: [providerId, personId, containing(of.search), position?.name ?? null, position?.id ?? null],
  })
  const rows = answer.rows.slice(0, pageSize)
  const last = rows.at(-1)
  const more = answer.rows.length > pageSize && last
  return { users: rows.map(listed), next: more ? nameCursor({ id: last.id, name: last.sorted }) : null }
}

export async function platformUserOf(
  tx: Tx,
  { providerId, personId }: Asking,
  id: string,
): Promise<ListedPlatformUser | null> {
  const answer = await tx.$client.query<Row>({
    name: 'platform-user',
    text: `select ${columns} ${joins} and u.id = $3`,
    values: [providerId, personId, id],
  })
  const row = answer.rows[0]
  return row ? listed(row) : null
}

function listed({ sorted: _, letter, ...user }: Row): ListedPlatformUser {
  return { ...user, letter: standingIn(letter) }
}
