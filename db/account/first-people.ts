import type { ContactPerson } from '#lib/account/contacts.ts'
import { addressOf } from '#lib/email.ts'
import type { AccountChange } from '../change.ts'
import { type AddRefusal, addMember } from '../membership/add.ts'
import type { Newcomer } from '../person/add.ts'
import { together, type Write } from '../write.ts'
import { namedFor } from './named-contacts.ts'

/** Who of them can't come in, as they were typed, and why. */
export interface NotInvited {
  readonly email: string
  readonly name: string
  readonly refusal: AddRefusal
}

/**
 * Invites the people who look after a new account, each with their roles, and keeps who was named for what. Their places
 * are theirs once they have activated them. `secret` seals what the letters carry.
 */
export async function inviteAdministrators(
  change: AccountChange,
  people: readonly ContactPerson[],
  home: Pick<Newcomer, 'homeBrandId' | 'language' | 'timeZone'>,
  secret: string,
): Promise<NotInvited | null> {
  const read = people.map(({ email, ...one }) => ({ ...one, typed: email, email: addressOf(email) }))
  const named: Write[] = []
  // In one order, whoever else invites some of the same people at this moment.
  for (const { email, name, roles, kinds, typed } of read.sort((a, b) =>
    a.email.canonical < b.email.canonical ? -1 : 1,
  )) {
    const added = await addMember(change, { ...home, email, name }, { kind: 'administrator', roles }, secret)
    if (!added.ok) return { email: typed, name, refusal: added.refusal }
    named.push(...kinds.map(kind => namedFor(change, kind, added.value.membershipId)))
  }
  await together(change.tx, named)
  return null
}
