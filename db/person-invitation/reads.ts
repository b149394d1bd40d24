import { inOrder } from '#lib/access/offering.ts'
import type { Role } from '#lib/access/roles.ts'
import type { LetterStanding } from '#lib/delivery/condition.ts'
import type { Language } from '#lib/language.ts'
import { mostOpen, type PersonInvitationState } from '#lib/person-invitation/person-invitation.ts'
import type { Tx } from '../client.ts'
import { newestStanding, type StandingValue, standingIn } from '../delivery/standing.ts'
import { isOpenNow, stateNow } from './clock.ts'

/** An invitation as its account's list shows it. */
export interface ListedInvitation {
  readonly id: string
  readonly version: number
  readonly round: number
  readonly state: PersonInvitationState
  /** Null = a link for whoever it is handed to. */
  readonly email: string | null
  readonly anyAddress: boolean
  readonly roles: readonly Role[]
  readonly language: Language
  readonly invitedBy: string
  readonly createdAt: Date
  readonly lapsesAt: Date
  readonly decidedAt: Date | null
  readonly decidedBy: string | null
  /** What has become of its latest letter. */
  readonly letter: LetterStanding | null
}

type Row = Omit<ListedInvitation, 'roles' | 'letter'> & {
  readonly roleNames: readonly string[]
  readonly letter: StandingValue | null
}

const listed = `select i.id, i.version, i.round, ${stateNow('i')} as state, i.email, i.any_address as "anyAddress", i.roles as "roleNames",
    i.language, who.name as "invitedBy", i.created_at as "createdAt", i.lapses_at as "lapsesAt", i.decided_at as "decidedAt",
    decider.name as "decidedBy", ${newestStanding(`w.subject_id = i.id and w.kind = 'administrator-invited'`)} as letter
  from person_invitation i join person who on who.id = i.invited_by left join person decider on decider.id = i.decided_by
  where i.account_id = $1`

const invitationOf = ({ roleNames, letter, ...row }: Row): ListedInvitation => ({
  ...row,
  roles: inOrder(roleNames),
  letter: standingIn(letter),
})

/** The invitations of an account that are open, the newest first. There are never more than `mostOpen`. */
export async function openPersonInvitations(tx: Tx, accountId: string): Promise<readonly ListedInvitation[]> {
  const answer = await tx.$client.query<Row>(
    `${listed} and ${isOpenNow('i')} order by i.created_at desc, i.id limit ${mostOpen}`,
    [accountId],
  )
  return answer.rows.map(invitationOf)
}

/** One of an account's invitations, also one that is over; null where it has none such. */
export async function personInvitationOf(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<ListedInvitation | null> {
  const answer = await tx.$client.query<Row>(`${listed} and i.id = $2`, [accountId, id])
  const row = answer.rows[0]
  return row ? invitationOf(row) : null
}

/** The host name at which its links are reached: the account's own branding domain, or what has taken its place. */
export async function hostOfInvitations(tx: Tx, accountId: string): Promise<string> {
  const answer = await tx.$client.query<{ host: string }>(
    `select coalesce(heir.host, own.host) as host from account a join branding_domain own on own.id = a.home_brand_id
      left join branding_domain heir on own.retired_at is not null and heir.id = own.successor_id and heir.retired_at is null
      where a.id = $1`,
    [accountId],
  )
  const [row] = answer.rows
  if (!row) throw new Error('an account without a home')
  return row.host
}
