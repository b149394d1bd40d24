import { endSpanNames } from '#lib/grant/ends.ts'
import { isOpenNow } from '../access-request/clock.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { isLiveNow, liesIn } from '../grant/clock.ts'
import { ownEnd } from '../grant/people.ts'
import { reachedClients } from '../grant/reach.ts'
import { isOpenNow as isOpenInvitation } from '../invitation/clock.ts'

// Which accounts stand behind each filter of the firm's desk, as SQL. Parameters: $1 the firm; for the ends also $2 the
// reader's place in it, $3 their role.

/** How the firm stands with an account; an account may stand in several of these. */
export const stateFilters = ['all', 'active', 'asked', 'ended'] as const
/** When what the firm may open there ends; an account stands in one of these, or in none where nothing is open to it. */
export const endFilters = [...endSpanNames, 'ongoing'] as const
export const customerFilters = [...stateFilters, ...endFilters] as const
export type CustomerFilter = (typeof customerFilters)[number]

const served = 'select account_id from channel_relationship where partner_id = $1 and ended_at is null'
const asked = `select r.account_id from access_request r where r.partner_id = $1 and ${isOpenNow('r')}`
const invited = `select i.account_id from partner_invitation i where i.partner_id = $1 and ${isOpenInvitation('i')}`
const reachedLive = reachedClients('access_grant', '$1', isLiveNow('g'))
const live = `select g.account_id from access_grant g where g.partner_id = $1 and ${isLiveNow('g')} union ${reachedLive}`

/** Each account once, from one index entry to the next account's: a firm may have had a hundred dealings with each. */
const accountsIn = (
  table: 'access_request' | 'access_grant' | 'partner_invitation',
) => `(with recursive met(id) as (
    (select t.account_id from ${table} t where t.partner_id = $1 order by t.account_id limit 1)
    union all
    select (select t.account_id from ${table} t where t.partner_id = $1 and t.account_id > met.id order by t.account_id limit 1)
      from met where met.id is not null)
  select id as account_id from met where id is not null)`
// Client accounts where the firm once worked by what their parent gave: out of reach, they stay in its list.
const reachedOnce =
  'select h.client_id as account_id from access_grant g join client_use h on h.grant_id = g.id where g.partner_id = $1 and g.reaches_clients'
const ever = `${accountsIn('access_request')} union ${accountsIn('access_grant')} union ${accountsIn('partner_invitation')}
  union ${reachedOnce}`

/**
 * Each account where something is open to the firm, with the end that comes first; null where nothing of it ends. An
 * account with several accesses stands where the first of them ends, not the last: what ends first is usually what
 * allows more (a day's full administration beside a standing read-only), and is what somebody must see to now, also
 * where something else stays. So “within 24 h” holds every account of which any access ends today, as on the account's
 * own list. To a technician ends what they are assigned, where that is before the access. What is suspended or has not begun counts: its end comes all the same.
 */
const endings = `select m.account_id, min(m.ends_at) as ends_at from (
    select g.account_id, ${ownEnd} as ends_at from access_grant g where g.partner_id = $1 and ${isLiveNow('g')}
    union all ${reachedClients('access_grant', '$1', isLiveNow('g'), `, ${ownEnd} as ends_at`)}) m group by m.account_id`

const endsThen = (filter: (typeof endFilters)[number]) =>
  filter === 'ongoing' ? 'e.ends_at is null' : liesIn(filter, 'e.ends_at')
const endingIn = (filter: (typeof endFilters)[number]) =>
  `select e.account_id from (${endings}) e where ${endsThen(filter)}`

export const accountsOf: Record<CustomerFilter, string> = {
  all: `${served} union ${ever} union ${reachedLive}`,
  active: `select account_id from effective_grant where partner_id = $1 union ${reachedClients('effective_grant', '$1', 'true')}`,
  asked,
  ended: `(${ever}) except (${live}) except (${asked}) except (${invited})`,
  today: endingIn('today'),
  week: endingIn('week'),
  month: endingIn('month'),
  later: endingIn('later'),
  ongoing: endingIn('ongoing'),
}

export type CustomerCounts = Readonly<Record<CustomerFilter, number>>

const most = 100
const first = (set: string) => `(select * from (${set}) s limit ${most})`

/** The same sets for counting, each stopping as soon as there are more than a tile shows. */
const countable: Record<(typeof stateFilters)[number], string> = {
  ...accountsOf,
  all: `${first(served)} union ${first(accountsIn('access_request'))} union ${first(accountsIn('access_grant'))}
    union ${first(accountsIn('partner_invitation'))} union ${first(reachedLive)} union ${first(reachedOnce)}`,
}

const counts = [
  ...stateFilters.map(filter => `(select count(*)::int from ${first(countable[filter])} c) as "${filter}"`),
  // One look at what is open counts all of its spans.
  ...endFilters.map(
    filter =>
      `(select count(*)::int from (select 1 from ending e where ${endsThen(filter)} limit ${most}) c) as "${filter}"`,
  ),
]

/** How many accounts stand behind each filter; 100 means "more than 99". */
export async function customerCounts(
  tx: Tx,
  partner: Pick<SeenPartner, 'id' | 'staffId' | 'role'>,
): Promise<CustomerCounts> {
  const answer = await tx.$client.query<CustomerCounts>({
    name: 'customer-counts',
    text: `with ending as materialized (${endings}) select ${counts.join(', ')}`,
    values: [partner.id, partner.staffId, partner.role],
  })
  const [row] = answer.rows
  if (!row) throw new Error('a row of counts has no condition')
  return row
}
