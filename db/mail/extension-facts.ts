import { scopeFrom } from '#lib/access/scopes.ts'
import { type ExtensionState, extensionStateAt } from '#lib/grant/extension.ts'
import { type GrantState, stateAt } from '#lib/grant/grant.ts'
import type { ExtensionFacts } from '#lib/mail/facts.ts'
import type { Tx } from '../client.ts'
import { enteringNames } from '../grant/people.ts'
import { type Between, between, type Found, found, joined, lastUseOf, named } from './facts.ts'
import { doerIn, textIn, type WrittenFacts } from './written.ts'

interface Row extends Between {
  readonly grantId: string
  readonly state: ExtensionState
  readonly grantState: GrantState
  readonly requester: string
  readonly isOwn: boolean
  readonly reason: string
  readonly askedEnd: Date | null
  readonly decidedAt: Date | null
  readonly scope: string
  readonly scopePages: readonly string[]
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
  readonly people: readonly string[]
  readonly now: Date
}

/** What letters about more time report on, as it is at the moment of sending. */
export async function findExtensions(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<ExtensionFacts>>> {
  const answer = await tx.$client.query<Row>(
    `select g.id as "grantId", x.state, g.state as "grantState", who.name as requester, x.requested_by = l.person_id as "isOwn",
        x.reason, x.asked_end as "askedEnd", x.decided_at as "decidedAt", g.scope, g.scope_pages as "scopePages",
        g.starts_at as "startsAt", g.ends_at as "endsAt", g.last_used_at as "lastUsedAt",
        (select u.name from person u where u.id = g.last_used_by) as "lastUsedBy", ${enteringNames} as people,
        clock_timestamp() as now, ${between('x')}
      from letter l join grant_extension x on x.id = l.subject_id and x.provider_id = l.provider_id
      join access_grant g on g.account_id = x.account_id and g.id = x.grant_id
      join person who on who.id = x.requested_by
      ${joined('x')}`,
    [ids],
  )
  return found(answer.rows, extensionFacts)
}

function extensionFacts(row: Row, written: WrittenFacts): ExtensionFacts {
  const { grantId, requester, isOwn, reason, askedEnd, decidedAt, startsAt, endsAt, people, now } = row
  const grant = { state: row.grantState, startsAt, endsAt }
  return {
    ...named(row),
    grantId,
    state: extensionStateAt(row.state, grant, now),
    grantState: stateAt(grant, now),
    requester,
    isOwn,
    reason,
    askedEnd,
    decidedAt,
    scope: scopeFrom(row.scope, row.scopePages),
    startsAt,
    endsAt,
    people,
    lastUse: lastUseOf(row),
    doer: doerIn(written),
    said: textIn(written, 'reason'),
  }
}
