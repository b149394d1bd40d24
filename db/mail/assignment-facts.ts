import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { holdsAt } from '#lib/grant/assignment.ts'
import { type AssignmentAskState, assignmentAskStateAt } from '#lib/grant/assignment-ask.ts'
import { firstEnd } from '#lib/grant/ends.ts'
import { type GrantState, stateAt, type TimedGrant } from '#lib/grant/grant.ts'
import type {
  AssignmentAskFacts,
  AssignmentFacts,
  AssignmentsFacts,
  EntryFacts,
} from '#lib/mail/assignment-facts.ts'
import type { Terms } from '#lib/mail/facts.ts'
import { isApprover } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { isAssignedNow, isLiveNow } from '../grant/clock.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { type Between, between, type Found, found, joined, named } from './facts.ts'
import { doerIn, momentIn, termsIn, textIn, type WrittenFacts } from './written.ts'

interface GrantRow extends Between {
  readonly grantId: string
  readonly grantState: GrantState
  readonly grantScope: string
  readonly grantPages: readonly string[]
  readonly startsAt: Date
  readonly grantEnd: Date | null
  readonly now: Date
}

interface Row extends GrantRow {
  /** Null where they hold nothing any more. */
  readonly assignmentId: string | null
  readonly scope: string | null
  readonly pages: readonly string[]
  readonly endsAt: Date | null
}

const ofGrant = `g.id as "grantId", g.state as "grantState", g.scope as "grantScope", g.scope_pages as "grantPages",
  g.starts_at as "startsAt", g.ends_at as "grantEnd", clock_timestamp() as now`
const ofAssignment = `x.id as "assignmentId", x.scope, x.scope_pages as pages, x.ends_at as "endsAt"`

