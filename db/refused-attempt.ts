import { writing } from './client.ts'
import { type Author, recorded } from './events.ts'
import { together } from './write.ts'

/**
 * Notes that somebody who can see an account tried what they may not. In a transaction of its own, since the one in
 * which it was refused is undone.
 */
export async function noteRefusedAttempt(author: Author, accountId: string, what: string): Promise<void> {
  await writing({ role: 'app', providerId: author.providerId }, tx =>
    together(tx, [
      recorded(tx, author, [
        { action: 'attempt.refused', accountId, partnerId: null, subjectId: accountId, facts: { what } },
      ]),
    ]),
  )
}
