import { emptyKey, type KeyKind, type PhoneKind, phoneKinds, type TypedKey } from '#lib/key-profile/key.ts'
import type { Tx } from '../client.ts'

/** A profile as lists show it. */
export interface ListedProfile {
  readonly id: string
  readonly name: string
  readonly phone: PhoneKind
  /** How many of its keys do something, and how many extensions have it. */
  readonly set: number
  readonly used: number
}

export interface ProfileHead {
  readonly products: readonly string[]
  readonly profiles: readonly ListedProfile[]
}

export async function profileHead(tx: Tx, accountId: string): Promise<ProfileHead> {
  const answer = await tx.$client.query<ProfileHead>(
    `select array(select p.product from account_product p where p.account_id = $1) as products,
        (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'phone', k.phone,
            'set', (select count(*) from profile_key y where y.profile_id = k.id),
            'used', (select count(*) from pbx_extension x where x.profile_id = k.id and x.ended_at is null))
          order by k.folded), '[]') from key_profile k where k.account_id = $1) as profiles`,
    [accountId],
  )
  return answer.rows[0] ?? { products: [], profiles: [] }
}

/** A key as it is shown. */
export interface SeenKey extends TypedKey {
  /** A busy lamp whose extension is not there any more. */
  readonly astray: boolean
}

export interface OneProfile {
  readonly id: string
  readonly name: string
  readonly phone: PhoneKind
  /** As many as its phone has, in their order. */
  readonly keys: readonly SeenKey[]
  /** The extensions that have it, as numbers. */
  readonly users: readonly string[]
}

interface KeyRow {
  readonly position: number
  readonly kind: KeyKind
  readonly value: string
  readonly label: string
  readonly lamp: string | null
}

/** A profile of the account with all its keys; null where there is none. */
export async function profileOf(tx: Tx, accountId: string, id: string): Promise<OneProfile | null> {
  const answer = await tx.$client.query<Omit<OneProfile, 'keys'> & { rows: readonly KeyRow[] }>(
    `select k.id, k.name, k.phone,
        (select coalesce(json_agg(json_build_object('position', y.position, 'kind', y.kind, 'value', y.value, 'label', y.label,
            'lamp', l.number)), '[]')
          from profile_key y left join pbx_extension l on l.id = y.extension_id and l.ended_at is null
          where y.profile_id = k.id) as rows,
        array(select x.number::text from pbx_extension x where x.profile_id = k.id and x.ended_at is null order by x.number) as users
      from key_profile k where k.account_id = $1 and k.id = $2`,
    [accountId, id],
  )
  const [row] = answer.rows
  if (!row) return null
  const { rows, ...profile } = row
  const keys = Array.from({ length: phoneKinds[profile.phone] }, (_, at): SeenKey => {
    const key = rows.find(one => one.position === at + 1)
    if (!key) return { ...emptyKey, astray: false }
    const { kind, label, lamp } = key
    const value = kind === 'blf' ? (lamp ?? '') : key.value
    return { kind, label, value, astray: kind === 'blf' && lamp === null }
  })
  return { ...profile, keys }
}

/** Who removed a profile that is not there any more: whom somebody is told of who still had it open. */
export async function goneProfile(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<{ readonly by: string | null } | null> {
  const answer = await tx.$client.query<{ by: string }>(
    `select e.actor_name as by from event e where e.account_id = $1 and e.subject_id = $2
      and e.action in ('key-profile.removed', 'key-profile.replaced') order by e.id desc limit 1`,
    [accountId, id],
  )
  return answer.rows[0] ?? null
}
