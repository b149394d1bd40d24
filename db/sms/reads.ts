import { foldedText } from '#lib/fold.ts'
import { wantedIn } from '#lib/phonebook/contact.ts'
import type { Failure, SendingState } from '#lib/sending.ts'
import { dialsFrom } from '../account/dials-from.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { anywhere } from '../lists/like.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'

/** How the phonebook calls the other party of a row with `other_key`; only for whoever may read it. */
export const partyName = (
  row: string,
) => `coalesce((select n.name from contact n where n.account_id = ${row}.account_id
  and n.ended_at is null and n.reach @> array[${row}.other_key] order by n.likeness, n.id limit 1), '')`

/** A conversation as the list shows it. */
export interface ListedConversation {
  readonly id: string
  readonly ownNumber: string
  readonly otherNumber: string
  /** How the phonebook calls the other party; empty where it does not, or the reader may not read it. */
  readonly name: string
  readonly lastAt: Date
  /** Its last message. */
  readonly line: string
  readonly direction: 'incoming' | 'outgoing'
  readonly state: SendingState | 'received'
  /** How many messages came in since the reader looked. */
  readonly unread: number
}

export interface Reading {
  readonly accountId: string
  readonly personId: string
  /** Whether the reader may read the phonebook. */
  readonly names: boolean
}

const longestLine = 140

/** Messages of the conversation `c` that came in since the reader looked; `$2` is the reader. */
const unread = `(select count(*)::int from (select 1 from sms_message u where u.conversation_id = c.id and u.direction = 'incoming'
  and u.created_at > coalesce((select s.seen_at from sms_seen s where s.conversation_id = c.id and s.person_id = $2), '-infinity')
  limit 100) n)`

/** The account's conversations, the latest first, searched by number, name and what was written. */
export async function conversationsOf(
  tx: Tx,
  { accountId, personId, names }: Reading,
  {
    search,
    after,
    limit,
  }: { readonly search: string; readonly after: string | undefined; readonly limit: number },
): Promise<{ readonly conversations: readonly ListedConversation[]; readonly next: string | null }> {
  const values: unknown[] = [accountId, personId]
  const narrowed = search ? await narrowing(tx, { accountId, names }, search, values) : ''
  const position = momentPosition(after)
  const beyond = position
    ? `and (c.last_at, c.id) < ($${values.push(position.at)}::timestamp at time zone 'UTC', $${values.push(position.id)}::uuid)`
    : ''
  const answer = await tx.$client.query<ListedConversation & { cursor: string }>(
    `with page as (select c.* from sms_conversation c where c.account_id = $1 ${narrowed} ${beyond}
        order by c.last_at desc, c.id desc ${atMost(limit + 1)})
      select c.id, c.own_number as "ownNumber", c.other_number as "otherNumber", ${names ? partyName('c') : `''`} as name,
        c.last_at as "lastAt", coalesce(left(m.body, ${longestLine}), '') as line, m.direction, m.state, ${unread} as unread,
        ${momentCursor('c.last_at', 'c.id')} as cursor
      from page c left join lateral (select m.body, m.direction, m.state from sms_message m where m.conversation_id = c.id
        order by m.at desc, m.id desc limit 1) m on true
      order by c.last_at desc, c.id desc`,
    values,
  )
  const rows = answer.rows.slice(0, limit)
  const next = answer.rows.length > limit ? (rows.at(-1)?.cursor ?? null) : null
  return { conversations: rows.map(({ cursor: _, ...one }) => one), next }
}

/** Digits are looked for in the other party's number; words in what was written, and in names for whoever may read them. */
async function narrowing(
  tx: Tx,
  { accountId, names }: Pick<Reading, 'accountId' | 'names'>,
  search: string,
  values: unknown[],
): Promise<string> {
  const wanted = wantedIn(search, await dialsFrom(tx, accountId))
  if (!wanted) return ''
  const texts = `$${values.push(wanted.texts.map(anywhere))}::text[]`
  const words = `$${values.push(foldedText(search).split(/\s+/).filter(Boolean).slice(0, 6).map(anywhere))}::text[]`
  const parts = [
    `exists (select 1 from sms_message m where m.conversation_id = c.id and m.findable like all(${words}))`,
    wanted.all ? `c.other_key like all(${texts})` : `c.other_key like any(${texts})`,
  ]
  if (names && wanted.all)
    parts.push(`c.other_key = any(array(select unnest(b.reach) from contact b
      where b.account_id = $1 and b.ended_at is null and b.findable like all(${texts})))`)
  return `and (${parts.join(' or ')})`
}

