import { sql } from 'drizzle-orm'
import { inOrder } from '#lib/access/offering.ts'
import type { Role } from '#lib/access/roles.ts'
import type { Language } from '#lib/language.ts'
import type { PersonInvitation, PersonInvitationState } from '#lib/person-invitation/person-invitation.ts'
import type { Seen } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import type { Write } from '../write.ts'
import { stateNow } from './clock.ts'

/** An invitation to a person with what its changes need to know, read after the account's lock was taken. */
export interface LoadedPersonInvitation extends PersonInvitation {
  readonly id: string
  readonly version: number
  readonly round: number
  readonly providerId: string
  readonly accountId: string
  readonly accountSlug: string
  readonly accountName: string
  readonly isClientAccount: boolean
  readonly zone: string
  readonly products: readonly string[]
  readonly invitedBy: string
  readonly inviterName: string
  readonly emailCanonical: string | null
  readonly language: Language
  readonly lapsesAtText: string
  /** By the row and by the clock. */
  readonly stateNow: PersonInvitationState
  readonly decidedByName: string | null
  readonly now: Date
}

type Row = Omit<LoadedPersonInvitation, 'roles'> & { readonly roleNames: readonly string[] }

const columns = (
  now: string,
) => `i.id, i.state, i.version, i.round, i.provider_id as "providerId", i.account_id as "accountId", a.slug as "accountSlug",
    a.name as "accountName", a.parent_id is not null as "isClientAccount", a.time_zone as zone, array(select o.product from account_product o where o.account_id = a.id) as products,
    i.invited_by as "invitedBy", who.name as "inviterName", i.email, i.email_canonical as "emailCanonical",
    i.any_address as "anyAddress", i.language, i.roles as "roleNames", i.lapses_at as "lapsesAt", i.lapses_at::text as "lapsesAtText",
    ${stateNow('i')} as "stateNow", decider.name as "decidedByName", ${now} as now
  from person_invitation i join account a on a.id = i.account_id and a.closed_at is null
  join person who on who.id = i.invited_by left join person decider on decider.id = i.decided_by`

/** The invitations on open accounts for which `condition` holds, in its order. */
export async function loadPersonInvitations(
  tx: Tx,
  condition: string,
  values: readonly unknown[],
  now = 'clock_timestamp()',
): Promise<readonly LoadedPersonInvitation[]> {
  const answer = await tx.$client.query<Row>(`select ${columns(now)} where ${condition}`, [...values])
  return answer.rows.map(({ roleNames, ...row }) => ({
    ...row,
    roles: inOrder(roleNames) as readonly Role[],
  }))
}

export async function loadPersonInvitation(
  tx: Tx,
  id: string,
  of: { readonly accountId: string },
): Promise<LoadedPersonInvitation | null> {
  const [found] = await loadPersonInvitations(tx, 'i.id = $1 and i.account_id = $2', [id, of.accountId])
  return found ?? null
}

/** What whoever came too late is told: the state that it is in by now, and who put it there. */
export function seen({ stateNow: state, decidedByName: by }: LoadedPersonInvitation): Seen {
  return { state, by: state === 'lapsed' ? null : by }
}

/** Moves invitations from the versions that were read. */
export function personInvitationsMoved(
  invitations: readonly Pick<LoadedPersonInvitation, 'id' | 'version'>[],
  to: PersonInvitationState,
  by: string | null,
): Write {
  const versions = JSON.stringify(invitations.map(({ id, version }) => ({ id, version })))
  return {
    query: sql`(update person_invitation i set state = ${to}, version = i.version + 1, decided_at = statement_timestamp(),
        decided_by = ${by}::uuid
      from jsonb_to_recordset(${versions}::jsonb) as m(id uuid, version int)
      where i.id = m.id and i.version = m.version returning i.id)`,
    rows: invitations.length,
  }
}
