import { randomUUID } from 'node:crypto'
import { inOrder, rolesToOffer } from '#lib/access/offering.ts'
import type { EmailAddress } from '#lib/email.ts'
import type { Language } from '#lib/language.ts'
import { type InvitingRefusal, invite, lapsingFrom } from '#lib/person-invitation/person-invitation.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { AccountChange } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { personInvitation } from '../schema/person-invitation.ts'
import { together } from '../write.ts'
import { isOpenRow } from './clock.ts'
import { lapseOverdue } from './lapse.ts'
import { invitationLetter, personInvitationEvent } from './tell.ts'

export interface Inviting {
  /** For whom; null = a link for whoever it is handed to. */
  readonly email: EmailAddress | null
  readonly anyAddress: boolean
  readonly roles: readonly string[]
  readonly language: Language
}

/**
 * Invites somebody to be an administrator of the account: the row, its line in the history and, where it is for an address,
 * the letter with its link. Nothing is anybody's until they accept. Whether the address is known here makes no difference.
 * Refuses what lib/person-invitation refuses, and `is-administrator`: whoever has that address is one of this account.
 */
export async function invitePerson(
  change: AccountChange,
  inviting: Inviting,
  secret: string,
): Promise<Result<{ readonly invitationId: string }, InvitingRefusal | 'is-administrator'>> {
  const { tx, actor, author, account } = change
  const { email, language } = inviting
  const { products, isAdministrator, now, ...standing } = await standingNow(tx, account.id, email)
  if (isAdministrator) return refuse('is-administrator')
  const offer = {
    roles: inOrder(inviting.roles),
    email: email?.address ?? null,
    anyAddress: email !== null && inviting.anyAddress,
  }
  const allowed = invite(offer, standing, rolesToOffer(change.authority, products))
  if (!allowed.ok) return allowed
  const row = {
    id: randomUUID(),
    providerId: actor.providerId,
    accountId: account.id,
    invitedBy: actor.personId,
    ...offer,
    roles: [...offer.roles],
    emailCanonical: email?.canonical ?? null,
    language,
    round: 1,
    state: 'created' as const,
    createdAt: now,
    lapsesAt: lapsingFrom(now),
  }
  await together(tx, [
    { query: tx.insert(personInvitation).values(row).returning({ id: personInvitation.id }), rows: 1 },
    recorded(tx, author, [
      { ...personInvitationEvent(row, 'person-invitation.created', 'created'), from: null, to: 'created' },
    ]),
    ...invitationLetter(row, author, secret),
  ])
  return ok({ invitationId: row.id })
}

interface Standing {
  readonly products: readonly string[]
  readonly isInvited: boolean
  readonly isAdministrator: boolean
  readonly open: number
  readonly today: number
  readonly now: Date
}

/** How the account stands once what is overdue has lapsed; both questions travel together, and as a rule nothing has. */
async function standingNow(tx: Tx, accountId: string, email: EmailAddress | null): Promise<Standing> {
  const [lapsed, standing] = await Promise.all([
    lapseOverdue(tx, accountId),
    standingOf(tx, accountId, email),
  ])
  return lapsed > 0 ? standingOf(tx, accountId, email) : standing
}

async function standingOf(tx: Tx, accountId: string, email: EmailAddress | null): Promise<Standing> {
  const answer = await tx.$client.query<Standing>(
    `select array(select o.product from account_product o where o.account_id = $1) as products,
        exists (select 1 from person_invitation i where i.account_id = $1 and ${isOpenRow('i')} and i.email_canonical = $2) as "isInvited",
        exists (select 1 from membership m join person p on p.id = m.person_id
          where m.account_id = $1 and m.kind = 'administrator' and m.state <> 'removed' and p.email_canonical = $2) as "isAdministrator",
        (select count(*)::int from person_invitation i where i.account_id = $1 and ${isOpenRow('i')}) as open,
        (select count(*)::int from person_invitation i where i.account_id = $1
          and i.created_at > clock_timestamp() - interval '24 hours') as today, clock_timestamp() as now`,
    [accountId, email?.canonical ?? null],
  )
  const [row] = answer.rows
  if (!row) throw new Error('a question without an answer')
  return row
}
