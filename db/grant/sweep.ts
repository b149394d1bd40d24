import { type Grant, move, nextDue, reminderDue, stateAt } from '#lib/grant/grant.ts'
import { endsUnlessAnswered, type ReviewLetter, reviewVerdict } from '#lib/grant/review.ts'
import type { EventAction } from '#lib/history/event.ts'
import { priorityOf } from '#lib/mail/kinds.ts'
import { isApprover } from '../approvers.ts'
import { sweptHandedOn } from '../assignment/lapse.ts'
import type { Tx } from '../client.ts'
import { sweepNow } from '../clock/watch.ts'
import { sweptAsks } from '../designation/lapse.ts'
import { intoEvent } from '../into-event.ts'
import { intoLetter, isToldAtFirm } from '../mail/into-letter.ts'
import { afterOf, type SweepPosition } from '../sweep/position.ts'
import { isAssignedNow, isLiveRow } from './clock.ts'
import { reviewParts } from './sweep-review.ts'

export interface SweptGrants {
  readonly started: number
  readonly expired: number
  readonly reminded: number
  readonly seen: number
  readonly position: SweepPosition | null
}

interface DueGrant extends Grant {
  readonly reviewAt: Date | null
  /** Whether its provider has access end whose review nobody answers; null where none is meant. */
  readonly endUnanswered: boolean | null
  readonly version: number
  readonly at: string
  readonly now: Date
}

interface Verdict {
  readonly id: string
  readonly from: string
  readonly version: number
  readonly state: string
  readonly dueAt: Date | null
  readonly event: EventAction | null
  readonly letter: 'grant-ended' | 'grant-ending' | null
  readonly reminder: string | null
  /** The end that it gets because its review waits for an answer. */
  readonly endsAt: Date | null
  readonly reviewLetter: ReviewLetter | null
}

// The clock is read once, in a query of its own, or the index could not be entered by it.
export const dueAfter = `from access_grant g
  where ${isLiveRow('g')} and g.due_at <= ${sweepNow}
    and (g.due_at, g.id) > ($1::timestamptz, $2::uuid)
  order by g.due_at, g.id`

/** The row that the next batch would begin with. */
export async function firstDueGrant(tx: Tx, after: SweepPosition | null): Promise<SweepPosition | null> {
  const found = await tx.$client.query<SweepPosition>(
    `select due_at::text as at, id ${dueAfter} limit 1 for no key update skip locked`,
    [...afterOf(after)],
  )
  return found.rows[0] ?? null
}

/** Leaves a live grant to a sweep in an hour. */
export async function postpone(tx: Tx, id: string): Promise<void> {
  await tx.$client.query(
    `update access_grant g set due_at = ${sweepNow} + interval '1 hour'
      where g.id = $1 and ${isLiveRow('g')} and g.due_at <= ${sweepNow}`,
    [id],
  )
}

/**
 * One batch of the sweep: starts what was scheduled, expires what is over, reminds of what will be over.
 * Nobody's access depends on it (every read asks the clock); it keeps the rows tidy and writes history and letters.
 * Rows that somebody is working on are skipped and met again by the next sweep.
 */
export async function sweepGrants(tx: Tx, limit: number, after: SweepPosition | null): Promise<SweptGrants> {
  const found = await tx.$client.query<DueGrant>({
    name: 'sweep-due-grants',
    text: `select id, state, designation, starts_at as "startsAt", ends_at as "endsAt", suspended_by as "suspendedBy",
        review_at as "reviewAt", case when review_at is not null and ends_at is null
          then (select v.end_unanswered from provider v where v.id = g.provider_id) end as "endUnanswered", version, due_at::text as at, ${sweepNow} as now ${dueAfter} limit $3 for no key update skip locked`,
    values: [...afterOf(after), limit],
  })
  const verdicts = found.rows.map(judge)
  if (verdicts.length > 0) await apply(tx, verdicts)
  const last = found.rows.at(-1)
  return {
    started: verdicts.filter(v => v.event === 'grant.started').length,
    expired: verdicts.filter(v => v.event === 'grant.expired').length,
    reminded: verdicts.filter(v => v.reminder).length,
    seen: verdicts.length,
    position: last ? { at: last.at, id: last.id } : after,
  }
}

function judge(grant: DueGrant): Verdict {
  const base = {
    id: grant.id,
    from: grant.state,
    version: grant.version,
    letter: null,
    reminder: null,
    event: null,
    endsAt: null,
    reviewLetter: null,
  }
  const ended = move(grant, 'expire', 'portal', grant.now)
  if (ended.ok) {
    const event = endsUnlessAnswered(grant) ? 'grant.unreviewed' : 'grant.expired'
    return { ...base, state: ended.value.state, dueAt: null, event, letter: 'grant-ended' }
  }
  const started = move(grant, 'start', 'portal', grant.now)
  const reminder = reminderDue(grant, grant.now)
  const { endsAt, letter: reviewLetter } = reviewVerdict(grant, grant.endUnanswered === true, grant.now)
  const next = { ...grant, endsAt: endsAt ?? grant.endsAt, state: stateAt(grant, grant.now) }
  return {
    ...base,
    state: started.ok ? started.value.state : grant.state,
    dueAt: nextDue(next, grant.now),
    event: started.ok ? 'grant.started' : null,
    letter: reminder ? 'grant-ending' : null,
    reminder,
    endsAt,
    reviewLetter,
  }
}

