import type { LetterStanding } from '#lib/delivery/condition.ts'
import { longWait } from '#lib/delivery/condition.ts'
import type { Tx } from '../client.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'
import { containing, folded } from '../lists/name-search.ts'

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

/** What is shown of a letter `l`, with its account `a` and its recipient `p`. */
export const letterColumns = `l.id, l.kind, l.state, l.delivery, l.drop_reason as "dropReason", l.last_error as "lastError",
  l.created_at as "createdAt", l.replaced_by is not null as "isReplaced",
  coalesce(l.replaced_by = l.id, false) as "isHandedOver", coalesce(p.name, l.to_name) as "toName",
  l.to_address as "toAddress", a.name as "accountName", l.delivery_reason as "deliveryReason", l.attempts,
  coalesce(l.delivery_at, l.sent_at, l.created_at) as at`

export const letterJoins =
  'left join account a on a.id = l.account_id left join person p on p.id = l.person_id'

const pageSize = 25

const page = (part: string) => `(select l.id, l.created_at from letter l
  where l.provider_id = $1 and ${part}
    and ($2::text is null or ${folded('l.to_address')} like $2 or ${folded('l.to_name')} like $2)
    and ($3::text is null or (l.created_at, l.id) < ($3::timestamp at time zone 'UTC', $4::uuid))
  order by l.created_at desc, l.id desc limit ${pageSize + 1})`

const pageText = (
  filter: DeliveryFilter,
) => `select ${letterColumns}, ${momentCursor('l.created_at', 'l.id')} as cursor
  from (select id from (${parts[filter].map(page).join(' union all ')}) found
    order by created_at desc, id desc limit ${pageSize + 1}) f
  join letter l on l.id = f.id ${letterJoins}
  order by l.created_at desc, l.id desc`

/** One page of the provider's letters in trouble, the newest first; `search` looks at addresses and names. */
export async function lettersInTrouble(
  tx: Tx,
  providerId: string,
  of: { readonly filter: DeliveryFilter; readonly search: string; readonly after: string | undefined },
): Promise<{ readonly letters: readonly ListedLetter[]; readonly next: string | null }> {
  const position = momentPosition(of.after)
  const answer = await tx.$client.query<ListedLetter & { cursor: string }>({
    name: `letters-${of.filter}`,
    text: pageText(of.filter),
    values: [providerId, containing(of.search), position?.at ?? null, position?.id ?? null],
  })
  const rows = answer.rows.slice(0, pageSize)
  return {
    letters: rows.map(({ cursor: _, ...row }) => row),
    next: answer.rows.length > pageSize ? (rows.at(-1)?.cursor ?? null) : null,
  }
}
