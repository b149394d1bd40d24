import { sql } from 'drizzle-orm'
import { scopeFrom } from '#lib/access/scopes.ts'
import { durationFrom } from '#lib/duration.ts'
import { type Invitation, type InvitationState, isOpen, stateAt } from '#lib/invitation/invitation.ts'
import type { Seen } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import type { Write } from '../write.ts'

/** An invitation with what its changes need to know, read after the account's lock was taken. */
export interface LoadedInvitation extends Invitation {
  readonly id: string
  readonly version: number
  readonly providerId: string
  readonly accountId: string
  readonly accountName: string
  readonly partnerId: string
  readonly partnerName: string
  readonly relationshipId: string | null
  readonly invitedBy: string
  readonly inviterName: string
  readonly createdAt: Date
  readonly lapsesAtText: string
  readonly reminded: number
  readonly zone: string
  readonly longestHours: number | null
  readonly reviewMonths: number
  readonly decidedByName: string | null
  readonly now: Date
}

interface Row extends Omit<LoadedInvitation, 'scope' | 'duration'> {
  readonly scopeName: string
  readonly scopePages: string[]
  readonly durationText: string
}

const columns = (
  now: string,
) => `i.id, i.state, i.version, i.provider_id as "providerId", i.account_id as "accountId", a.name as "accountName",
    i.partner_id as "partnerId", p.name as "partnerName", i.relationship_id as "relationshipId", i.invited_by as "invitedBy",
    who.name as "inviterName", i.scope as "scopeName", i.scope_pages as "scopePages", i.duration as "durationText",
    i.created_at as "createdAt", i.lapses_at as "lapsesAt", i.lapses_at::text as "lapsesAtText", i.reminded,
    a.time_zone as zone, v.longest_grant_hours as "longestHours", v.review_months as "reviewMonths",
    decider.name as "decidedByName", ${now} as now
  from partner_invitation i join account a on a.id = i.account_id join partner p on p.id = i.partner_id
  join person who on who.id = i.invited_by join provider v on v.id = i.provider_id
  left join person decider on decider.id = i.decided_by`

/** The invitations for which `condition` holds, in its order, at `now`: the database's own unless said otherwise, as SQL. */
export async function loadInvitations(
  tx: Tx,
  condition: string,
  values: readonly unknown[],
  now = 'clock_timestamp()',
): Promise<readonly LoadedInvitation[]> {
  const answer = await tx.$client.query<Row>(`select ${columns(now)} where ${condition}`, [...values])
  return answer.rows.map(({ scopeName, scopePages, durationText, ...rest }) => ({
    ...rest,
    scope: scopeFrom(scopeName, scopePages),
    duration: durationFrom(durationText),
  }))
}

/** One invitation of the account or to the firm; null where there is none for them. */
export async function loadInvitation(
  tx: Tx,
  id: string,
  of: { readonly accountId: string } | { readonly partnerId: string },
): Promise<LoadedInvitation | null> {
  const [column, owner] = 'accountId' in of ? ['account_id', of.accountId] : ['partner_id', of.partnerId]
  const [found] = await loadInvitations(tx, `i.id = $1 and i.${column} = $2`, [id, owner])
  return found ?? null
}

/** What somebody who came too late is told. */
export function seen(invitation: LoadedInvitation): Seen {
  return { state: stateAt(invitation, invitation.now), by: invitation.decidedByName }
}

/** The statement that moves invitations, each only from the version on which the move was decided. */
export function invitationsMoved(
  invitations: readonly Pick<LoadedInvitation, 'id' | 'version'>[],
  to: InvitationState,
  by: { readonly personId: string | null; readonly reason?: string | undefined },
): Write {
  if (isOpen(to)) throw new Error('an invitation is never opened again')
  const versions = JSON.stringify(invitations.map(({ id, version }) => ({ id, version })))
  return {
    query: sql`(update partner_invitation i set state = ${to}, version = i.version + 1, decided_at = statement_timestamp(),
        decided_by = ${by.personId}::uuid, end_reason = ${by.reason || null}
      from jsonb_to_recordset(${versions}::jsonb) as m(id uuid, version int)
      where i.id = m.id and i.version = m.version returning i.id)`,
    rows: invitations.length,
  }
}
