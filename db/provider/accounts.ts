import { decidedNow } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isUnanswered } from '../grant/clock.ts'
import { comesTo } from '../grant/reach.ts'
import { anywhere } from '../lists/like.ts'
import { foldedWords, lastWith, nameCursor, namePosition } from '../lists/name-search.ts'

/** An account as a row of the provider's list shows it. */
export interface ListedAccount {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly closedAt: Date | null
  readonly parentName: string | null
  readonly brandName: string
  readonly products: readonly string[]
  /** Firms with access now: 100 means "more than 99". */
  readonly partners: number
  /** People with a place on it, likewise. */
  readonly people: number
  /** Whether anybody may decide on partner access for it. */
  readonly decided: boolean
  /** Since when a review waits there that nobody has answered for 30 days; null = none. */
  readonly unansweredSince: Date | null
}

export const accountFilters = ['open', 'clients', 'undecided', 'unanswered', 'closed'] as const
export type AccountFilter = (typeof accountFilters)[number]
export type AccountCounts = Readonly<Record<AccountFilter, number>>

const most = 100

// Nobody left who may decide: asked of the few accounts of which it may be so.
const undecided = `(select a.* from account_unattended u join account a on a.id = u.account_id
  where u.provider_id = $1 and a.closed_at is null and not ${decidedNow('a')})`

// Reviews that nobody answers: each account once, off an index of what has no end.
const unanswered = `(select a.* from (select distinct g.account_id from access_grant g
  where g.provider_id = $1 and ${isUnanswered('g')}) u join account a on a.id = u.account_id where a.closed_at is null)`

/** Which accounts stand behind each tile. */
const sources: Record<AccountFilter, string> = {
  open: '(select * from account where closed_at is null)',
  clients: '(select * from account where closed_at is null and parent_id is not null)',
  undecided,
  unanswered,
  closed: '(select * from account where closed_at is not null)',
}

/** The same as far as an index of words can tell. */
const found: Record<AccountFilter, string> = {
  open: 'not w.closed',
  clients: 'not w.closed and w.client',
  undecided: `not w.closed and exists (select 1 from account_unattended u join account a on a.id = u.account_id
    where u.account_id = w.account_id and not ${decidedNow('a')})`,
  // Looked up once: asked of each account in its turn, most would be asked in vain.
  unanswered: `not w.closed and w.account_id = any(array(select g.account_id from access_grant g
    where g.provider_id = $1 and ${isUnanswered('g')}))`,
  closed: 'w.closed',
}

/** Found by what is the matter with them, and not among all accounts. */
const isOfFew = (filter: AccountFilter) => filter === 'undecided' || filter === 'unanswered'

/** In the order of an index: else the planner may hope to meet a hundred soon, and read the table from end to end. */
const capped = (filter: AccountFilter) => `(select count(*)::int from (select 1 from ${sources[filter]} a
  where a.provider_id = $1 order by ${isOfFew(filter) ? 'a.id' : 'a.name_folded, a.id'} limit ${most}) c) as ${filter}`

/** The statement of the counts, for what looks at its plan too. */
export function countsStatement(providerId: string) {
  const text = `select ${accountFilters.map(capped).join(', ')}`
  return { name: 'account-counts', text, values: [providerId] }
}

/** How many accounts stand behind each tile; 100 means "more than 99". */
export async function accountCounts(tx: Tx, providerId: string): Promise<AccountCounts> {
  const answer = await tx.$client.query<AccountCounts>(countsStatement(providerId))
  return answer.rows[0] ?? { open: 0, clients: 0, undecided: 0, unanswered: 0, closed: 0 }
}

