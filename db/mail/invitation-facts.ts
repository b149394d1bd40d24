import { scopeFrom } from '#lib/access/scopes.ts'
import { durationFrom } from '#lib/duration.ts'
import type { GrantState } from '#lib/grant/grant.ts'
import type { InvitationState } from '#lib/invitation/invitation.ts'
import type { InvitationFacts } from '#lib/mail/facts.ts'
import { isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { type Between, between, type Found, found, joined, named } from './facts.ts'
import { doerIn, textIn, type WrittenFacts } from './written.ts'

interface Row extends Between {
  readonly id: string
  readonly state: InvitationState
  readonly inviter: string
  readonly inviterDecides: boolean
  readonly scope: string
  readonly scopePages: readonly string[]
  readonly duration: string
  readonly lapsesAt: Date
  readonly grantState: GrantState | null
  readonly grantStartsAt: Date
  readonly grantEndsAt: Date | null
}

/** What letters about invitations to partners report on. */
export async function findInvitations(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<InvitationFacts>>> {
  const answer = await tx.$client.query<Row>(
    `select i.id, i.state, who.name as inviter, i.scope, i.scope_pages as "scopePages", i.duration, i.lapses_at as "lapsesAt",
        who.disabled_at is null and exists (select 1 from membership m
          where m.person_id = i.invited_by and ${isApprover('m', 'a')}) as "inviterDecides",
        g.state as "grantState", g.starts_at as "grantStartsAt", g.ends_at as "grantEndsAt", ${between('i')}
      from letter l join partner_invitation i on i.id = l.subject_id and i.provider_id = l.provider_id
      join person who on who.id = i.invited_by
      left join access_grant g on g.partner_id = i.partner_id and g.account_id = i.account_id and g.invitation_id = i.id
      ${joined('i')}`,
    [ids],
  )
  return found(answer.rows, invitationFacts)
}

function invitationFacts(row: Row, written: WrittenFacts): InvitationFacts {
  const { id, state, inviter, inviterDecides, lapsesAt } = row
  return {
    id,
    state,
    ...named(row),
    inviter,
    inviterDecides,
    scope: scopeFrom(row.scope, row.scopePages),
    duration: durationFrom(row.duration),
    lapsesAt,
    grant: row.grantState && {
      state: row.grantState,
      startsAt: row.grantStartsAt,
      endsAt: row.grantEndsAt,
    },
    doer: doerIn(written),
    said: textIn(written, 'reason'),
  }
}
