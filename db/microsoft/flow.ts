import type { Purpose } from '#lib/microsoft/forms.ts'
import type { MicrosoftAccount } from '#lib/microsoft/identity.ts'
import { minutesAway, minutesHeld } from '#lib/microsoft/link.ts'
import { hashText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import type { SessionPlace } from '../sign-in/session.ts'

// The way to Microsoft and back. It belongs to the browser that began it and to the branding domain where that was; the
// database's clock says how long, and one conditional write says that an answer counts once.

export interface Begun {
  /** Of the browser's cookie. */
  readonly token: string
  /** That must come back with the answer. */
  readonly state: string
  readonly purpose: Purpose
  readonly next: string
  readonly leadsTo: string
  readonly personId: string | null
}

export async function beginFlow(tx: Tx, place: SessionPlace, begun: Begun): Promise<void> {
  const { token, state, purpose, next, leadsTo, personId } = begun
  await tx.$client.query(
    `insert into microsoft_flow (provider_id, branding_domain_id, token_hash, state_hash, purpose, next_path, leads_to, person_id,
        created_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), clock_timestamp() + make_interval(mins => ${minutesAway}))`,
    [
      place.providerId,
      place.brandingDomainId,
      hashText(token),
      hashText(state),
      purpose,
      next,
      leadsTo,
      personId,
    ],
  )
}

const own = 'f.token_hash = $1 and f.provider_id = $2 and f.branding_domain_id = $3'
const values = (place: SessionPlace, token: string) => [
  hashText(token),
  place.providerId,
  place.brandingDomainId,
]
const alive = 'f.expires_at > clock_timestamp()'

/** Where this browser is to go; null where it has begun nothing, or has come back already. */
export async function wayToMicrosoft(tx: Tx, place: SessionPlace, token: string): Promise<string | null> {
  const answer = await tx.$client.query<{ to: string }>(
    `select f.leads_to as to from microsoft_flow f where ${own} and f.answered_at is null and ${alive}`,
    values(place, token),
  )
  return answer.rows[0]?.to ?? null
}

/**
 * Where the way leads on that this browser waits to come back from with this state; asked before Microsoft is asked anything.
 * Null: it waits for no such answer.
 */
export async function awaitedNext(
  tx: Tx,
  place: SessionPlace,
  token: string,
  state: string,
): Promise<string | null> {
  const answer = await tx.$client.query<{ next: string }>(
    `select f.next_path as next from microsoft_flow f where ${own} and f.state_hash = $4 and f.answered_at is null and ${alive}`,
    [...values(place, token), hashText(state)],
  )
  return answer.rows[0]?.next ?? null
}

/**
 * Writes down what was proved: of any number of answers for one way the first counts. It can be linked for an hour. Null:
 * there was one before, or the time is over.
 */
export async function answerFlow(
  tx: Tx,
  place: SessionPlace,
  { token, state }: { readonly token: string; readonly state: string },
  account: MicrosoftAccount,
): Promise<{ readonly purpose: Purpose; readonly next: string } | null> {
  const answer = await tx.$client.query<{ purpose: Purpose; next: string }>(
    `update microsoft_flow f set answered_at = clock_timestamp(), tenant_id = $5, object_id = $6, name = $7, address = $8,
        expires_at = clock_timestamp() + make_interval(mins => ${minutesHeld})
      where ${own} and f.state_hash = $4 and f.answered_at is null and ${alive}
      returning f.purpose, f.next_path as next`,
    [...values(place, token), hashText(state), account.tenant, account.object, account.name, account.address],
  )
  return answer.rows[0] ?? null
}

/** What was proved has served: nothing can be linked by it any more. */
export async function spendFlow(tx: Tx, place: SessionPlace, token: string): Promise<void> {
  await tx.$client.query(
    `update microsoft_flow f set used_at = clock_timestamp() where ${own} and f.used_at is null`,
    values(place, token),
  )
}

/** A Microsoft account that this browser has proved and that is nobody's yet by it. */
export interface HeldAccount extends MicrosoftAccount {
  readonly flowId: string
  readonly purpose: Purpose
  readonly next: string
  /** Who was signed in when the way to Microsoft began, to link it; nobody otherwise. */
  readonly personId: string | null
}

/** What this browser holds. `hold`: the row stays as it is to the transaction's end. */
export async function heldAccount(
  tx: Tx,
  place: SessionPlace,
  token: string,
  hold: 'hold' | 'look' = 'look',
): Promise<HeldAccount | null> {
  if (token === '') return null
  const answer = await tx.$client.query<HeldAccount>(
    `select f.id as "flowId", f.purpose, f.next_path as next, f.person_id as "personId", f.tenant_id as tenant,
        f.object_id as object, f.name, f.address
      from microsoft_flow f where ${own} and f.answered_at is not null and f.used_at is null and ${alive}
      ${hold === 'hold' ? 'for update' : ''}`,
    values(place, token),
  )
  return answer.rows[0] ?? null
}