/** What letters about who was assigned report on, as it is at the moment of sending. */
export async function findAssignments(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<AssignmentFacts>>> {
  const answer = await tx.$client.query<Row>(
    `select ${ofGrant}, case when x.ended_at is null then x.id end as "assignmentId", x.scope, x.scope_pages as pages,
        x.ends_at as "endsAt", ${between('x')}
      from letter l join assignment x on x.id = l.subject_id and x.provider_id = l.provider_id
      join access_grant g on g.account_id = x.account_id and g.id = x.grant_id
      ${joined('x')}`,
    [ids],
  )
  return found(answer.rows, assignmentFacts)
}

interface ManyRow {
  readonly letterId: string
  readonly isStaff: boolean
  readonly partnerSlug: string
  readonly partnerName: string
  readonly partnerCode: string
  readonly given: readonly {
    readonly account: string
    readonly scope: string
    readonly pages: readonly string[]
    readonly endsAt: string | null
  }[]
}

/** The same of several that were given at once: those that open something at the moment of sending, or will. */
export async function findManyAssignments(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<AssignmentsFacts>>> {
  const answer = await tx.$client.query<ManyRow>(
    `select l.id as "letterId", p.slug as "partnerSlug", p.name as "partnerName", p.partner_code as "partnerCode",
        ${isActiveStaff('s')} as "isStaff", array(
          select json_build_object('account', a.name, 'scope', coalesce(x.scope, g.scope),
            'pages', case when x.scope is null then g.scope_pages else x.scope_pages end, 'endsAt', least(x.ends_at, g.ends_at))
          from assignment x join access_grant g on g.id = x.grant_id and ${isLiveNow('g')} and g.suspended_by is null
          join account a on a.id = x.account_id and a.closed_at is null
          where x.staff_id = s.id and ${isAssignedNow('x')}
            and x.id in (select i.id::uuid from jsonb_array_elements_text(l.facts->'assignments') as i(id))
          order by a.name, x.id) as given
      from letter l join partner_staff s on s.id = l.subject_id and s.provider_id = l.provider_id
      join partner p on p.id = s.partner_id where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(
      ({ letterId, isStaff, partnerSlug: slug, partnerName: name, partnerCode: code, given }) => [
        letterId,
        {
          standing: { isApprover: false, isStaff },
          isAccountClosed: false,
          factsFor: written => ({
            partner: { slug, name, code },
            doer: doerIn(written),
            given: given.map(({ account, scope, pages, endsAt }) => ({
              account,
              scope: scopeFrom(scope, pages),
              endsAt: endsAt === null ? null : new Date(endsAt),
            })),
          }),
        },
      ],
    ),
  )
}

type AskRow = Row & Pick<AssignmentAskFacts, 'requester' | 'reason'> & { readonly state: AssignmentAskState }

/** The same of those who ask for it. */
export async function findAssignmentAsks(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<AssignmentAskFacts>>> {
  const answer = await tx.$client.query<AskRow>(
    `select ${ofGrant}, ${ofAssignment}, k.state, k.reason, q.name as requester, ${between('k')}
      from letter l join assignment_ask k on k.id = l.subject_id and k.provider_id = l.provider_id
      join access_grant g on g.account_id = k.account_id and g.id = k.grant_id
      join partner_staff w on w.partner_id = k.partner_id and w.id = k.staff_id join person q on q.id = w.person_id
      left join assignment x on x.grant_id = k.grant_id and x.staff_id = k.staff_id and x.ended_at is null
      ${joined('k')}`,
    [ids],
  )
  return found(answer.rows, (row, written) => ({
    ...assignmentFacts(row, written),
    state: assignmentAskStateAt(row.state, grantOf(row), row.now),
    requester: row.requester,
    reason: row.reason,
    said: textIn(written, 'reason'),
  }))
}

function grantOf({ grantState: state, startsAt, grantEnd: endsAt }: GrantRow): TimedGrant {
  return { state, startsAt, endsAt }
}

function assignmentFacts(row: Row, written: WrittenFacts): AssignmentFacts {
  const { grantId, startsAt, grantEnd, endsAt, now } = row
  const whole: Scope = scopeFrom(row.grantScope, row.grantPages)
  return {
    ...named(row),
    grantId,
    grantState: stateAt(grantOf(row), now),
    scope: row.assignmentId && row.scope ? scopeFrom(row.scope, row.pages) : whole,
    startsAt,
    endsAt: firstEnd([grantEnd, row.assignmentId ? endsAt : null]),
    holds: row.assignmentId !== null && holdsAt({ endsAt }, now),
    doer: doerIn(written),
    ...(textIn(written, 'cause') === 'trimmed' && { cause: 'trimmed' as const }),
  }
}

/**
 * What letters about somebody's first entry report on. The account is the one that was entered, which may be a client
 * account of the one that gave the access.
 */
export async function findEntries(tx: Tx, ids: readonly string[]): Promise<Map<string, Found<EntryFacts>>> {
  const answer = await tx.$client.query<GrantRow & { readonly via: string | null }>(
    `select ${ofGrant}, l.id as "letterId", a.slug as "accountSlug", a.name as "accountName",
        a.closed_at is not null as "isAccountClosed",
        p.slug as "partnerSlug", p.name as "partnerName", p.partner_code as "partnerCode",
        exists (select 1 from membership m where m.person_id = l.person_id and ${isApprover('m', 'a')}) as "isApprover",
        exists (select 1 from partner_staff s where s.partner_id = p.id and s.person_id = l.person_id
          and ${isActiveStaff('s')}) as "isStaff",
        case when g.account_id <> a.id then (select o.name from account o where o.id = g.account_id) end as via
      from letter l join access_grant g on g.id = l.subject_id and g.provider_id = l.provider_id
      join account a on a.id = l.account_id join partner p on p.id = g.partner_id
      where l.id = any($1::uuid[])`,
    [ids],
  )
  return found(answer.rows, (row, written) => ({
    ...named(row),
    grantState: stateAt(grantOf(row), row.now),
    ...enteredUnder(row, written),
    who: textIn(written, 'by'),
    via: row.via,
    enteredAt: momentIn(written, 'at') ?? row.startsAt,
  }))
}

/** What the person themselves had when they came in, which may be less than the firm has; no longer than the firm has it. */
function enteredUnder({ grantEnd }: GrantRow, written: WrittenFacts): Terms {
  const { scope, endsAt } = termsIn(written)
  return { scope, endsAt: firstEnd([endsAt, grantEnd]) }
}
