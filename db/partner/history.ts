import type { HistoryEntry } from '#lib/history/entry.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { ofPartner } from '../history/bounds.ts'
import { atMost } from '../lists/at-most.ts'
import { containing, folded } from '../lists/name-search.ts'

/** An event of the firm's dealings with accounts, as its own history shows it. */
export interface DeskEvent extends Omit<HistoryEntry, 'address' | 'accountName'> {
  readonly accountSlug: string | null
  readonly accountName: string | null
}

/** Why an account blocked the firm is for that account's own people. */
const shownReason = `case when e.action = 'partner.blocked' then '' else e.reason end`
const dataSought = ['ticket', 'whom', 'what'] as const

const cursorForm = /^[1-9]\d{0,17}$/
const pageSize = 50

/**
 * One page of everything that concerns the firm, the newest first. `search` looks at the names of accounts, of people
 * who acted or were meant and of what they did it to, at reasons and at ticket numbers. What was typed into an account stays in that account's own history, since not everybody
 * of the firm may see the account. No network addresses: those of other firms' people are not the firm's to see.
 */
export async function historyOfPartner(
  tx: Tx,
  partner: SeenPartner,
  of: { readonly search: string; readonly before: string | undefined },
): Promise<{ readonly events: readonly DeskEvent[]; readonly next: string | null }> {
  const before = cursorForm.exec(of.before ?? '')?.[0] ?? null
  const values = [partner.id]
  const which = before ? ofPartner.before(`$${values.push(before)}`) : ofPartner.all
  const sought = containing(of.search)
  const like = sought && values.push(sought)
  const found = ['a.name', 'e.actor_name', shownReason, ...dataSought.map(key => `e.data->>'${key}'`)].map(
    column => `${folded(column)} like $${like}`,
  )
  const answer = await tx.$client.query<DeskEvent>({
    name: `history-of-partner-${before ? 'next' : 'first'}${like ? '-found' : ''}`,
    text: `select e.id::text, e.at, e.actor_name as by, e.actor_firm as firm, e.actor_kind as side, e.action,
        e.from_state as "from", e.to_state as "to", ${shownReason} as reason, e.data - 'changes' as facts,
        a.slug as "accountSlug", a.name as "accountName"
      from event e left join account a on a.id = e.account_id
      where ${which} ${like ? `and (${found.join(' or ')})` : ''}
      order by ${ofPartner.newestFirst} ${atMost(pageSize + 1)}`,
    values,
  })
  const events = answer.rows.slice(0, pageSize)
  return { events, next: answer.rows.length > pageSize ? (events.at(-1)?.id ?? null) : null }
}
