import { sql } from 'drizzle-orm'
import { scopeFrom } from '#lib/access/scopes.ts'
import type { EventAction } from '#lib/history/event.ts'
import type { Language } from '#lib/language.ts'
import type { AccessEnd } from '#lib/partner/calendar.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import type { PartnerChange, SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { recorded } from '../events.ts'
import { enterable, ownEnd, ownPart } from '../grant/people.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { together, type Write } from '../write.ts'
import { liveOfFirm, standsAtDesk } from './customer-details.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { partnerOf } from './staff.ts'

/** Whether this person's calendar has an address, and since when; the address itself is kept nowhere. */
export async function calendarOf(
  tx: Tx,
  { staffId }: Pick<SeenPartner, 'staffId'>,
): Promise<{ readonly madeAt: Date } | null> {
  const answer = await tx.$client.query<{ madeAt: Date }>(
    'select created_at as "madeAt" from calendar_feed where staff_id = $1',
    [staffId],
  )
  return answer.rows[0] ?? null
}

/**
 * Gives the person's own calendar this token, in place of the one before, which reads nothing any more. The firm's
 * history tells who did it, since names of its customers can be read there without signing in. The same token once
 * more changes nothing.
 */
export async function makeCalendar(change: PartnerChange, token: string): Promise<void> {
  const { tx, actor, partner } = change
  const hash = hashText(token)
  await oneAtATime(tx, 'calendar', partner)
  const answer = await tx.$client.query<{ hash: string }>(
    'select token_hash as hash from calendar_feed where staff_id = $1',
    [partner.staffId],
  )
  const before = answer.rows[0]?.hash
  if (before === hash) return
  await together(tx, [
    {
      query: sql`(insert into calendar_feed (provider_id, partner_id, staff_id, token_hash, created_at)
        values (${actor.providerId}::uuid, ${partner.id}::uuid, ${partner.staffId}::uuid, ${hash}, clock_timestamp())
        on conflict (staff_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at returning staff_id)`,
      rows: 1,
    },
    told(change, before === undefined ? 'calendar.made' : 'calendar.replaced'),
  ])
}

/** Switches the person's own calendar off: its address reads nothing any more. Already off it stays so. */
export async function endCalendar(change: PartnerChange): Promise<void> {
  const { tx, partner } = change
  await oneAtATime(tx, 'calendar', partner)
  if (!(await calendarOf(tx, partner))) return
  await together(tx, [
    {
      query: sql`(delete from calendar_feed where staff_id = ${partner.staffId}::uuid returning staff_id)`,
      rows: 1,
    },
    told(change, 'calendar.ended'),
  ])
}

function told({ tx, author, partner }: PartnerChange, action: EventAction): Write {
  const facts = { partner: partner.name }
  return recorded(tx, author, [
    { action, accountId: null, partnerId: partner.id, subjectId: partner.staffId, facts },
  ])
}

/** What a calendar reads, and in whose language. */
export interface CalendarFeed {
  readonly partner: Pick<SeenPartner, 'slug' | 'name'>
  readonly language: Language
  readonly ends: readonly AccessEnd[]
}

/** More than these, the soonest first, no calendar is given. */
const mostEnds = 1000

type EndRow = Omit<AccessEnd, 'scope' | 'part'> & {
  scopeName: string
  scopePages: string[]
  own: { scope: string | null; pages: string[] } | null
}

/**
 * What the person of this token sees at their firm's desk of ends to come of what they may use: a technician of what is
 * assigned to them, as far and as long as it is; null where the token counts for nothing on
 * this branding domain: unknown, replaced or switched off, of somebody who is not at home there, was shut out or has lost
 * the place, of a firm that is closed. Firm and place are read by the desk's own rule, and so is which access stands there.
 */
export async function calendarFeed(
  tx: Tx,
  brandingDomainId: string,
  token: string,
): Promise<CalendarFeed | null> {
  const found = await tx.$client.query<{ personId: string; partnerId: string; language: Language }>({
    name: 'calendar-of-token',
    text: `select q.id as "personId", c.partner_id as "partnerId", q.language
      from calendar_feed c join partner_staff s on s.id = c.staff_id and ${isActiveStaff('s')}
      join person q on q.id = s.person_id and q.disabled_at is null and q.home_brand_id = $2
      where c.token_hash = $1`,
    values: [hashText(token), brandingDomainId],
  })
  const [reader] = found.rows
  const partner = reader && (await partnerOf(tx, reader, { id: reader.partnerId }))
  if (!partner) return null
  const answer = await tx.$client.query<EndRow>({
    name: 'ends-of-firm',
    text: `select g.id as "grantId", a.name as account, g.scope as "scopeName", g.scope_pages as "scopePages", ${ownPart} as own,
        g.reaches_clients as "reachesClients", g.state = 'suspended' as suspended, ${ownEnd} as "endsAt",
        g.version + coalesce(w.version, 0) as version,
        greatest(coalesce(g.end_moved_at, g.created_at), w.at) as "movedAt"
      from ${liveOfFirm} join account a on a.id = g.account_id
      cross join lateral (select sum(x.version)::int as version, max(x.created_at) as at from assignment x
        where $3::text <> 'administrator' and x.grant_id = g.id and x.staff_id = $2::uuid) w
      where g.partner_id = $1 and ${standsAtDesk} and ${enterable} and ${ownEnd} is not null
      order by ${ownEnd}, g.id limit ${mostEnds}`,
    values: [partner.id, partner.staffId, partner.role],
  })
  return {
    partner,
    language: reader.language,
    ends: answer.rows.map(({ scopeName, scopePages, own, ...end }) => ({
      ...end,
      scope: scopeFrom(scopeName, scopePages),
      part: own?.scope ? scopeFrom(own.scope, own.pages) : null,
    })),
  }
}
