import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { atMost } from '../lists/at-most.ts'
import { momentCursor, momentPosition } from '../lists/moment-cursor.ts'
import { isOpenNow } from './clock.ts'
import {
  type InvitationRow,
  invitationColumns,
  invitationJoins,
  type SeenInvitation,
  seenInvitation,
} from './reads.ts'

/** One invitation to the firm, in whatever state; null where there is none. */
export async function invitationOfPartner(
  tx: Tx,
  partner: SeenPartner,
  invitationId: string,
): Promise<SeenInvitation | null> {
  const answer = await tx.$client.query<InvitationRow>(
    `select ${invitationColumns} from partner_invitation i ${invitationJoins} where i.partner_id = $1 and i.id = $2`,
    [partner.id, invitationId],
  )
  const row = answer.rows[0]
  return row ? seenInvitation(row) : null
}

const pageSize = 25

/** One page of the invitations to the firm, the newest first: what is open, or what has ended. */
export async function invitationsOfPartner(
  tx: Tx,
  partner: SeenPartner,
  which: 'open' | 'ended',
  after: string | undefined,
): Promise<{ readonly invitations: readonly SeenInvitation[]; readonly next: string | null }> {
  const { at, id } = momentPosition(after) ?? { at: null, id: null }
  const answer = await tx.$client.query<InvitationRow & { cursor: string }>({
    name: `invitations-of-partner-${which}`,
    text: `select ${invitationColumns}, ${momentCursor('i.created_at', 'i.id')} as cursor
      from partner_invitation i ${invitationJoins}
      where i.partner_id = $1 and ${which === 'open' ? isOpenNow('i') : `not (${isOpenNow('i')})`}
        and ($2::text is null or (i.created_at, i.id) < ($2::timestamp at time zone 'UTC', $3::uuid))
      order by i.created_at desc, i.id desc ${atMost(pageSize + 1)}`,
    values: [partner.id, at, id],
  })
  const rows = answer.rows.slice(0, pageSize)
  return {
    invitations: rows.map(({ cursor: _, ...row }) => seenInvitation(row)),
    next: answer.rows.length > pageSize ? (rows.at(-1)?.cursor ?? null) : null,
  }
}
