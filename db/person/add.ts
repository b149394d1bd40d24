import type { EmailAddress } from '#lib/email.ts'
import type { Language } from '#lib/language.ts'
import { type BesideRefusal, mayHaveBeside, type PlaceOfPerson } from '#lib/person/beside.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Tx } from '../client.ts'
import { endAllSessions } from '../sign-in/session.ts'
import { voidTokens } from '../sign-in/token.ts'
import { hasPlaceBeside, isForOthersToSay, isHeldStaff } from './has-place.ts'

/** Somebody who is to come in, as whoever adds them knows them. */
export interface Newcomer {
  readonly email: EmailAddress
  readonly name: string
  readonly language: Language
  readonly timeZone: string
  /** The branding domain where they will be at home. */
  readonly homeBrandId: string
}

/** The person behind an address, whether they were there before or not. */
export interface Met {
  readonly personId: string
  /** They have a sign-in of their own already: they accept with it, and get no temporary password. */
  readonly hasPassword: boolean
}

/**
 * The one way by which anybody comes into the portal one by one (an import has its own, by whole tables): the person who
 * has this address within the provider, made where there is none, if they may have this place beside those that they have.
 * Name, language and home are said by whoever adds them as long as isForOthersToSay allows; else they are the person's own.
 * Their row is locked until the change is done, and what they have is read behind that lock, so that of two who add them at
 * once the second sees what the first has made of them.
 * Refuses what lib/person/beside refuses, and `shut-out`: the person is shut out of the whole portal.
 */
export async function personFor(
  tx: Tx,
  providerId: string,
  newcomer: Newcomer,
  wanted: PlaceOfPerson,
): Promise<Result<Met, BesideRefusal | 'shut-out'>> {
  const made = await newPerson(tx, providerId, newcomer)
  if (made) return ok({ personId: made, hasPassword: false })
  const known = await locked(tx, providerId, newcomer.email)
  if (known.isShutOut) return refuse('shut-out')
  const { personId, hasPassword } = known
  const allowed = mayHaveBeside(wanted, await placesHeld(tx, personId))
  if (!allowed.ok) return allowed
  await settledAnew(tx, personId, newcomer, wanted.at)
  return ok({ personId, hasPassword })
}

/** The id of a person who was not there before; null where somebody has the address. Waits for whoever adds it just now. */
export async function newPerson(tx: Tx, providerId: string, newcomer: Newcomer): Promise<string | null> {
  const { email, name, language, timeZone, homeBrandId } = newcomer
  const answer = await tx.$client.query<{ id: string }>(
    `insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (provider_id, email_canonical) do nothing returning id`,
    [providerId, email.address, email.canonical, name, language, timeZone, homeBrandId],
  )
  return answer.rows[0]?.id ?? null
}

async function locked(
  tx: Tx,
  providerId: string,
  email: EmailAddress,
): Promise<Met & { readonly isShutOut: boolean }> {
  const answer = await tx.$client.query<Met & { isShutOut: boolean }>(
    `select id as "personId", password_hash is not null as "hasPassword", disabled_at is not null as "isShutOut"
      from person where provider_id = $1 and email_canonical = $2 for no key update`,
    [providerId, email.canonical],
  )
  const person = answer.rows[0]
  if (!person) throw new Error('an address that is somebody’s and nobody’s')
  return person
}

/** Everything that the person is within the provider, whether they have taken it or not. */
export async function placesHeld(tx: Tx, personId: string): Promise<readonly PlaceOfPerson[]> {
  const answer = await tx.$client.query<PlaceOfPerson>(
    `select m.kind, m.account_id as at from membership m where m.person_id = $1 and m.state <> 'removed'
      union all select 'partner-' || s.role, s.partner_id from partner_staff s where s.person_id = $1 and ${isHeldStaff('s')}
      union all select 'platform-' || u.role, u.provider_id from platform_user u where u.person_id = $1 and ${isHeldStaff('u')}`,
    [personId],
  )
  return answer.rows
}

/** They are as whoever adds them says, where that is for others to say. What they came in with belongs to the home that they had. */
async function settledAnew(
  tx: Tx,
  personId: string,
  { name, language, timeZone, homeBrandId }: Newcomer,
  at: string,
): Promise<void> {
  const settled = await tx.$client.query(
    `update person p set name = $2, language = $3, time_zone = $4, home_brand_id = $5
      where id = $1 and ${isForOthersToSay('p', hasPlaceBeside('p.id', '$6::uuid'))}`,
    [personId, name, language, timeZone, homeBrandId, at],
  )
  if (settled.rowCount === 0) return
  await endAllSessions(tx, [personId])
  await voidTokens(tx, [personId])
}
