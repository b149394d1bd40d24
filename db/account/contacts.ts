import type { ContactPerson } from '#lib/account/contacts.ts'
import type { AccountChange } from '../change.ts'
import { addMember } from '../membership/add.ts'
import { addressOf, type Home, type ShutOut } from '../person/home.ts'

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
  const read = people.map(({ email, ...one }) => ({ ...one, typed: email, email: addressOf(email) }))
  // In one order, whoever else invites some of the same people at this moment.
  for (const { email, name, roles, typed } of read.sort((a, b) =>
    a.email.canonical < b.email.canonical ? -1 : 1,
  )) {
    const added = await addMember(change, { ...home, email, name }, { kind: 'administrator', roles }, secret)
    if (!added.ok) return { shutOut: typed }
  }
  return null
}
