import { type ActivationFacts, invitedKinds, type PasswordFacts } from '#lib/mail/facts.ts'
import type { Tx } from '../client.ts'
import type { Found } from './facts.ts'
import { doerIn, textIn } from './written.ts'

// What letters to a person about their own way in report on.

/** What is known of such a token beside its secret, which only the letter holds. */
type KnownOfActivation = Omit<ActivationFacts, 'token' | 'code'>

const outside = { isApprover: false, isStaff: false }

export async function findActivations(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<KnownOfActivation>>> {
  const answer = await tx.$client.query<{
    letterId: string
    expiresAt: Date
    isSpent: boolean
    isAccountClosed: boolean
  }>(
    `select l.id as "letterId", t.expires_at as "expiresAt", t.used_at is not null as "isSpent",
        coalesce(a.closed_at is not null, false) as "isAccountClosed"
      from letter l join one_time_token t on t.id = l.subject_id and t.person_id = l.person_id
      left join account a on a.id = l.account_id
      where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(({ letterId, expiresAt, isSpent, isAccountClosed }) => [
      letterId,
      {
        standing: outside,
        isAccountClosed,
        factsFor: written => ({
          expiresAt,
          isSpent,
          kind: invitedKinds.find(kind => kind === written.kind) ?? 'account-manager',
          place: textIn(written, 'place'),
          doer: doerIn(written),
        }),
      },
    ]),
  )
}

export async function findPasswords(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<PasswordFacts>>> {
  const answer = await tx.$client.query<{ letterId: string; createdAt: Date }>(
    'select id as "letterId", created_at as "createdAt" from letter where id = any($1::uuid[])',
    [ids],
  )
  return new Map(
    answer.rows.map(({ letterId, createdAt }) => [
      letterId,
      { standing: outside, isAccountClosed: false, factsFor: () => ({ changedAt: createdAt }) },
    ]),
  )
}
