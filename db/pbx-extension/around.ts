import { hasPbx } from '#lib/access/products.ts'
import type { Country } from '#lib/dialling.ts'
import type { Everybody } from '#lib/pbx-extension/beside.ts'
import type { Around, PbxValues, Standing } from '#lib/pbx-extension/extension.ts'
import { dialsFrom } from '../account/dials-from.ts'
import { extensionName } from '../account/telephone-extension.ts'
import type { Tx } from '../client.ts'
import { nameAt } from '../person/has-place.ts'
import { valuesJson } from './one.ts'
import { isLive, withAround } from './reads.ts'

/** Somebody of the account who may have an extension. */
export interface PbxMember {
  readonly id: string
  readonly name: string
  readonly email: string
  /** The number that they have. */
  readonly extension: string | null
}

/**
 * The account's end users and portal users by name. Whoever is both is meant where they have an
 * extension, else as an end user.
 */
export async function membersOf(tx: Tx, accountId: string): Promise<readonly PbxMember[]> {
  const answer = await tx.$client.query<PbxMember>(
    `select * from (select distinct on (m.person_id) m.id, ${nameAt('m', 'p')} as name, p.email, x.number as extension
      from membership m join person p on p.id = m.person_id
        left join pbx_extension x on x.membership_id = m.id and ${isLive('x')}
      where m.account_id = $1 and m.kind in ('end-user', 'portal-user') and m.state <> 'removed'
      order by m.person_id, x.id is null, m.kind = 'end-user' desc, m.id) who order by lower(name), id`,
    [accountId],
  )
  return answer.rows
}

export interface Profile {
  readonly id: string
  readonly name: string
}

export async function profilesOf(tx: Tx, accountId: string): Promise<readonly Profile[]> {
  const answer = await tx.$client.query<Profile>(
    'select k.id, k.name from key_profile k where k.account_id = $1 order by k.folded',
    [accountId],
  )
  return answer.rows
}

export type LiveExtension = Standing & { readonly id: string; readonly values: PbxValues }

/** Everything that an extension is held against: the others, the people, the profiles, and where the account dials from. */
export interface Pbx {
  readonly has: boolean
  readonly extensions: readonly LiveExtension[]
  readonly members: readonly PbxMember[]
  readonly profiles: readonly Profile[]
  readonly from: Country | null
}

export async function pbxOf(tx: Tx, accountId: string): Promise<Pbx> {
  const answer = await tx.$client.query<LiveExtension>(
    `select x.id, x.number, ${extensionName('x', 'm', 'p')} as name, x.membership_id as "memberId",
        json_build_object('kind', x.busy, 'extensionId', b.id, 'outside', x.busy_number) as busy,
        json_build_object('kind', x.unanswered, 'extensionId', u.id, 'outside', x.unanswered_number) as unanswered,
        ${valuesJson} as values
      from ${withAround} where x.account_id = $1 and ${isLive('x')} order by x.number`,
    [accountId],
  )
  const bought = await tx.$client.query<{ product: string }>(
    'select product from account_product where account_id = $1',
    [accountId],
  )
  return {
    has: hasPbx(bought.rows.map(row => row.product)),
    extensions: answer.rows,
    members: await membersOf(tx, accountId),
    profiles: await profilesOf(tx, accountId),
    from: await dialsFrom(tx, accountId),
  }
}

/** Of a PBX, what the rules ask for. */
export function around({ extensions, members, profiles, from }: Pbx): Around {
  return {
    numbers: new Map(extensions.map(one => [one.number, one.id])),
    memberIds: new Set(members.map(one => one.id)),
    profileIds: new Set(profiles.map(one => one.id)),
    from,
  }
}

export function everybodyIn({ extensions }: Pbx): Everybody {
  return new Map(extensions.map(one => [one.id, one]))
}
