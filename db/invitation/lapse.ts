import { sql } from 'drizzle-orm'
import { move, reminderHours } from '#lib/invitation/invitation.ts'
import { remindersDue } from '#lib/reminders.ts'
import type { EndingCause } from '../access-request/lapse.ts'
import type { Tx } from '../client.ts'
import { sweepNow } from '../clock/watch.ts'
import { type NewEvent, recorded } from '../events.ts'
import type { Whose } from '../grant/load.ts'
import { toPartner } from '../mail/letters.ts'
import { portalAuthor } from '../portal-author.ts'
import { nextReminder } from '../sweep/next-reminder.ts'
import { afterOf, type SweepPosition } from '../sweep/position.ts'
import { together, type Write } from '../write.ts'
import { isOpenRow } from './clock.ts'
import { invitationsMoved, type LoadedInvitation, loadInvitations } from './load.ts'
import { invitationEvent, outcomeLetters } from './tell.ts'

/** Lapses an account's open invitation to a firm if its life is over. The account's lock must be held. */
export async function lapseOverdue(
  tx: Tx,
  of: { readonly accountId: string; readonly partnerId: string },
): Promise<void> {
  const overdue = await loadInvitations(
    tx,
    `i.account_id = $1 and i.partner_id = $2 and ${isOpenRow('i')} and i.lapses_at <= clock_timestamp()`,
    [of.accountId, of.partnerId],
  )
  for (const invitation of overdue) await together(tx, lapsed(tx, invitation))
}

/** The open invitations of an account, to a firm, or under a relationship. The locks of their accounts must be held. */
export async function openInvitationsOf(
  tx: Tx,
  of: Omit<Whose, 'partnerSlug'>,
): Promise<readonly LoadedInvitation[]> {
  return loadInvitations(
    tx,
    `${isOpenRow('i')} and ($1::uuid is null or i.account_id = $1) and ($2::uuid is null or i.partner_id = $2)
      and ($3::uuid is null or i.relationship_id = $3) order by i.created_at, i.id`,
    [of.accountId ?? null, of.partnerId ?? null, of.relationshipId ?? null],
  )
}

/**
 * What becomes of them when what they hang on ends. Those whose life was over already have lapsed by the clock, and are
 * told as such; of the others the rows move and the events say why, and their letter is that of what ended.
 */
export function invitationsEndedWith(
  tx: Tx,
  open: readonly LoadedInvitation[],
  cause: EndingCause,
  by: { readonly personId: string; readonly reason: string },
): {
  readonly writes: readonly Write[]
  readonly events: readonly NewEvent[]
  readonly ended: readonly LoadedInvitation[]
} {
  const over = open.filter(one => one.lapsesAt <= one.now)
  const ending = open.filter(one => one.lapsesAt > one.now)
  const action = `partner-invitation.ended-with-${cause}` as const
  const events = ending.map(one => {
    const next = move(one, 'end-with', 'provider', one.now)
    if (!next.ok) throw new Error(`an open invitation can’t be ended: ${next.refusal}`)
    return invitationEvent(one, action, next.value, by.reason)
  })
  const moved = ending.length > 0 ? [invitationsMoved(ending, 'lapsed', by)] : []
  return { writes: [...moved, ...over.flatMap(one => lapsed(tx, one))], events, ended: ending }
}

const due = `${isOpenRow('i')} and (i.lapses_at <= ${sweepNow} or ${nextReminder('i', reminderHours)} <= ${sweepNow})
  and (i.lapses_at, i.id) > ($1::timestamptz, $2::uuid)
  order by i.lapses_at, i.id limit $3 for no key update of i skip locked`

function dueInvitations(tx: Tx, limit: number, after: SweepPosition | null) {
  return loadInvitations(tx, due, [...afterOf(after), limit], sweepNow)
}

const positionOf = ({ lapsesAtText, id }: LoadedInvitation): SweepPosition => ({ at: lapsesAtText, id })

/** The invitation that the next batch would begin with. */
export async function firstDueInvitation(tx: Tx, after: SweepPosition | null): Promise<SweepPosition | null> {
  const [first] = await dueInvitations(tx, 1, after)
  return first ? positionOf(first) : null
}

/**
 * One batch of the sweep over open invitations: lapses those whose life is over, reminds the firm of those that have
 * waited for five days. Rows that somebody is working on are left for the next sweep.
 */
export async function sweepInvitations(
  tx: Tx,
  limit: number,
  after: SweepPosition | null,
): Promise<{ lapsed: number; reminded: number; seen: number; position: SweepPosition | null }> {
  const found = await dueInvitations(tx, limit, after)
  const counts = { lapsed: 0, reminded: 0 }
  for (const invitation of found) {
    if (invitation.lapsesAt <= invitation.now) {
      await together(tx, lapsed(tx, invitation))
      counts.lapsed++
    } else if (remindersDue(reminderHours, invitation, invitation.now) > invitation.reminded) {
      await together(tx, reminded(invitation))
      counts.reminded++
    }
  }
  const last = found.at(-1)
  return { ...counts, seen: found.length, position: last ? positionOf(last) : after }
}

function lapsed(tx: Tx, invitation: LoadedInvitation): readonly Write[] {
  const next = move(invitation, 'lapse', 'portal', invitation.now)
  if (!next.ok) return []
  return [
    invitationsMoved([invitation], next.value, { personId: null }),
    recorded(tx, portalAuthor(invitation.providerId), [
      invitationEvent(invitation, 'partner-invitation.lapsed', next.value),
    ]),
    ...outcomeLetters(invitation, 'partner-invitation-lapsed', null),
  ]
}

function reminded(invitation: LoadedInvitation): readonly Write[] {
  const { id, version, accountId, partnerId, createdAt, lapsesAt, now } = invitation
  const count = remindersDue(reminderHours, { createdAt, lapsesAt }, now)
  return [
    {
      query: sql`(update partner_invitation set reminded = ${count}::int where id = ${id}::uuid and version = ${version}::int returning id)`,
      rows: 1,
    },
    toPartner({
      kind: 'partner-invitation-reminder',
      subjectId: id,
      accountId,
      partnerId,
      asked: [],
      occasion: `reminder-${count}`,
    }),
  ]
}
