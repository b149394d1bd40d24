import type pg from 'pg'
import type { Actor } from '#lib/actor.ts'
import type { Language } from '#lib/language.ts'
import { hashText, randomText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { glance } from '../client.ts'
import { isActiveStaff } from '../person/has-place.ts'
import { part, sqlText } from '../sql-text.ts'
import { isLiveSession } from './live-session.ts'

/** Where a session lives: it is worth nothing on any other branding domain. */
export interface SessionPlace {
  readonly providerId: string
  readonly brandingDomainId: string
}

const hour = 3600
/** Those who work for others, or for the provider, prove themselves more often: see docs/decisions/0007. */
const limits = {
  staff: { idleSeconds: hour, lifeSeconds: 24 * hour },
  customer: { idleSeconds: 8 * hour, lifeSeconds: 7 * 24 * hour },
} as const

/**
 * Begins a session for a person on a branding domain; gives the token for the cookie, which is stored nowhere. How long
 * it lives, and how long it may lie unused, is decided here by who the person is. `provedAt`: when they proved who they are,
 * where that was not just now; a moment that is still to come is believed nobody.
 */
export async function beginSession(
  tx: Tx,
  place: SessionPlace,
  personId: string,
  from: { readonly address: string; readonly userAgent: string; readonly provedAt?: Date | null },
  token: string = randomText(),
): Promise<{ readonly token: string; readonly expires: Date }> {
  const staff = await tx.$client.query<{ staff: boolean }>(
    `select exists (select 1 from partner_staff s where s.person_id = $1 and ${isActiveStaff('s')})
         or exists (select 1 from platform_user u where u.person_id = $1 and ${isActiveStaff('u')}) as staff`,
    [personId],
  )
  const { idleSeconds, lifeSeconds } = staff.rows[0]?.staff ? limits.staff : limits.customer
  const made = await tx.$client.query<{ expires: Date }>(
    `insert into session (provider_id, token_hash, person_id, branding_domain_id, expires_at, idle_seconds, address, user_agent,
        authenticated_at)
     values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5), $6, $7, $8,
        case when $9::timestamptz > clock_timestamp() then 'epoch' else coalesce($9, clock_timestamp()) end) returning expires_at as expires`,
    [
      place.providerId,
      hashText(token),
      personId,
      place.brandingDomainId,
      lifeSeconds,
      idleSeconds,
      from.address,
      from.userAgent.slice(0, 300),
      from.provedAt ?? null,
    ],
  )
  await tx.$client.query('update person set last_sign_in_at = clock_timestamp() where id = $1', [personId])
  const expires = made.rows[0]?.expires
  if (!expires) throw new Error('the session was not written')
  return { token, expires }
}

interface SessionRow {
  sessionId: string
  personId: string
  name: string
  email: string
  language: Language
  timeZone: string
  authenticatedAt: Date
  expiresAt: Date
}

/**
 * Who holds this token on this branding domain, or null: unknown, ended, idle too long, of another brand, or a person
 * who was disabled. Notes once a minute that the session is in use, unless an open page asks `by` itself: what nobody reads
 * must not keep a session from going idle.
 */
export async function sessionOf(
  place: SessionPlace,
  token: string,
  address: string,
  from?: pg.Pool,
  by: 'somebody' | 'itself' = 'somebody',
): Promise<(Actor & { readonly expiresAt: Date }) | null> {
  const hash = hashText(token)
  const rows = await glance<SessionRow>(
    { role: 'app', providerId: place.providerId },
    sqlText`with live as (
        select s.id, s.person_id, s.authenticated_at, s.expires_at, s.last_seen_at from session s
        where s.token_hash = ${hash} and s.branding_domain_id = ${place.brandingDomainId}::uuid
          and ${part(isLiveSession('s'))}),
      touched as (
        update session set last_seen_at = clock_timestamp() from live
        where session.id = live.id and ${by === 'somebody'}::boolean
          and live.last_seen_at < clock_timestamp() - interval '1 minute')
      select live.id as "sessionId", p.id as "personId", p.name, p.email, p.language, p.time_zone as "timeZone",
        live.authenticated_at as "authenticatedAt", live.expires_at as "expiresAt"
      from live join person p on p.id = live.person_id and p.disabled_at is null`,
    from,
  )
  const row = rows[0]
  return row ? { ...row, providerId: place.providerId, address } : null
}

/** A session under a new token, for the cookie; it is stored nowhere. */
export interface RenewedSession {
  readonly token: string
  readonly expires: Date
}

/**
 * After a new proof of who somebody is: the session goes on under a new token, and the old one is worth nothing. Its
 * absolute end stays where it was. Null where the session has ended meanwhile.
 */
export async function renewSession(
  tx: Tx,
  actor: Pick<Actor, 'sessionId' | 'personId'>,
): Promise<RenewedSession | null> {
  const token = randomText()
  const renewed = await tx.$client.query<{ expires: Date }>(
    `update session set token_hash = $3, authenticated_at = clock_timestamp(), last_seen_at = clock_timestamp()
      where id = $1 and person_id = $2 returning expires_at as expires`,
    [actor.sessionId, actor.personId, hashText(token)],
  )
  const row = renewed.rows[0]
  return row ? { token, expires: row.expires } : null
}

/** Somebody has come to work for others: what they are signed in to lives no longer from now on than what they would begin. */
export async function limitsOfStaff(tx: Tx, personId: string): Promise<void> {
  const { idleSeconds, lifeSeconds } = limits.staff
  await tx.$client.query(
    `update session set idle_seconds = least(idle_seconds, $2),
        expires_at = least(expires_at, clock_timestamp() + make_interval(secs => $3)) where person_id = $1`,
    [personId, idleSeconds, lifeSeconds],
  )
}

/** Ends all sessions of people, each of whom is disabled, removed or moved to another branding domain: in that very change. */
export async function endAllSessions(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.$client.query('delete from session where person_id = any($1::uuid[])', [personIds])
}

/** Ends the session of this token, wherever it lives. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await tx.$client.query('delete from session where token_hash = $1', [hashText(token)])
}

export interface ListedSession {
  readonly id: string
  readonly current: boolean
  readonly host: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly address: string
  readonly userAgent: string
}

/** A person's live sessions, the newest use first. */
export async function sessionsOf(tx: Tx, actor: Actor): Promise<readonly ListedSession[]> {
  const answer = await tx.$client.query<ListedSession>(
    `select s.id, s.id = $2 as current, b.host, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.address,
        s.user_agent as "userAgent"
      from session s join branding_domain b on b.id = s.branding_domain_id
      where s.person_id = $1 and ${isLiveSession('s')}
      order by s.last_seen_at desc, s.id`,
    [actor.personId, actor.sessionId],
  )
  return answer.rows
}

/** Ends one of the person's sessions, or all but the one that asks. Gives how many were ended. */
export async function endSessions(
  tx: Tx,
  actor: Actor,
  which: { readonly id: string } | 'others',
): Promise<number> {
  const answer =
    which === 'others'
      ? await tx.$client.query('delete from session where person_id = $1 and id <> $2', [
          actor.personId,
          actor.sessionId,
        ])
      : await tx.$client.query('delete from session where person_id = $1 and id = $2', [
          actor.personId,
          which.id,
        ])
  return answer.rowCount ?? 0
}
