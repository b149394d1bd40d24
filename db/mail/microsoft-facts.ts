import type { MicrosoftLinkFacts, MicrosoftNamed, MicrosoftProofFacts } from '#lib/mail/microsoft-facts.ts'
import type { Tx } from '../client.ts'
import type { Found } from './facts.ts'
import { textIn, type WrittenFacts } from './written.ts'

// What letters about a Microsoft account report on: as it was called when it was proved.

const accountIn = (written: WrittenFacts): MicrosoftNamed => ({
  name: textIn(written, 'name'),
  address: textIn(written, 'address'),
  tenant: textIn(written, 'tenant'),
})

const outside = { standing: { isApprover: false, isStaff: false }, isAccountClosed: false }

export async function findMicrosoftProofs(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<Omit<MicrosoftProofFacts, 'token'>>>> {
  const answer = await tx.$client.query<{ letterId: string; expiresAt: Date; isSpent: boolean }>(
    `select l.id as "letterId", t.expires_at as "expiresAt", t.used_at is not null as "isSpent"
      from letter l join one_time_token t on t.id = l.subject_id and t.person_id = l.person_id
      where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(({ letterId, expiresAt, isSpent }) => [
      letterId,
      { ...outside, factsFor: written => ({ expiresAt, isSpent, account: accountIn(written) }) },
    ]),
  )
}

export async function findMicrosoftLinks(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Found<MicrosoftLinkFacts>>> {
  const answer = await tx.$client.query<{ letterId: string; at: Date }>(
    `select l.id as "letterId", l.created_at as at from letter l
      join microsoft_link m on m.id = l.subject_id and m.person_id = l.person_id where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(({ letterId, at }) => [
      letterId,
      { ...outside, factsFor: written => ({ account: accountIn(written), at }) },
    ]),
  )
}
