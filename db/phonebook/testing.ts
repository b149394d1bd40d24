import type { ContactDetails } from '#lib/phonebook/contact.ts'
import type { AccountChange } from '../change.ts'
import type { World } from '../proof/world.ts'
import { addContact } from './contacts.ts'

/** Somebody who has the Phonebook on Maple Logistics, in the demo. */
export const desk = 'desk@harbour-dental.example'

export const details = (more: Partial<ContactDetails> = {}): ContactDetails => ({
  name: 'Test Person',
  company: '',
  work: '204',
  mobile: '',
  home: '',
  email: '',
  note: '',
  ...more,
})

/** As the door runs an action of the phonebook. */
export function inPhonebook(world: World, slug = 'maple-logistics', email = desk) {
  return async <T>(work: (change: AccountChange) => Promise<T>): Promise<T> => {
    const answer = await world.onAccount(email, world.account(slug), 'module.phonebook', work)
    if (answer === 'not-found') throw new Error('not there for this person')
    return answer
  }
}

/** Adds one; gives its id. */
export async function added(
  act: ReturnType<typeof inPhonebook>,
  more: Partial<ContactDetails> = {},
  groups: readonly string[] = [],
): Promise<string> {
  const answer = await act(change => addContact(change, { details: details(more), groups }))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value.contactId
}
