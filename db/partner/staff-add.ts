import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Change } from '../change.ts'
import { recorded } from '../events.ts'
import { passwordLetter } from '../person/activation.ts'
import { personFor } from '../person/add.ts'
import { addressOf, type Home, type ShutOut } from '../person/home.ts'
import { together } from '../write.ts'

/** Invites the first administrator of a firm, who brings in the rest of its staff. */
export async function inviteFirstStaff(
  { tx, actor, author }: Change,
  partner: { readonly id: string; readonly name: string },
  person: { readonly name: string; readonly email: string },
  home: Home,
  secret: string,
): Promise<ShutOut | null> {
  const { name } = person
  const met = await personFor(tx, actor.providerId, { ...home, email: addressOf(person.email), name })
  if (!met || met.isPlatformUser) return { shutOut: person.email }
  const id = randomUUID()
  const letter = {
    purpose: 'activation',
    ...met,
    accountId: null,
    replaces: true,
    facts: { by: actor.name, firm: author.firm, kind: 'partner-staff', place: partner.name },
  } as const
  await together(tx, [
    {
      query: sql`(insert into partner_staff (id, provider_id, partner_id, person_id, role)
        values (${id}::uuid, ${actor.providerId}::uuid, ${partner.id}::uuid, ${met.personId}::uuid, 'administrator') returning id)`,
      rows: 1,
    },
    ...(await passwordLetter(tx, letter, secret)),
    recorded(tx, author, [
      {
        action: 'staff.added',
        accountId: null,
        partnerId: partner.id,
        subjectId: id,
        facts: { what: name, partner: partner.name },
      },
    ]),
  ])
  return null
}
