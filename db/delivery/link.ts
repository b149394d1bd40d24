import { sql } from 'drizzle-orm'
import { handingOver, type LinkRefusal } from '#lib/delivery/cure.ts'
import { settingPassword } from '#lib/mail/places.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { activationLink } from '../person/password-letter.ts'
import { together } from '../write.ts'
import { lockLetter } from './letter.ts'
import { eventOf } from './resend.ts'

/** A link to be handed over: on which host it opens, and where. */
export interface MadeLink {
  readonly host: string
  readonly path: string
}

/**
 * A new activation link in place of the letter's, to be handed over in another way. The letter's opens nothing any more.
 * The link is given to whoever asked and is stored nowhere.
 */
export async function makeLink(
  change: Change,
  letterId: string,
): Promise<Result<MadeLink, LinkRefusal | 'not-found'>> {
  const { tx, actor } = change
  const letter = await lockLetter(tx, actor.providerId, letterId)
  if (!letter) return refuse('not-found')
  const allowed = handingOver(letter.standing, letter.recipient, letter.now)
  if (!allowed.ok) return allowed
  const home = await tx.$client.query<{ host: string; language: 'en' | 'fr' }>(
    'select b.host, p.language from person p join branding_domain b on b.id = p.home_brand_id where p.id = $1',
    [letter.personId],
  )
  const person = home.rows[0]
  if (!person || !letter.personId) return refuse('person-gone')
  const { token, writes } = await activationLink(tx, letter.personId)
  await together(tx, [
    ...writes,
    {
      // One that still waits is not sent: its link opens nothing any more.
      query: sql`(update letter set replaced_by = id, state = case when state = 'queued' then 'dropped' else state end,
          drop_reason = case when state = 'queued' then 'token-spent' else drop_reason end, secret = null,
          lease_until = null, frozen = null
        where id = ${letter.id}::uuid returning id)`,
      rows: 1,
    },
    eventOf(change, letter, 'letter.link-made'),
  ])
  return ok({ host: person.host, path: settingPassword('activation', token, person.language) })
}
