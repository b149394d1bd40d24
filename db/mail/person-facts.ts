import { type ActivationFacts, type InvitedKind, invitedKinds, type PasswordFacts } from '#lib/mail/facts.ts'
import type { Tx } from '../client.ts'
import { waitingPlaces } from '../person/waiting.ts'
import type { Found } from './facts.ts'
import { doerIn, momentIn, textIn, type WrittenFacts } from './written.ts'

// What letters to a person about their own way in report on.

/** What is known of such a token beside its secret, which only the letter holds. */
type KnownOfActivation = Omit<ActivationFacts, 'token' | 'code'>

/** Where the person of a letter is waited for; of several places the one that they were given first. */
const waits = `select json_build_object('kind', w.kind, 'place', w.place) from (${waitingPlaces('l.person_id')}) w
    order by w.since limit 1`

/** The place for which somebody had the letter sent, as they wrote it down; null where the person asked for it. */
function placeIn(written: WrittenFacts): { readonly kind: InvitedKind; readonly place: string } | null {
  const kind = invitedKinds.find(one => one === written.kind)
  return kind ? { kind, place: textIn(written, 'place') } : null
}

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
    waits: { readonly kind: InvitedKind; readonly place: string } | null
  }>(
    `select l.id as "letterId", t.expires_at as "expiresAt", t.used_at is not null as "isSpent",
        coalesce(a.closed_at is not null, false) as "isAccountClosed", (${waits}) as waits
      from letter l join one_time_token t on t.id = l.subject_id and t.person_id = l.person_id
      left join account a on a.id = l.account_id
      where l.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(
    answer.rows.map(({ letterId, expiresAt, isSpent, isAccountClosed, waits: waiting }) => [
      letterId,
      {
        standing: outside,
        isAccountClosed,
        factsFor: written => ({
          expiresAt,
          isSpent,
          ...(placeIn(written) ?? waiting ?? { kind: null, place: '' }),
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
      {
        standing: outside,
        isAccountClosed: false,
        factsFor: written => ({ changedAt: momentIn(written, 'at') ?? createdAt }),
      },
    ]),
  )
}
