import { canComeBack } from '#db/lists/come-back.ts'
import { momentsOf } from '#lib/day-span.ts'
import type { FaxDirection, FaxState } from '#lib/fax/fax.ts'
import type { FaxFilter } from '#lib/fax/filter.ts'
import { foldedText } from '#lib/fold.ts'
import { wantedIn } from '#lib/phonebook/contact.ts'
import type { Failure } from '#lib/sending.ts'
import { dialsFrom } from '../account/dials-from.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { anywhere } from '../lists/like.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'
import { partyName } from '../sms/reads.ts'
import { removedBy } from './remove.ts'

/** A fax as its list shows it. */
export interface ListedFax {
  readonly id: string
  readonly direction: FaxDirection
  readonly state: FaxState
  readonly reason: Failure | ''
  readonly title: string
  readonly ownNumber: string
  readonly otherNumber: string
  /** How the phonebook calls the other party; empty where it does not, or the reader may not read it. */
  readonly name: string
  readonly pages: number
  readonly pagesSent: number | null
  readonly size: number
  readonly at: Date
  /** Who of ours sent it, and their firm where they acted for one. */
  readonly by: string
  readonly firm: string
}

export interface FaxQuestion {
  readonly accountId: string
  readonly filter: FaxFilter
  /** Where the account is: its days are meant. */
  readonly zone: string
  /** Whether the reader may read the phonebook. */
  readonly names: boolean
}

const columns = (
  names: boolean,
) => `f.id, f.direction, f.state, f.reason, f.title, f.own_number as "ownNumber",
  f.other_number as "otherNumber", ${names ? partyName('f') : `''`} as name, f.pages, f.pages_sent as "pagesSent", f.size, f.at,
  f.sent_name as by, f.sent_firm as firm`

/** One page of the account's faxes, the newest first. */
export async function faxesOf(
  tx: Tx,
  question: FaxQuestion,
  after: string | undefined,
  limit: number,
): Promise<{ readonly faxes: readonly ListedFax[]; readonly next: string | null }> {
  const values: unknown[] = [question.accountId]
  const condition = await narrowing(tx, question, values)
  const position = momentPosition(after)
  const beyond = position
    ? `and (f.at, f.id) < ($${values.push(position.at)}::timestamp at time zone 'UTC', $${values.push(position.id)}::uuid)`
    : ''
  const answer = await tx.$client.query<ListedFax & { cursor: string }>(
    `select ${columns(question.names)}, ${momentCursor('f.at', 'f.id')} as cursor
      from fax f where f.account_id = $1 and f.ended_at is null ${condition} ${beyond}
      order by f.at desc, f.id desc ${atMost(limit + 1)}`,
    values,
  )
  const rows = answer.rows.slice(0, limit)
  const next = answer.rows.length > limit ? (rows.at(-1)?.cursor ?? null) : null
  return { faxes: rows.map(({ cursor: _, ...one }) => one), next }
}

async function narrowing(
  tx: Tx,
  { accountId, filter, zone, names }: FaxQuestion,
  values: unknown[],
): Promise<string> {
  const given = (value: unknown) => `$${values.push(value)}`
  const span = momentsOf(filter, zone)
  const parts = [
    filter.direction && `f.direction = ${given(filter.direction)}`,
    filter.state && `f.state = ${given(filter.state)}`,
    span.from && `f.at >= ${given(span.from)}`,
    span.until && `f.at < ${given(span.until)}`,
  ].filter(part => part !== null && part !== '')
  const wanted = filter.search ? wantedIn(filter.search, await dialsFrom(tx, accountId)) : null
  if (wanted) {
    const texts = `${given(wanted.texts.map(anywhere))}::text[]`
    const words = foldedText(filter.search).split(/\s+/).filter(Boolean).slice(0, 6)
    const found = [
      `f.findable like all(${given(words.map(anywhere))}::text[])`,
      `f.other_key like ${wanted.all ? 'all' : 'any'}(${texts})`,
    ]
    if (names && wanted.all)
      found.push(`f.other_key = any(array(select unnest(c.reach) from contact c
        where c.account_id = $1 and c.ended_at is null and c.findable like all(${texts})))`)
    parts.push(`(${found.join(' or ')})`)
  }
  return parts.map(part => `and ${part}`).join(' ')
}

/** What the page of faxes knows beside its rows. */
export interface FaxHead {
  readonly any: boolean
  /** How many were removed that can still be brought back. */
  readonly removed: number
}

export async function faxHead(tx: Tx, accountId: string): Promise<FaxHead> {
  const answer = await tx.$client.query<FaxHead>(
    `select exists (select 1 from fax f where f.account_id = $1 and f.ended_at is null) as any,
      (select count(*)::int from fax f where f.account_id = $1 and ${canComeBack('f')}) as removed`,
    [accountId],
  )
  return answer.rows[0] ?? { any: false, removed: 0 }
}

/** A fax that somebody has the address of; `removed` once it is no longer in the list. */
export interface OneFax extends ListedFax {
  readonly removed: { readonly by: string | null; readonly at: Date; readonly canComeBack: boolean } | null
}

export async function faxOf(tx: Tx, accountId: string, id: string, names: boolean): Promise<OneFax | null> {
  const answer = await tx.$client.query<
    Omit<OneFax, 'removed'> & { endedAt: Date | null; removedBy: string | null; back: boolean | null }
  >(
    `select ${columns(names)}, f.ended_at as "endedAt", ${removedBy} as "removedBy", ${canComeBack('f')} as back
      from fax f where f.account_id = $1 and f.id = $2`,
    [accountId, id],
  )
  const [row] = answer.rows
  if (!row) return null
  const { endedAt, removedBy: by, back, ...fax } = row
  return { ...fax, removed: endedAt ? { by, at: endedAt, canComeBack: back === true } : null }
}

/** A fax that was removed and can still be brought back. */
export interface RemovedFax {
  readonly id: string
  readonly otherNumber: string
  readonly title: string
  readonly direction: FaxDirection
  readonly at: Date
}

const mostRemoved = 200

/** What was removed, the latest first. */
export async function removedFaxes(tx: Tx, accountId: string): Promise<readonly RemovedFax[]> {
  const answer = await tx.$client.query<RemovedFax>(
    `select f.id, f.other_number as "otherNumber", f.title, f.direction, f.ended_at as at from fax f
      where f.account_id = $1 and ${canComeBack('f')} order by f.ended_at desc, f.id ${atMost(mostRemoved)}`,
    [accountId],
  )
  return answer.rows
}

/** What a fax shows; null where the account has no such fax, or it was removed. */
export async function documentOf(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<{ readonly content: Buffer; readonly at: Date; readonly direction: FaxDirection } | null> {
  const answer = await tx.$client.query<{ content: Buffer; at: Date; direction: FaxDirection }>(
    `select d.content, f.at, f.direction from fax f join fax_document d on d.fax_id = f.id and d.account_id = f.account_id
      where f.account_id = $1 and f.id = $2 and f.ended_at is null`,
    [accountId, id],
  )
  return answer.rows[0] ?? null
}