// Its end is one that goes away when the review is answered: the twin of endsUnlessAnswered.
const endsUnreviewed = '(m.review_at is not null and m.ends_at is not null)'
// Whoever works under it by an assignment is warned and told as who had asked for it is.
const worksUnder = `exists (select 1 from assignment h where h.grant_id = m.id and h.staff_id = s.id and ${isAssignedNow('h')})`

// What began and ended while no sweep came by has both events. Recipients carry what their letter says: joined to the
// grants again, of whose number the planner knows nothing, a batch would take the square of its size.
const statement = `
  with verdict as (
    select * from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $10::text[],
        $11::timestamptz[], $12::text[])
      as v(id, version, state, due_at, event, letter, reminder, from_state, ends_at, review_letter)),
  moved as (
    update access_grant g set state = v.state, due_at = v.due_at,
        version = g.version + case when v.event is null and v.ends_at is null then 0 else 1 end,
        ends_at = coalesce(v.ends_at, g.ends_at), ended_at = case when v.state = 'expired' then g.ends_at else g.ended_at end,
        suspended_by = case when v.state = 'suspended' then g.suspended_by end
      from verdict v where g.id = v.id and g.version = v.version and ${isLiveRow('g')}
      returning g.id, g.provider_id, g.account_id, g.partner_id, g.request_id, g.scope, g.scope_pages, g.ends_at, g.review_at, v.event, v.letter, v.reminder,
        v.from_state, v.state, v.ends_at as review_end, v.review_letter),
  told as (
    ${intoEvent}
      select m.provider_id, m.account_id, m.partner_id, clock_timestamp(), null, 'Latchkey', '', 'portal', e.action, m.id, e.before, e.after, '',
        jsonb_build_object('partner', p.name, 'scope', m.scope, 'pages', m.scope_pages, 'endsAt', m.ends_at)
      from moved m join partner p on p.id = m.partner_id
      cross join lateral (select m.state = 'expired' and m.from_state = 'scheduled' as began) b
      cross join lateral (values ('grant.started', 'scheduled', 'active', b.began),
        (m.event, case when b.began then 'active' else m.from_state end, m.state, m.event is not null)) e(action, before, after, happened)
      where e.happened returning 1),
  ${reviewParts},
  lapsed as (
    update grant_extension x set state = 'lapsed', version = x.version + 1, decided_at = m.ends_at
      from moved m where x.grant_id = m.id and x.state = 'pending' and m.state = 'expired'
      returning x.id, x.requested_by, m.provider_id, m.account_id, m.partner_id),
  lapse_told as (
    ${intoEvent}
      select l.provider_id, l.account_id, l.partner_id, clock_timestamp(), null, 'Latchkey', '', 'portal', 'extension.lapsed', l.id,
        'pending', 'lapsed', '', jsonb_build_object('partner', p.name, 'requester', q.name)
      from lapsed l join partner p on p.id = l.partner_id join person q on q.id = l.requested_by returning 1),
  ${sweptAsks},
  ${sweptHandedOn},
  recipient as (
    select m.id as grant_id, m.account_id, m.letter, m.reminder, m.ends_at, ${endsUnreviewed} as unreviewed, s.person_id
      from moved m join partner_staff s on s.partner_id = m.partner_id
      left join access_request r on r.id = m.request_id
      where m.letter is not null and ${isToldAtFirm('s', `(s.person_id = r.requested_by or ${worksUnder})`)}
    union
    select m.id, m.account_id, m.letter, m.reminder, m.ends_at, ${endsUnreviewed}, b.person_id from moved m join account a on a.id = m.account_id
      join membership b on ${isApprover('b', 'a')}
      where m.letter is not null),
  written as (
    ${intoLetter()}
      select w.provider_id, w.home_brand_id, r.account_id, w.id, w.email, w.name, w.language, r.letter, r.grant_id,
        jsonb_build_object('act', 'expire', 'reminder', r.reminder, 'endsAt', r.ends_at, 'unreviewed', r.unreviewed),
        case r.letter when 'grant-ended' then $8::int else $9::int end,
        r.letter || ':' || r.grant_id || ':' || coalesce(r.reminder, 'expired') || ':' || coalesce(extract(epoch from r.ends_at)::bigint, 0) || ':' || w.id
      from recipient r join person w on w.id = r.person_id and w.disabled_at is null
      on conflict (dedupe_key) do nothing returning 1)
  select (select count(*) from moved)::int as moved, (select count(*) from told)::int as told, (select count(*) from written)::int as written`

async function apply(tx: Tx, verdicts: readonly Verdict[]): Promise<void> {
  await tx.$client.query({
    name: 'sweep-apply',
    text: statement,
    values: [
      verdicts.map(v => v.id),
      verdicts.map(v => v.version),
      verdicts.map(v => v.state),
      verdicts.map(v => v.dueAt),
      verdicts.map(v => v.event),
      verdicts.map(v => v.letter),
      verdicts.map(v => v.reminder),
      priorityOf('grant-ended'),
      priorityOf('grant-ending'),
      verdicts.map(v => v.from),
      verdicts.map(v => v.endsAt),
      verdicts.map(v => v.reviewLetter),
      priorityOf('review-due'),
    ],
  })
}
