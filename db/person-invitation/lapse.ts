import { move } from '#lib/person-invitation/person-invitation.ts'
import type { Tx } from '../client.ts'
import { sweepNow } from '../clock/watch.ts'
import { type NewEvent, recorded } from '../events.ts'
import { portalAuthor } from '../portal-author.ts'
import { afterOf, type SweepPosition } from '../sweep/position.ts'
import { together, type Write } from '../write.ts'
import { isOpenRow } from './clock.ts'
import { type LoadedPersonInvitation, loadPersonInvitations, personInvitationsMoved } from './load.ts'
import { outcomeLetters, personInvitationEvent } from './tell.ts'

/**
 * Lapses an account's open invitations whose life is over, so that none stands in the way; gives how many. The account's
 * lock must be held.
 */
export async function lapseOverdue(tx: Tx, accountId: string): Promise<number> {
  const overdue = await loadPersonInvitations(
    tx,
    `i.account_id = $1 and ${isOpenRow('i')} and i.lapses_at <= clock_timestamp()`,
    [accountId],
  )
  for (const invitation of overdue) await together(tx, lapsed(tx, invitation))
  return overdue.length
}

/** What becomes of an account's open invitations to persons as it closes: its letter is that of the closing. */
export async function endedWithAccount(
  tx: Tx,
  accountId: string,
  by: { readonly personId: string; readonly reason: string },
): Promise<{ readonly writes: readonly Write[]; readonly events: readonly NewEvent[] }> {
  const open = await loadPersonInvitations(tx, `i.account_id = $1 and ${isOpenRow('i')} order by i.id`, [
    accountId,
  ])
  const events = open.map(one => {
    const next = move(one, one.lapsesAt <= one.now ? 'lapse' : 'end-with', side(one), one.now)
    if (!next.ok) throw new Error(`an open invitation can’t be ended: ${next.refusal}`)
    const { reason } = by
    return personInvitationEvent(one, 'person-invitation.ended-with-account', next.value, { reason })
  })
  return { writes: open.length > 0 ? [personInvitationsMoved(open, 'lapsed', by.personId)] : [], events }
}

const side = ({ lapsesAt, now }: LoadedPersonInvitation) => (lapsesAt <= now ? 'portal' : 'provider')

const due = `${isOpenRow('i')} and i.lapses_at <= ${sweepNow}
  and (i.lapses_at, i.id) > ($1::timestamptz, $2::uuid)
  order by i.lapses_at, i.id limit $3 for no key update of i skip locked`

function dueInvitations(tx: Tx, limit: number, after: SweepPosition | null) {
  return loadPersonInvitations(tx, due, [...afterOf(after), limit], sweepNow)
}

const positionOf = ({ lapsesAtText, id }: LoadedPersonInvitation): SweepPosition => ({ at: lapsesAtText, id })

/** The invitation that the next batch would begin with. */
export async function firstDuePersonInvitation(
  tx: Tx,
  after: SweepPosition | null,
): Promise<SweepPosition | null> {
  const [first] = await dueInvitations(tx, 1, after)
  return first ? positionOf(first) : null
}

/** One batch of the sweep: lapses those whose life is over. Rows that somebody is working on are left for the next one. */
export async function sweepPersonInvitations(
  tx: Tx,
  limit: number,
  after: SweepPosition | null,
): Promise<{ lapsed: number; seen: number; position: SweepPosition | null }> {
  const found = await dueInvitations(tx, limit, after)
  for (const invitation of found) await together(tx, lapsed(tx, invitation))
  const last = found.at(-1)
  return { lapsed: found.length, seen: found.length, position: last ? positionOf(last) : after }
}

function lapsed(tx: Tx, invitation: LoadedPersonInvitation): readonly Write[] {
  const next = move(invitation, 'lapse', 'portal', invitation.now)
  if (!next.ok) return []
  return [
    personInvitationsMoved([invitation], next.value, null),
    recorded(tx, portalAuthor(invitation.providerId), [
      personInvitationEvent(invitation, 'person-invitation.lapsed', next.value),
    ]),
    ...outcomeLetters(invitation, 'lapsed', null),
  ]
}
