import type { EmailAddress } from '#lib/email.ts'
import type { Language } from '#lib/language.ts'
import type { Tx } from '../client.ts'
import { endAllSessions } from '../sign-in/session.ts'
import { voidTokens } from '../sign-in/token.ts'
import { hasAnyPlace } from './has-place.ts'

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
  /** They are of the provider's own staff, who have no other place: what they do on accounts is done in its name. */
  readonly isPlatformUser: boolean
}

/**
 * The one way by which anybody comes into the portal one by one (an import has its own, by whole tables): the person who
 * has this address within the provider, made where there is none. Somebody who has a place already keeps their own name, language and home; whoever has none left takes
 * the new ones. Their row is locked until the change is done. Null: the person is shut out of the whole portal.
 */
export async function personFor(tx: Tx, providerId: string, newcomer: Newcomer): Promise<Met | null> {
  const { email, name, language, timeZone, homeBrandId } = newcomer
  const anew = (column: string) =>
    `${column} = case when ${hasAnyPlace('person.id')} then person.${column} else excluded.${column} end`
  const answer = await tx.$client.query<Met & { settled: boolean }>(
    `insert into person (provider_id, email, email_canonical, name, language, time_zone, home_brand_id)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (provider_id, email_canonical) do update
        set ${['name', 'language', 'time_zone', 'home_brand_id'].map(anew).join(', ')}
        where person.disabled_at is null
      returning id as "personId", password_hash is not null as "hasPassword", ${hasAnyPlace('person.id')} as settled,
        exists (select 1 from platform_user u where u.person_id = person.id and u.removed_at is null) as "isPlatformUser"`,
    [providerId, email.address, email.canonical, name, language, timeZone, homeBrandId],
  )
  const row = answer.rows[0]
  if (!row) return null
  const { personId, hasPassword, isPlatformUser, settled } = row
  // Whatever they came in with belongs to the home that they had.
  if (!settled && hasPassword) {
    await endAllSessions(tx, [personId])
    await voidTokens(tx, [personId])
  }
  return { personId, hasPassword, isPlatformUser }
}
