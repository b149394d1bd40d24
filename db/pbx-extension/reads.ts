import { canComeBack } from '#db/lists/come-back.ts'
import type { Device, RouteKind } from '#lib/pbx-extension/extension.ts'
import { extensionName, isBesideEmergency } from '../account/telephone-extension.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { anywhere } from '../lists/like.ts'
import { containing, folded } from '../lists/name-search.ts'
import { nameAt } from '../person/has-place.ts'

/** Where calls go, as it is shown: the number of an extension or an outside one; empty where that extension is gone. */
export interface SeenRoute {
  readonly kind: RouteKind
  readonly to: string
}

/** An extension as lists show it. */
export interface ListedExtension {
  readonly id: string
  readonly number: string
  readonly name: string
  /** Null: it is nobody's, as that of a room. */
  readonly person: string | null
  readonly device: Device
  readonly busy: SeenRoute
  readonly ring: number
  readonly unanswered: SeenRoute
  readonly voicemail: boolean
  readonly profile: string | null
}

/** What the list can be narrowed to. */
export const extensionFilters = ['desk', 'mobile', 'both', 'nobody', 'astray', 'emergency'] as const
export type ExtensionFilter = (typeof extensionFilters)[number]

export interface ExtensionHead {
  readonly products: readonly string[]
  readonly total: number
  readonly counts: Readonly<Record<ExtensionFilter, number>>
  readonly removed: number
  readonly profiles: readonly { readonly id: string; readonly name: string; readonly count: number }[]
}

export const isLive = (x: string) => `${x}.ended_at is null`
/** It sends calls to an extension that is not there any more. */
const astray = (x: string) => `(
  (${x}.busy = 'extension' and not exists (select from pbx_extension z where z.id = ${x}.busy_extension_id and ${isLive('z')}))
  or (${x}.unanswered = 'extension' and not exists (select from pbx_extension z where z.id = ${x}.unanswered_extension_id and ${isLive('z')})))`

export const conditions: Readonly<Record<ExtensionFilter, string>> = {
  desk: `x.device = 'desk'`,
  mobile: `x.device = 'mobile'`,
  both: `x.device = 'both'`,
  nobody: 'x.membership_id is null',
  astray: astray('x'),
  emergency: isBesideEmergency('x.number'),
}

/** What every page of the extensions knows of them. */
export async function extensionHead(tx: Tx, accountId: string): Promise<ExtensionHead> {
  const counts = extensionFilters.map(
    one => `'${one}', count(*) filter (where ${isLive('x')} and ${conditions[one]})`,
  )
  const answer = await tx.$client.query<ExtensionHead>(
    `select array(select p.product from account_product p where p.account_id = $1) as products,
        count(*) filter (where ${isLive('x')})::int as total, json_build_object(${counts.join(', ')}) as counts,
        count(*) filter (where ${canComeBack('x')})::int as removed,
        (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'count',
            (select count(*) from pbx_extension u where u.profile_id = k.id and ${isLive('u')})) order by k.folded), '[]')
          from key_profile k where k.account_id = $1) as profiles
      from pbx_extension x where x.account_id = $1`,
    [accountId],
  )
  const [row] = answer.rows
  if (!row) throw new Error('a count without a row')
  return row
}

/** The extension `x` with its person, and where its calls go. */
export const withAround = `pbx_extension x left join membership m on m.id = x.membership_id left join person p on p.id = m.person_id
  left join key_profile k on k.id = x.profile_id
  left join pbx_extension b on b.id = x.busy_extension_id and ${isLive('b')}
  left join pbx_extension u on u.id = x.unanswered_extension_id and ${isLive('u')}`

const route = (kind: string, number: string, target: string) =>
  `json_build_object('kind', x.${kind}, 'to', case x.${kind} when 'extension' then coalesce(${target}.number, '')
    when 'outside' then x.${number} else '' end)`

export const seenColumns = `x.id, x.number, ${extensionName('x', 'm', 'p')} as name, ${nameAt('m', 'p')} as person, x.device,
  ${route('busy', 'busy_number', 'b')} as busy, x.ring_seconds as ring,
  ${route('unanswered', 'unanswered_number', 'u')} as unanswered, x.voicemail, k.name as profile`

export interface ExtensionQuestion {
  readonly search: string
  readonly only: ExtensionFilter | null
  /** Only those that have this key profile. */
  readonly profile: string | null
  /** The number after which the page begins. */
  readonly after: string | null
  readonly limit: number
}

export interface ExtensionPage {
  readonly extensions: readonly ListedExtension[]
  /** The number after which the next page begins, if there is one. */
  readonly next: string | null
}

/** The condition for what is looked for; its values come behind those that are given already. */
export function narrowedTo(
  { search, only, profile }: Pick<ExtensionQuestion, 'search' | 'only' | 'profile'>,
  values: string[],
): string {
  const given = (value: string) => `$${values.push(value)}`
  const pattern = containing(search)
  const name = folded(extensionName('x', 'm', 'p'))
  const typed = search.replace(/[\s()-]/g, '')
  const found = pattern
    ? `and (${name} like ${given(pattern)} or ${folded(`coalesce(${nameAt('m', 'p')}, '')`)} like $${values.length}
        or x.number like ${given(anywhere(typed))} or x.busy_number like $${values.length} or x.unanswered_number like $${values.length})`
    : ''
  const narrowed = only ? `and ${conditions[only]}` : ''
  return `${found} ${narrowed} ${profile ? `and x.profile_id = ${given(profile)}::uuid` : ''}`
}

/** Extensions in the order of their digits. */
export async function extensionsOf(
  tx: Tx,
  accountId: string,
  { after, limit, ...narrowed }: ExtensionQuestion,
): Promise<ExtensionPage> {
  const values = [accountId]
  const condition = narrowedTo(narrowed, values)
  const beyond = after ? `and x.number > $${values.push(after)}` : ''
  const answer = await tx.$client.query<ListedExtension>(
    `select ${seenColumns} from ${withAround}
      where x.account_id = $1 and ${isLive('x')} ${condition} ${beyond} order by x.number ${atMost(limit + 1)}`,
    values,
  )
  const rows = answer.rows.slice(0, limit)
  const last = answer.rows.length > limit ? rows.at(-1) : undefined
  return { extensions: rows, next: last?.number ?? null }
}

/** An extension that was removed and can be brought back. */
export interface RemovedExtension {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly at: Date
}

const mostRemoved = 200

export async function removedExtensions(tx: Tx, accountId: string): Promise<readonly RemovedExtension[]> {
  const answer = await tx.$client.query<RemovedExtension>(
    `select x.id, x.number, ${extensionName('x', 'm', 'p')} as name, x.ended_at as at
      from pbx_extension x left join membership m on m.id = x.membership_id left join person p on p.id = m.person_id
      where x.account_id = $1 and ${canComeBack('x')} order by x.ended_at desc, x.number ${atMost(mostRemoved)}`,
    [accountId],
  )
  return answer.rows
}
