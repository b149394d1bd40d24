import { randomUUID } from 'node:crypto'
import type { World } from '../proof/world.ts'

/** How a letter of the tests stands; what is missing is as the outbox writes it. */
export interface LetterGiven {
  readonly to?: string
  readonly kind?: string
  readonly state?: string
  readonly delivery?: string | null
  readonly dropReason?: string | null
  readonly lastError?: string | null
  readonly deliveryReason?: string | null
  readonly hoursAgo?: number
  readonly attempts?: number
  readonly facts?: Record<string, unknown>
}

/** Puts a letter about the demo's open request into the outbox as it stands, not to be tried soon; gives its id. */
export async function givenLetter(
  world: Pick<World, 'rows'>,
  { to = 'owner@harbour-dental.example', ...given }: LetterGiven,
): Promise<string> {
  const id = randomUUID()
  await world.rows(
    `insert into letter (id, provider_id, branding_domain_id, account_id, person_id, to_address, to_name, language, kind, subject_id,
        dedupe_key, state, delivery, drop_reason, last_error, delivery_reason, created_at, attempts, facts, next_attempt_at)
      select $1::uuid, p.provider_id, p.home_brand_id, r.account_id, p.id, p.email, p.name, p.language, $3, coalesce(r.id, $1),
        $1::text, $4, $5, $6, $7, $8, clock_timestamp() - make_interval(secs => $9 * 3600), $10, $11,
        clock_timestamp() + interval '1 hour'
      from person p left join access_request r on r.provider_id = p.provider_id and r.state = 'pending' where p.email = $2
      limit 1`,
    [
      id,
      to,
      given.kind ?? 'access-requested',
      given.state ?? 'sent',
      given.delivery ?? null,
      given.dropReason ?? null,
      given.lastError ?? null,
      given.deliveryReason ?? null,
      given.hoursAgo ?? 0,
      given.attempts ?? 1,
      given.facts ?? {},
    ],
  )
  return id
}

/** Somebody of Northwind's who was invited and has never come in. */
export async function givenStranger(world: Pick<World, 'rows'>, email: string): Promise<string> {
  const id = randomUUID()
  await world.rows(
    `insert into person (id, provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
      select $1, provider_id, $2, lower($2), 'Newcomer', 'en', 'UTC', home_brand_id from person
      where email = 'owner@harbour-dental.example'`,
    [id, email],
  )
  await world.rows(
    `insert into membership (provider_id, account_id, person_id, kind, state)
      select provider_id, id, $1, 'portal-user', 'invited' from account where slug = 'harbour-dental'`,
    [id],
  )
  return id
}

/** One of a provider's own people, who has set a password; gives the id of their place. */
export async function givenPlatformUser(
  world: Pick<World, 'rows'>,
  email: string,
  { like = 'platform@northwind.example', role = 'support' } = {},
): Promise<string> {
  const id = randomUUID()
  await world.rows(
    `with made as (
        insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id, password_hash)
        select provider_id, $2, lower($2), 'Nils Berg', 'en', 'UTC', home_brand_id, 'set' from person where email = $3
        returning id, provider_id)
      insert into platform_user (id, provider_id, person_id, role, activated_at) select $1, provider_id, id, $4, now() from made`,
    [id, email, like, role],
  )
  return id
}