const columns = `a.id, a.slug, a.name, a.closed_at as "closedAt", o.name as "parentName", b.name as "brandName",
  array(select p.product from account_product p where p.account_id = a.id order by p.product) as products,
  (select count(*)::int from (select distinct g.partner_id from effective_grant g where ${comesTo('g', 'a')} limit ${most}) c) as partners,
  (select count(*)::int from (select 1 from membership m where m.account_id = a.id and m.state <> 'removed' limit ${most}) c) as people,
  (select min(g.review_at) from access_grant g where g.account_id = a.id and ${isUnanswered('g')}) as "unansweredSince",
  ${decidedNow('a')} as decided`

/** What is shown is looked up for the page's own few rows, once they are known. */
const paged = (page: string) => `with page as materialized (${page})
  select ${columns}, page.sort from page join account a on a.id = page.id
  join branding_domain b on b.id = a.home_brand_id left join account o on o.id = a.parent_id
  order by page.sort, page.id`

const pageSize = 25

export interface AccountsAsked {
  readonly filter: AccountFilter
  readonly search: string
  readonly after: string | undefined
}

/**
 * One page of the provider's accounts by name. A search finds accounts in whose name or slug words begin with each of
 * those typed; they come by the word that was found, then by name, so that a page is read off an index however many match.
 */
export async function accountsOf(
  tx: Tx,
  providerId: string,
  of: AccountsAsked,
): Promise<{ readonly accounts: readonly ListedAccount[]; readonly next: string | null }> {
  const statement = accountsStatement(providerId, of)
  const answer = await tx.$client.query<ListedAccount & { sort: string }>(statement)
  const rows = answer.rows.slice(0, pageSize)
  const last = rows.at(-1)
  const more = answer.rows.length > pageSize && last
  return {
    accounts: rows.map(({ sort: _, ...row }) => row),
    next: more ? nameCursor({ id: last.id, name: last.sort }) : null,
  }
}

/** The statement of a page, for what looks at its plan too. */
export function accountsStatement(providerId: string, { filter, search, after }: AccountsAsked) {
  const words = foldedWords(search)
  const position = namePosition(after)
  return words.length > 0
    ? foundStatement(providerId, filter, words, position)
    : listedStatement(providerId, filter, position)
}

type Position = ReturnType<typeof namePosition>

function listedStatement(providerId: string, filter: AccountFilter, position: Position) {
  const from = position ? 'and (a.name_folded, a.id) > ($2, $3::uuid)' : ''
  return {
    name: `accounts-${filter}${position ? '-after' : ''}`,
    text: paged(`select a.id, a.name_folded as sort from ${sources[filter]} a where a.provider_id = $1 ${from}
      order by a.name_folded, a.id limit ${pageSize + 1}`),
    values: [providerId, ...(position ? [position.name, position.id] : [])],
  }
}

/** A place among what a search found: the word and the name, apart by a character that stands in neither. */
const split = '\u0001'

function foundStatement(
  providerId: string,
  filter: AccountFilter,
  words: readonly string[],
  position: Position,
) {
  const [word, name] = position?.name.split(split) ?? []
  const goesOn = position !== null && word !== undefined && name !== undefined
  const others = words.slice(1).map((_, i) => `and w.words like $${4 + i}`)
  const at = 4 + others.length
  const from = goesOn
    ? `and (w.word, w.name_folded, w.account_id) > ($${at}, $${at + 1}, $${at + 2}::uuid)`
    : ''
  const [first = ''] = words
  return {
    name: `accounts-found-${filter}-${others.length}${goesOn ? '-after' : ''}`,
    text: paged(`select w.account_id as id, w.word || e'\\u0001' || w.name_folded as sort from account_word w
      where w.provider_id = $1 and w.word >= $2 and w.word <= $3 ${from} ${others.join(' ')} and ${found[filter]}
        and not exists (select 1 from account_word y where y.account_id = w.account_id and y.word >= $2 and y.word < w.word)
      order by w.word, w.name_folded, w.account_id limit ${pageSize + 1}`),
    values: [
      providerId,
      first,
      lastWith(first),
      ...words.slice(1).map(word => anywhere(` ${word}`)),
      ...(goesOn ? [word, name, position.id] : []),
    ],
  }
}
