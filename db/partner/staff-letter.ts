import { ok, type Result, refuse } from '#lib/result.ts'
import type { Change } from '../change.ts'
import { recorded } from '../events.ts'
import { hadEnoughLetters, passwordLetter } from '../person/activation.ts'
import { together } from '../write.ts'

interface Loaded {
  readonly personId: string
  readonly name: string
  readonly hasPassword: boolean
  readonly partnerName: string
  readonly slug: string
}

/** One of an open firm's staff; the firm's row is held, so that its closing comes before this or finds it done. */
async function load({ tx, actor }: Change, partnerId: string, staffId: string): Promise<Loaded | null> {
  const answer = await tx.$client.query<Loaded>(
    `select s.person_id as "personId", q.name, q.password_hash is not null as "hasPassword", p.name as "partnerName", p.slug
      from partner p join partner_staff s on s.partner_id = p.id and s.removed_at is null
      join person q on q.id = s.person_id and q.disabled_at is null
      where p.provider_id = $1 and p.id = $2 and s.id = $3 and p.closed_at is null for share of p`,
    [actor.providerId, partnerId, staffId],
  )
  return answer.rows[0] ?? null
}

/**
 * Sends one of a firm's staff who has never come in the activation letter again; the one before opens nothing any more.
 * Refuses, naming the person, `not-invited`: they have a password; `too-many-letters`: they had enough in this hour.
 */
export async function resendToStaff(
  change: Change,
  { partnerId, staffId }: { readonly partnerId: string; readonly staffId: string },
  secret: string,
): Promise<
  Result<{ readonly slug: string }, 'not-invited' | 'too-many-letters' | 'not-found'> & {
    readonly name?: string
  }
> {
  const { tx, actor, author } = change
  const staff = await load(change, partnerId, staffId)
  if (!staff) return refuse('not-found')
  const { personId, name, partnerName, slug, hasPassword } = staff
  if (hasPassword) return { ...refuse('not-invited'), name }
  if (await hadEnoughLetters(tx, personId)) return { ...refuse('too-many-letters'), name }
  const facts = { by: actor.name, firm: author.firm, kind: 'partner-staff', place: partnerName }
  const told = {
    action: 'staff.resent' as const,
    accountId: null,
    partnerId,
    subjectId: staffId,
    facts: { whom: name, partner: partnerName },
  }
  await together(tx, [
    ...(await passwordLetter(
      tx,
      { purpose: 'activation', personId, accountId: null, hasPassword, replaces: true, facts },
      secret,
    )),
    recorded(tx, author, [told]),
  ])
  return ok({ slug })
}
