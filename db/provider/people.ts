import type { PlatformRole } from '#lib/access/platform.ts'
import type { LetterStanding } from '#lib/delivery/condition.ts'
import type { PlatformState } from '#lib/platform/platform-user.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded, nameCursor, namePosition } from '../lists/name-search.ts'

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
  readonly letterId: string | null
  readonly letter: LetterStanding | null
  readonly isSelf: boolean
}

interface Row extends Omit<ListedPlatformUser, 'letter'> {
  readonly letter: (Omit<LetterStanding, 'createdAt'> & { readonly createdAt: string }) | null
  readonly sorted: string
}

const columns = `u.id, p.name, p.email, u.role, case when p.password_hash is null then 'invited' else 'active' end as state,
  b.name as "brandName", p.language, p.last_sign_in_at as "lastSignInAt", l.id as "letterId", l.standing as letter,
  u.person_id = $2 as "isSelf", ${folded('p.name')} as sorted`

const joins = `from platform_user u join person p on p.id = u.person_id join branding_domain b on b.id = p.home_brand_id
  left join lateral (select w.id, json_build_object('kind', w.kind, 'state', w.state, 'delivery', w.delivery,
      'dropReason', w.drop_reason, 'lastError', w.last_error, 'createdAt', w.created_at,
      'isReplaced', w.replaced_by is not null, 'isHandedOver', coalesce(w.replaced_by = w.id, false)) as standing
    from letter w where w.person_id = u.person_id and w.kind in ('activation', 'reset')
    order by w.created_at desc limit 1) l on true
  where u.provider_id = $1 and u.removed_at is null`

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
  return { ...user, letter: letter && { ...letter, createdAt: new Date(letter.createdAt) } }
}

/** A branding domain where somebody can be at home. */
export interface HomeChoice {
  readonly id: string
  readonly name: string
  readonly host: string
  readonly language: 'en' | 'fr'
}

/** The provider's branding domains that are in use, the oldest first. */
export async function homesOf(tx: Tx, providerId: string): Promise<readonly HomeChoice[]> {
  const answer = await tx.$client.query<HomeChoice>({
    name: 'homes-of-provider',
    text: `select id, name, host, default_language as language from branding_domain
      where provider_id = $1 and retired_at is null order by created_at, id`,
    values: [providerId],
  })
  return answer.rows
}