/** What the list knows beside its rows. */
export interface SmsHead {
  readonly any: boolean
  /** Another one after every change; it says nothing else. */
  readonly version: string
}

/** All the changes together: of two conversations, the one that changed first may be committed last. */
const version = (many: string, changes: string) => `concat(${many}, ' ', ${changes})`
const changedAt = 'extract(epoch from c.changed_at)'

/** Whether there are conversations, and the version of all of them, or of this one. */
export async function smsHead(
  tx: Tx,
  accountId: string,
  conversationId: string | null = null,
): Promise<SmsHead> {
  const answer = await tx.$client.query<SmsHead>(
    `select count(*) > 0 as any, ${version('count(*)', `sum(${changedAt})`)} as version from sms_conversation c
      where c.account_id = $1 and ($2::uuid is null or c.id = $2)`,
    [accountId, conversationId],
  )
  return answer.rows[0] ?? { any: false, version: '' }
}

/** A message as its conversation shows it. */
export interface SeenText {
  readonly id: string
  readonly direction: 'incoming' | 'outgoing'
  readonly state: SendingState | 'received'
  readonly reason: Failure | ''
  readonly body: string
  readonly segments: number
  readonly at: Date
  /** Who of ours wrote it, and their firm where they acted for one. */
  readonly by: string
  readonly firm: string
  /** It came in since the reader last looked. */
  readonly isNew: boolean
}

export interface SeenConversation {
  readonly id: string
  readonly ownNumber: string
  /** Whether that is still one of the account's numbers. */
  readonly ownKey: string
  readonly otherNumber: string
  readonly otherKey: string
  readonly name: string
  readonly version: string
  /** One page of it, the oldest first. */
  readonly messages: readonly SeenText[]
  /** The cursor of the page before it. */
  readonly earlier: string | null
}

/** One conversation of the account, its newest messages or those before a cursor; null where it has no such. */
export async function conversationOf(
  tx: Tx,
  { accountId, personId, names }: Reading,
  id: string,
  before: string | undefined,
  limit: number,
): Promise<SeenConversation | null> {
  const found = await tx.$client.query<Omit<SeenConversation, 'messages' | 'earlier'>>(
    `select c.id, c.own_number as "ownNumber", c.own_key as "ownKey", c.other_number as "otherNumber", c.other_key as "otherKey",
        ${names ? partyName('c') : `''`} as name, ${version('1', changedAt)} as version
      from sms_conversation c where c.account_id = $1 and c.id = $2`,
    [accountId, id],
  )
  const [conversation] = found.rows
  if (!conversation) return null
  const position = momentPosition(before)
  const values: unknown[] = [accountId, personId, id]
  const beyond = position
    ? `and (m.at, m.id) < ($${values.push(position.at)}::timestamp at time zone 'UTC', $${values.push(position.id)}::uuid)`
    : ''
  const answer = await tx.$client.query<SeenText & { cursor: string }>(
    `select m.id, m.direction, m.state, m.reason, m.body, m.segments, m.at, m.sent_name as by, m.sent_firm as firm,
        m.direction = 'incoming' and m.created_at > coalesce((select s.seen_at from sms_seen s
          where s.conversation_id = m.conversation_id and s.person_id = $2), '-infinity') as "isNew",
        ${momentCursor('m.at', 'm.id')} as cursor
      from sms_message m where m.account_id = $1 and m.conversation_id = $3 ${beyond}
      order by m.at desc, m.id desc ${atMost(limit + 1)}`,
    values,
  )
  const rows = answer.rows.slice(0, limit)
  const earlier = answer.rows.length > limit ? (rows.at(-1)?.cursor ?? null) : null
  return { ...conversation, messages: rows.map(({ cursor: _, ...one }) => one).reverse(), earlier }
}
