import type { Tx } from '../client.ts'
import { toPerson } from '../mail/letters.ts'
import { together } from '../write.ts'

/** Writes to a person that their password is another one now, whichever way it came about; `once` is the form that did it. */
export async function tellOfChange(tx: Tx, personId: string, once: string): Promise<void> {
  const letter = { kind: 'password-changed', subjectId: personId, accountId: null, personId } as const
  await together(tx, [toPerson({ ...letter, occasion: once })])
}
