import { sql } from 'drizzle-orm'
import type { ContactPerson } from '#lib/account/contacts.ts'
import { type EmailAddress, parseEmail } from '#lib/email.ts'
import type { Language } from '#lib/language.ts'
import type { AccountChange, Change } from '../change.ts'
import { addMember } from '../membership/add.ts'
import { together } from '../write.ts'
import { passwordLetter } from './activation.ts'
import { personFor } from './add.ts'

/** Where the invited will be at home, and in which language they are written to, unless they are here already. */
export interface Home {
  readonly homeBrandId: string
  readonly language: Language
  readonly timeZone: string
}

/** Somebody can't come in: the address belongs to a person who is shut out of the whole portal. */
export interface ShutOut {
  readonly shutOut: string
}

function addressOf(email: string): EmailAddress {
  const parsed = parseEmail(email)
  if (!parsed.ok) throw new Error('an address that the form let through')
  return parsed.value
}

/**
 * Invites the people who look after a new account, each with their roles. Their places are theirs once they have
 * activated them. `secret` seals what the letters carry.
 */
export async function inviteAdministrators(
  change: AccountChange,
  people: readonly ContactPerson[],
  home: Home,
  secret: string,
): Promise<ShutOut | null> {
  // In one order, whoever else invites some of the same people at this moment.
  for (const { email, name, roles } of [...people].sort((a, b) => (a.email < b.email ? -1 : 1))) {
    const newcomer = { ...home, email: addressOf(email), name }
    const added = await addMember(change, newcomer, { kind: 'administrator', roles }, secret)
    if (!added.ok) return { shutOut: email }
  }
  return null
}

/** Invites the first administrator of a firm, who brings in the rest of its staff. */
export async function inviteFirstStaff(
  change: Change,
  partner: { readonly id: string; readonly name: string },
  person: { readonly name: string; readonly email: string },
  home: Home,
  secret: string,
): Promise<ShutOut | null> {
  const { tx, actor, author } = change
  const met = await personFor(tx, actor.providerId, {
    ...home,
    email: addressOf(person.email),
    name: person.name,
  })
  if (!met) return { shutOut: person.email }
  const letter = {
    purpose: 'activation',
    ...met,
    accountId: null,
    replaces: true,
    facts: { by: actor.name, firm: author.firm, kind: 'partner-staff', place: partner.name },
  } as const
  await together(tx, [
    {
      query: sql`(insert into partner_staff (provider_id, partner_id, person_id, role)
        values (${actor.providerId}::uuid, ${partner.id}::uuid, ${met.personId}::uuid, 'administrator') returning id)`,
      rows: 1,
    },
    ...(await passwordLetter(tx, letter, secret)),
  ])
  return null
}
