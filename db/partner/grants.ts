import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { type Grant, type GrantRefusal, type GrantState, stateAt } from '#lib/grant/grant.ts'
import { maySpeakFor } from '#lib/partner/staff.ts'
import { type Result, refuse } from '#lib/result.ts'
import { isOpenNow } from '../access-request/clock.ts'
import type { PartnerChange, SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import {
  latestExtension,
  type OwnExtension,
  type OwnExtensionRow,
  ownExtensionFrom,
} from '../extension/reads.ts'
import { changeLoaded } from '../grant/change.ts'
import { endedAtNow } from '../grant/clock.ts'
import { loadGrant } from '../grant/load.ts'
import { lockAccountsOf } from '../grant/lock.ts'
import { assignedNames, enterable } from '../grant/people.ts'
import { isOpenNow as isOpenInvitation } from '../invitation/clock.ts'
import { isBlocked } from './blocked.ts'
import { isServed } from './served.ts'

/** A grant as the firm that holds it sees it. */
export interface OwnGrant {
  readonly id: string
  readonly accountId: string
  readonly accountSlug: string
  readonly accountName: string
  /** The firm can ask for access again by name: it serves the account and has no open request. */
  readonly askable: boolean
  /** The account takes no requests from the firm, for access or for more time. */
  readonly blocked: boolean
  /** The state that holds now, by the clock. */
  readonly state: GrantState
  readonly designation: 'customer' | 'provider'
  readonly scope: Scope
  /** It opens the account's client accounts, too, but for those that excluded themselves. */
  readonly reachesClients: boolean
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly suspendedBy: 'account' | 'provider' | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly endReason: string | null
  readonly requestId: string | null
  readonly requestedBy: string | null
  readonly askedBy: string | null
  readonly approvedBy: string
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
  /** The door is open now, and whether the reader may go through it. */
  readonly effective: boolean
  readonly mine: boolean
  /** Technicians who may enter; administrators always may. */
  readonly assigned: readonly string[]
  /** What became of the firm's latest asking for more time. */
  readonly extension: OwnExtension | null
  /** Where the account is, and how long its provider lets it give access at once (hours; null = no limit). */
  readonly accountZone: string
  readonly longestHours: number | null
}

type Row = Omit<OwnGrant, 'scope' | 'extension'> & { extension: OwnExtensionRow | null } & Grant & {
    scopeName: string
    scopePages: string[]
    now: Date
  }

/** One grant of the firm, in whatever state; null where there is none. */
export async function grantOfPartner(
  tx: Tx,
  partner: SeenPartner,
  grantId: string,
): Promise<OwnGrant | null> {
  const answer = await tx.$client.query<Row>({
    name: 'grant-of-partner',
    text: `select g.id, a.id as "accountId", a.slug as "accountSlug", a.name as "accountName", g.state, g.designation, g.scope as "scopeName",
        g.scope_pages as "scopePages", g.reaches_clients as "reachesClients", g.starts_at as "startsAt", g.ends_at as "endsAt", g.suspended_by as "suspendedBy",
        ${endedAtNow('g')} as "endedAt",
        b.name as "endedBy", g.end_reason as "endReason", g.request_id as "requestId", r.requested_by as "requestedBy",
        q.name as "askedBy", o.name as "approvedBy", g.last_used_at as "lastUsedAt", u.name as "lastUsedBy",
        e.id is not null as effective, ${enterable} as mine, ${assignedNames} as assigned, clock_timestamp() as now,
        ${latestExtension('g')} as extension, a.time_zone as "accountZone",
        (select v.longest_grant_hours from provider v where v.id = g.provider_id) as "longestHours",
        ${isBlocked('a.id', '$1')} as blocked,
        ${isServed('a')} and not ${isBlocked('a.id', '$1')}
          and not exists (select 1 from access_request w where w.partner_id = $1 and w.account_id = a.id
            and (${isOpenNow('w')} or (w.state = 'declined' and w.decided_at > clock_timestamp() - interval '24 hours')))
          and not exists (select 1 from partner_invitation i where i.partner_id = $1 and i.account_id = a.id
            and ${isOpenInvitation('i')}) as askable
      from access_grant g join account a on a.id = g.account_id join person o on o.id = g.approved_by
      left join effective_grant e on e.id = g.id
      left join access_request r on r.id = g.request_id left join person q on q.id = r.requested_by
      left join person b on b.id = g.ended_by left join person u on u.id = g.last_used_by
      where g.partner_id = $1 and g.id = $4`,
    values: [partner.id, partner.staffId, partner.role, grantId],
  })
  const row = answer.rows[0]
  if (!row) return null
  const { scopeName, scopePages, now, extension, ...rest } = row
  return {
    ...rest,
    extension: ownExtensionFrom(extension),
    scope: scopeFrom(scopeName, scopePages),
    state: stateAt(row, now),
  }
}

/**
 * The firm gives its access up: the door closes at once, and the account is told.
 * `not-yours`: only the person who asked, or an administrator of the firm, may do it.
 */
export async function giveUpGrant(
  change: PartnerChange,
  grantId: string,
  reason: string,
): Promise<Result<{ readonly partnerName: string }, GrantRefusal | 'not-found' | 'not-yours'>> {
  await lockAccountsOf(change, [grantId])
  const grant = await loadGrant(change.tx, grantId, { partnerId: change.partner.id })
  if (!grant) return refuse('not-found')
  const staff = { role: change.partner.role, personId: change.actor.personId }
  if (!maySpeakFor(staff, grant.requestedBy)) return refuse('not-yours')
  return changeLoaded(change, grant, 'relinquish', 'partner', reason)
}
