import { inOrder } from '#lib/access/offering.ts'
import type { PersonInvitationFacts } from '#lib/mail/person-invitation-facts.ts'
import type { PersonInvitationState } from '#lib/person-invitation/person-invitation.ts'
import { isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { stateNow } from '../person-invitation/clock.ts'
import type { Found } from './facts.ts'
import { doerIn, textIn } from './written.ts'

interface Row {
  readonly letterId: string
  readonly state: PersonInvitationState
  readonly slug: string
  readonly name: string
  readonly isAccountClosed: boolean
  readonly isClientAccount: boolean
  readonly isApprover: boolean
  readonly roles: readonly string[]
  readonly email: string | null
  readonly isToThis: boolean
  readonly round: number
  readonly lapsesAt: Date
}

/** What letters about invitations to persons report on, as it is at the moment of sending. */
export async function findPersonInvitations(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<PersonInvitationFacts>>> {
  const answer = await tx.$client.query<Row>(
    `select l.id as "letterId", ${stateNow('i')} as state, a.slug, a.name, a.closed_at is not null as "isAccountClosed",
        a.parent_id is not null as "isClientAccount", i.roles, i.email, coalesce(p.email_canonical = i.email_canonical, i.email = l.to_address) as "isToThis", i.round,
        i.lapses_at as "lapsesAt",
        exists (select 1 from membership m where m.person_id = l.person_id and ${isApprover('m', 'a')}) as "isApprover"
      from letter l join person_invitation i on i.id = l.subject_id and i.provider_id = l.provider_id
      join account a on a.id = i.account_id left join person p on p.id = l.person_id where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(row => {
      const { letterId, state, slug, name, isAccountClosed, isClientAccount, email, lapsesAt } = row
      return [
        letterId,
        {
          standing: { isApprover: row.isApprover, isStaff: false },
          isAccountClosed,
          factsFor: written => ({
            state,
            account: { slug, name },
            isClientAccount,
            roles: inOrder(row.roles),
            email: email ?? (textIn(written, 'email') || null),
            lapsesAt,
            isNewest: row.isToThis && written.round === row.round,
            doer: doerIn(written),
            token: '',
          }),
        },
      ]
    }),
  )
}
