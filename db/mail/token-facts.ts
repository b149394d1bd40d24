import type { SignInFacts } from '#lib/mail/facts.ts'
import type { Tx } from '../client.ts'
import { type Found, found } from './facts.ts'

/** What is known of a one-time token beside the secret, which only the letter holds. */
export type TokenFacts = Pick<SignInFacts, 'expiresAt' | 'isSpent'>

export async function findTokens(tx: Tx, ids: readonly string[]): Promise<Map<string, Found<TokenFacts>>> {
  const answer = await tx.$client.query<{ letterId: string; expiresAt: Date; isSpent: boolean }>(
    `select l.id as "letterId", t.expires_at as "expiresAt", t.used_at is not null as "isSpent"
      from letter l join one_time_token t on t.id = l.subject_id and t.person_id = l.person_id
      where l.id = any($1::uuid[])`,
    [ids],
  )
  const outside = { isApprover: false, isStaff: false, isAccountClosed: false }
  return found(
    answer.rows.map(row => ({ ...row, ...outside })),
    ({ expiresAt, isSpent }) => ({ expiresAt, isSpent }),
  )
}
