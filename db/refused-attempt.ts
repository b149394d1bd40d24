import type { AccountChange } from './change.ts'
import { writing } from './client.ts'
import { recorded } from './events.ts'
import { together } from './write.ts'

/**
 * Notes that somebody who can see an account tried what they may not. In a transaction of its own, since the one in
 * which it was refused is undone.
 */
export async function noteRefusedAttempt(
  { author, account, partnerId }: Pick<AccountChange, 'author' | 'account' | 'partnerId'>,
  what: string,
): Promise<void> {
  const { id } = account
  await writing({ role: 'app', providerId: author.providerId }, tx =>
    together(tx, [
      recorded(tx, author, [
        { action: 'attempt.refused', accountId: id, partnerId, subjectId: id, facts: { what } },
      ]),
    ]),
  )
}
