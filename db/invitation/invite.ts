import { randomUUID } from 'node:crypto'
import type { Giving } from '#lib/access/giving.ts'
import { maySendFrom, mostAsksADay } from '#lib/asking-pace.ts'
import { endOf, formatDuration } from '#lib/duration.ts'
import { type InvitingRefusal, type InvitingStanding, invite } from '#lib/invitation/invitation.ts'
import { mustProve, type ProofRefusal } from '#lib/proof.ts'
import { type Ok, ok, type Refused, refuse } from '#lib/result.ts'
import { isOpenRow as isOpenRequest } from '../access-request/clock.ts'
import { lapseOverdue as lapseOverdueRequest } from '../access-request/lapse.ts'
import type { AccountChange } from '../change.ts'
import { recorded } from '../events.ts'
import { toPartner } from '../mail/letters.ts'
import { isBlocked } from '../partner/blocked.ts'
import { partnerInvitation } from '../schema/invitation.ts'
import { together } from '../write.ts'
import { isOpenRow } from './clock.ts'
import { lapseOverdue } from './lapse.ts'

/** The firm that is meant: by its Partner ID, or by its share code, with what was shown of it before. */
export type InvitedFirm =
  | { readonly partnerCode: string }
  | { readonly shareCode: string; readonly shown: { readonly name: string; readonly partnerCode: string } }

interface Invitable {
  readonly partnerId: string
  readonly name: string
  readonly partnerCode: string
  readonly slug: string
  readonly relationshipId: string | null
  readonly zone: string
  readonly longestHours: number | null
}

/** The firm that was met, and where a refusal leads: to the request or the invitation that is open already. */
export interface MetFirm {
  readonly name: string
  readonly slug: string
  readonly requestId: string | null
  readonly invitationId: string | null
}

export type SendingRefusal = InvitingRefusal | 'firm-changed'

export type Unsent = Refused<SendingRefusal> & { readonly met?: MetFirm }

export type Sent = Ok<{ readonly invitationId: string }> | Unsent | Refused<ProofRefusal>

/**
 * Invites a firm: the row, the history, and a letter to each of its administrators. Nothing is open until one of them
 * accepts. `unconfirmed`: see lib/proof. `unknown-partner`: a Partner ID or share code that leads nowhere, whatever the reason. `firm-changed`: it is
 * not what was shown any more.
 */
export async function sendInvitation(
  change: AccountChange,
  inviting: Giving & { readonly firm: InvitedFirm },
): Promise<Sent> {
  const firm = await heldFirm(change, inviting.firm)
  if (!firm) return refuse('unknown-partner')
  if ('shown' in inviting.firm && !isAsShown(firm, inviting.firm.shown))
    return { ...refuse('firm-changed'), met: { ...named(firm), requestId: null, invitationId: null } }
  const of = { accountId: change.account.id, partnerId: firm.partnerId }
  const { now, ...standing } = await standingOf(change, of)
  const allowed = invite(inviting, standing, now, firm)
  if (!allowed.ok) {
    const { requestId, invitationId } = standing
    const met = { ...named(firm), requestId, invitationId }
    const from = maySendFrom(standing, now)
    return { ...(from ? refuse(allowed.refusal, { state: from.toISOString(), by: null }) : allowed), met }
  }
  if (mustProve(change.actor, endOf(inviting.duration, now, firm.zone), now)) return refuse('unconfirmed')
  const row = {
    id: randomUUID(),
    providerId: change.actor.providerId,
    ...of,
    relationshipId: firm.relationshipId,
    invitedBy: change.actor.personId,
    scope: inviting.scope.name,
    scopePages: [...inviting.scope.pages],
    duration: formatDuration(inviting.duration),
    state: 'invited' as const,
    createdAt: now,
    lapsesAt: allowed.value.lapsesAt,
  }
  await together(change.tx, [
    {
      query: change.tx.insert(partnerInvitation).values(row).returning({ id: partnerInvitation.id }),
      rows: 1,
    },
    recorded(change.tx, change.author, [
      {
        action: 'partner-invitation.sent',
        ...of,
        subjectId: row.id,
        from: null,
        to: 'invited',
        facts: { partner: firm.name, scope: row.scope, pages: row.scopePages, duration: row.duration },
      },
    ]),
    toPartner({
      kind: 'partner-invited',
      subjectId: row.id,
      ...of,
      asked: [],
      occasion: 'sent',
      facts: { by: change.actor.name, firm: change.author.firm },
    }),
  ])
  return ok({ invitationId: row.id })
}

/** The firm is held open until the invitation stands, so that whoever closes it meets the invitation. */
async function heldFirm({ tx, actor, account }: AccountChange, firm: InvitedFirm): Promise<Invitable | null> {
  const [column, key] =
    'partnerCode' in firm ? ['partner_code', firm.partnerCode] : ['share_code', firm.shareCode]
  const answer = await tx.$client.query<Invitable>(
    `select f.id as "partnerId", f.name, f.partner_code as "partnerCode", f.slug, a.time_zone as zone,
        v.longest_grant_hours as "longestHours", (select r.id from channel_relationship r
          where r.account_id = a.id and r.partner_id = f.id and r.ended_at is null) as "relationshipId"
      from partner f join account a on a.id = $3 and a.closed_at is null join provider v on v.id = f.provider_id
      where f.${column} = $1 and f.provider_id = $2 and f.closed_at is null for key share of f`,
    [key, actor.providerId, account.id],
  )
  return answer.rows[0] ?? null
}

const named = ({ name, slug }: Invitable) => ({ name, slug })

function isAsShown(firm: Invitable, shown: Pick<Invitable, 'name' | 'partnerCode'>): boolean {
  return firm.name === shown.name && firm.partnerCode === shown.partnerCode
}

interface Standing extends InvitingStanding {
  readonly requestId: string | null
  readonly invitationId: string | null
  readonly now: Date
}

async function standingOf(
  { tx }: AccountChange,
  of: { readonly accountId: string; readonly partnerId: string },
): Promise<Standing> {
  // What is open past its life has lapsed, also while no sweep has said so; it must not stand in the way.
  await lapseOverdueRequest(tx, of)
  await lapseOverdue(tx, of)
  const answer = await tx.$client.query<Omit<Standing, 'hasOpenRequest' | 'hasOpenInvitation'>>(
    `select ${isBlocked('$1', '$2')} as blocked,
        (select r.id from access_request r where r.account_id = $1 and r.partner_id = $2 and ${isOpenRequest('r')}) as "requestId",
        (select i.id from partner_invitation i where i.account_id = $1 and i.partner_id = $2 and ${isOpenRow('i')}) as "invitationId",
        array(select i.created_at from partner_invitation i where i.account_id = $1 and i.partner_id = $2
          order by i.created_at desc limit ${mostAsksADay}) as "lastSentAt",
        (select count(*)::int from partner_invitation i where i.account_id = $1
          and i.created_at > clock_timestamp() - interval '24 hours') as "sentToday", clock_timestamp() as now`,
    [of.accountId, of.partnerId],
  )
  const [row] = answer.rows
  if (!row) throw new Error('a question without an answer')
  const { requestId, invitationId } = row
  return { ...row, hasOpenRequest: requestId !== null, hasOpenInvitation: invitationId !== null }
}
