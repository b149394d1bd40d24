import { sql } from 'drizzle-orm'
import {
  actOnColleague,
  actOnStaff,
  type ColleagueRefusal,
  type StaffRefusal,
  type StaffState,
} from '#lib/partner/staff.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { leftFirm } from '../assignment/end.ts'
import type { Change, PartnerChange } from '../change.ts'
import { type NewEvent, recorded } from '../events.ts'
import { isHeldStaff, nameAt, stateOfStaff } from '../person/has-place.ts'
import { shutOut, turnAway } from '../person/shut-out.ts'
import { together } from '../write.ts'
import { withoutOwnThings } from './own-things.ts'
import { type OfStaff, staffLetter } from './staff-letter.ts'

interface Loaded extends OfStaff {
  readonly state: StaffState
  readonly slug: string
  /** Of the whole portal: they get no letter, and can be removed. */
  readonly isShutOut: boolean
}

/**
 * One of an open firm's staff, by whomever they are changed. The firm's row is held: its closing, and whoever takes their
 * place there at this moment, come before this or find it done.
 */
async function load({ tx, actor }: Change, { partnerId, staffId }: StaffMeant): Promise<Loaded | null> {
  const { providerId } = actor
  await tx.$client.query('select 1 from partner where id = $1 and provider_id = $2 for no key update', [
    partnerId,
    providerId,
  ])
  const answer = await tx.$client.query<Loaded>(
    `select s.id, s.person_id as "personId", ${nameAt('s', 'q')} as name, q.email, 'partner-' || s.role as kind,
        ${stateOfStaff('s')} as state, q.password_hash is not null as "hasPassword", q.disabled_at is not null as "isShutOut", p.name as "partnerName", p.slug
      from partner p join partner_staff s on s.partner_id = p.id
      join person q on q.id = s.person_id
      where p.provider_id = $1 and p.id = $2 and s.id = $3 and p.closed_at is null`,
    [providerId, partnerId, staffId],
  )
  return answer.rows[0] ?? null
}

export interface StaffMeant {
  readonly partnerId: string
  readonly staffId: string
}

/** Whom it was done to, and how they stood before; and whom not, where it was refused. */
type Acted<Refusal extends string> = Result<
  Pick<Loaded, 'slug' | 'name' | 'state'>,
  Refusal | 'not-found'
> & {
  readonly name?: string
}

/**
 * Sends one of a firm's staff who has not taken their place the letter again; the one before opens nothing any more.
 * Refuses what lib/partner/staff refuses, naming the person, and `too-many-letters`: they had enough in this hour.
 */
export async function resendToStaff(
  change: Change,
  meant: StaffMeant,
  secret: string,
): Promise<Acted<StaffRefusal | 'too-many-letters'>> {
  const staff = await load(change, meant)
  if (!staff || staff.isShutOut) return refuse('not-found')
  const { name, slug } = staff
  const allowed = actOnStaff('resend', staff.state)
  if (!allowed.ok) return { ...allowed, name }
  const letter = await staffLetter(change, staff, secret)
  if (!letter.ok) return { ...letter, name }
  await together(change.tx, [
    ...letter.value,
    recorded(change.tx, change.author, [eventOf(meant, staff, { action: 'staff.resent' })]),
  ])
  return ok({ slug, name, state: staff.state })
}

/**
 * Takes one of a firm's staff their place, whether they have come in or not: from then on it gives nothing, and all
 * assignments of theirs end, and they are shut out or turned away in the same transaction. Refuses `already-removed`, naming the person.
 */
export function removeStaff(change: Change, meant: StaffMeant): Promise<Acted<StaffRefusal>> {
  return removed(change, meant, ({ state }) => actOnStaff('remove', state))
}

/** The same by an administrator of the firm: nobody removes themselves. See lib/partner/staff. */
export function removeColleague(change: PartnerChange, staffId: string): Promise<Acted<ColleagueRefusal>> {
  const { id: partnerId, staffId: own } = change.partner
  return removed(change, { partnerId, staffId }, ({ id, state }) =>
    actOnColleague('remove', { state, isActor: id === own }),
  )
}

async function removed<Refusal extends string>(
  change: Change,
  meant: StaffMeant,
  mayBe: (staff: Loaded) => Result<StaffState, Refusal>,
): Promise<Acted<Refusal>> {
  const { tx } = change
  const staff = await load(change, meant)
  if (!staff) return refuse('not-found')
  const { name, slug, state, id, personId } = staff
  const next = mayBe(staff)
  if (!next.ok) return { ...next, name }
  const left = await leftFirm(change, id)
  await together(tx, [
    {
      query: sql`(update partner_staff s set removed_at = clock_timestamp()
        where s.id = ${id}::uuid and ${sql.raw(isHeldStaff('s'))} returning s.id)`,
      rows: 1,
    },
    ...left.writes,
    ...withoutOwnThings({ staffId: id }),
    recorded(tx, change.author, [
      eventOf(meant, staff, { action: 'staff.removed', from: state, to: next.value }),
      ...left.events,
    ]),
  ])
  if (state === 'active') await shutOut(tx, [personId])
  else await turnAway(tx, personId)
  return ok({ slug, name, state })
}

function eventOf(
  { partnerId }: StaffMeant,
  { id, name, email, kind, partnerName }: Loaded,
  what: Pick<NewEvent, 'action' | 'from' | 'to'>,
): NewEvent {
  const facts = { whom: name, email, kind, partner: partnerName }
  return { ...what, accountId: null, partnerId, subjectId: id, facts }
}
