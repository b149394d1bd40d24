import { type PbxValues, startingValues } from '#lib/pbx-extension/extension.ts'
import type { AccountChange } from '../change.ts'
import type { World } from '../proof/world.ts'
import { addExtension } from './write.ts'

/** Somebody who has Admin on Harbour Dental, in the demo. */
export const admin = 'noor@harbour-dental.example'

export const typed = (more: Partial<PbxValues> = {}): PbxValues => ({
  ...startingValues,
  number: '301',
  name: 'Test room',
  ...more,
})

/** As the door runs an action of the Admin module. */
export function inAdmin(world: World, slug = 'harbour-dental', email = admin) {
  return async <T>(work: (change: AccountChange) => Promise<T>): Promise<T> => {
    const answer = await world.onAccount(email, world.account(slug), 'module.admin', work)
    if (answer === 'not-found') throw new Error('not there for this person')
    return answer
  }
}

/** Adds one; gives its id. */
export async function added(act: ReturnType<typeof inAdmin>, more: Partial<PbxValues> = {}): Promise<string> {
  const answer = await act(change => addExtension(change, typed(more)))
  if (!answer.ok) throw new Error('fault' in answer ? answer.fault.code : answer.refusal)
  return answer.value.extensionId
}
