import type { LetterStanding } from '#lib/delivery/condition.ts'
import { longWait } from '#lib/delivery/condition.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'
import { containing, folded } from '../lists/name-search.ts'
import { standingColumns } from './standing.ts'

/** What the list can be narrowed to; `open` is everything that somebody should look at. */
export const deliveryFilters = ['open', 'bounced', 'complained', 'failed', 'stuck', 'replaced'] as const
export type DeliveryFilter = (typeof deliveryFilters)[number]
export type DeliveryCounts = Readonly<Record<DeliveryFilter, number>>

/** A letter as a row of the list shows it. */
export interface ListedLetter extends LetterStanding {
  readonly id: string
  readonly toName: string
  readonly toAddress: string
  readonly accountName: string | null
  readonly deliveryReason: string | null
  readonly attempts: number
  /** When it came to be as it is: reported, sent, or written. */
  readonly at: Date
}

const waitsLong = `l.state = 'queued' and l.trouble is null and l.replaced_by is null and (l.last_error is not null
  or l.created_at < clock_timestamp() - make_interval(secs => ${longWait / 1000}))`

/**
 * Each filter as the parts of the outbox it consists of. Every part has an index of its own, ordered as the list is, so
 * that a page costs the same however many letters there are.
 */
const parts: Record<DeliveryFilter, readonly string[]> = {
  open: ['l.trouble is not null', waitsLong],
  bounced: [`l.trouble = 'bounced'`],
  complained: [`l.trouble = 'complained'`],
  failed: [`l.trouble = 'failed'`],
  stuck: [`l.trouble = 'delayed'`, waitsLong],
  replaced: ['l.replaced_by is not null'],
}

/** As many are counted; the tile then says "more than". */
export const mostCounted = 1000

const counted = (filter: DeliveryFilter) =>
  parts[filter]
    .map(
      part => `(select count(*)::int from (select 1 from letter l
        where l.provider_id = $1 and ${part} limit ${mostCounted}) c)`,
    )
    .join(' + ')

const countsText = `select ${deliveryFilters.map(filter => `${counted(filter)} as ${filter}`).join(', ')}`

export async function deliveryCounts(tx: Tx, providerId: string): Promise<DeliveryCounts> {
  const answer = await tx.$client.query<DeliveryCounts>({
    name: 'delivery-counts',
    text: countsText,
    values: [providerId],
  })
  return answer.rows[0] ?? { open: 0, bounced: 0, complained: 0, failed: 0, stuck: 0, replaced: 0 }
}

/**
 * What the recipient of a letter is called: by their own name of today, and in an invitation by the one that whoever invited
 * them typed, under which the account knows them (see nameAt).
 */
export const recipientCalled = `case when l.kind = 'activation' then l.to_name else coalesce(p.name, l.to_name) end`

/** What is shown of a letter `l`, with its account `a` and its recipient `p`. */
export const letterColumns = `l.id, ${standingColumns('l')}, ${recipientCalled} as "toName",
  l.to_address as "toAddress", a.name as "accountName", l.delivery_reason as "deliveryReason", l.attempts,
  coalesce(l.delivery_at, l.sent_at, l.created_at) as at`

export const letterJoins =
  'left join account a on a.id = l.account_id left join person p on p.id = l.person_id'

const pageSize = 25

/** A search looks at so many letters and then says where it goes on: nobody waits for a million of them. */
export const mostSearched = 10_000

const newestFirst = 'order by created_at desc, id desc'

/** The newest letters of a filter, in the order of its indexes; `$2` and `$3` are where the list goes on. */
function newest(filter: DeliveryFilter, goesOn: boolean, most: number): string {
  const behind = goesOn ? `and (l.created_at, l.id) < ($2::timestamp at time zone 'UTC', $3::uuid)` : ''
  // With what a search looks at: to join for it, the database would have to guess how many there are.
  const part = (condition: string) => `(select l.id, l.created_at, l.to_address, l.to_name from letter l
    where l.provider_id = $1 and ${condition} ${behind} ${newestFirst} ${atMost(most)})`
  return `select * from (${parts[filter].map(part).join(' union all ')}) u ${newestFirst} ${atMost(most)}`
}

export interface DeliveryList {
  readonly letters: readonly ListedLetter[]
  /** Where it goes on; also where a search has looked at as many as it does at once and found little or nothing. */
  readonly next: string | null
}

/** One page of the provider's letters in trouble, the newest first; `search` looks at addresses and names. */
export async function lettersInTrouble(
  tx: Tx,
  providerId: string,
  of: { readonly filter: DeliveryFilter; readonly search: string; readonly after: string | undefined },
): Promise<DeliveryList> {
  const position = momentPosition(of.after)
  const from = [providerId, ...(position ? [position.at, position.id] : [])]
  const pattern = containing(of.search)
  const name = `letters-${of.filter}${position ? '-on' : ''}`
  const found = pattern
    ? `select s.id from (${newest(of.filter, position !== null, mostSearched)}) s
        where ${folded('s.to_address')} like $${from.length + 1} or ${folded('s.to_name')} like $${from.length + 1}
        order by s.created_at desc, s.id desc ${atMost(pageSize + 1)}`
    : newest(of.filter, position !== null, pageSize + 1)
  const answer = await tx.$client.query<ListedLetter & { cursor: string }>({
    ...(!pattern && { name }),
    text: `select ${letterColumns}, ${momentCursor('l.created_at', 'l.id')} as cursor
      from (${found}) f join letter l on l.id = f.id ${letterJoins} order by l.created_at desc, l.id desc`,
    values: pattern ? [...from, pattern] : from,
  })
  const rows = answer.rows.slice(0, pageSize)
  const more = answer.rows.length > pageSize
  const letters = rows.map(({ cursor: _, ...row }) => row)
  if (more || !pattern) return { letters, next: more ? (rows.at(-1)?.cursor ?? null) : null }
  return { letters, next: await endOfSearch(tx, of.filter, from) }
}

/** The last letter that a search looked at, where there may be more behind it. */
async function endOfSearch(tx: Tx, filter: DeliveryFilter, from: readonly string[]): Promise<string | null> {
  const answer = await tx.$client.query<{ cursor: string }>(
    `select ${momentCursor('s.created_at', 's.id')} as cursor
      from (${newest(filter, from.length > 1, mostSearched)}) s offset ${mostSearched - 1}`,
    [...from],
  )
  return answer.rows[0]?.cursor ?? null
}
