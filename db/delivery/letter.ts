import type { LetterStanding } from '#lib/delivery/condition.ts'
import type { Recipient } from '#lib/delivery/cure.ts'
import type { Tx } from '../client.ts'
import { hasOpenPlace } from '../person/has-place.ts'
import { waitingPlaces } from '../person/waiting.ts'
import { type ListedLetter, letterColumns, letterJoins, recipientCalled } from './list.ts'
import { standingColumns } from './standing.ts'

/** One letter of the provider with all that its page tells. */
export interface SeenLetter extends ListedLetter {
  readonly recipient: Recipient
  /** The person's address by now, where it is another one than the letter's. */
  readonly addressNow: string | null
  readonly sentAt: Date | null
  readonly deliveryAt: Date | null
  readonly nextAttemptAt: Date
  /** What was written in its place, by whom and when. */
  readonly replacedBy: string | null
  readonly curedBy: string | null
  readonly curedAt: Date | null
}

interface Row extends Omit<SeenLetter, 'recipient'>, Recipient {}

/** Whether the person `p` may still come in, and whether they ever have. */
export const recipientColumns = `(p.id is not null and p.disabled_at is null) as "isThere",
  (p.id is null or p.password_hash is not null or p.last_sign_in_at is not null) as "isActivated",
  (${hasOpenPlace('p.id')} and (p.password_hash is null or exists (select 1 from (${waitingPlaces('p.id')}) w))) as "isWaited"`

/** A letter of the provider; null where there is none. */
export async function letterOf(tx: Tx, providerId: string, id: string): Promise<SeenLetter | null> {
  const answer = await tx.$client.query<Row>({
    name: 'letter-of-provider',
    text: `select ${letterColumns}, ${recipientColumns}, nullif(p.email, l.to_address) as "addressNow",
        l.sent_at as "sentAt", l.delivery_at as "deliveryAt", l.next_attempt_at as "nextAttemptAt",
        l.replaced_by as "replacedBy", c.actor_name as "curedBy", c.at as "curedAt"
      from letter l ${letterJoins}
      left join lateral (select e.actor_name, e.at from event e
        where e.provider_id = l.provider_id and e.actor_kind = 'provider' and e.subject_id = l.id
          and e.action in ('letter.resent', 'letter.link-made') and l.replaced_by is not null order by e.id desc limit 1) c on true
      where l.provider_id = $1 and l.id = $2`,
    values: [providerId, id],
  })
  const row = answer.rows[0]
  if (!row) return null
  const { isThere, isActivated, isWaited, ...letter } = row
  return { ...letter, recipient: { isThere, isActivated, isWaited } }
}

/** A letter with what the cures must know, held until the transaction ends. */
export interface LockedLetter {
  readonly id: string
  readonly kind: string
  readonly standing: LetterStanding
  readonly recipient: Recipient
  readonly accountId: string | null
  readonly personId: string | null
  /** Whoever has one keeps it: their activation letter carries no temporary one. */
  readonly hasPassword: boolean
  readonly subjectId: string
  readonly facts: Record<string, unknown>
  readonly toName: string
  readonly toAddress: string
  readonly now: Date
}

type LockedRow = LetterStanding & Recipient & Omit<LockedLetter, 'standing' | 'recipient'>

/** Of two who cure the same letter at once the second waits here, and meets what the first has done. */
export async function lockLetter(tx: Tx, providerId: string, id: string): Promise<LockedLetter | null> {
  const answer = await tx.$client.query<LockedRow>(
    `select l.id, ${standingColumns('l')}, ${recipientColumns},
        l.account_id as "accountId", l.person_id as "personId",
        coalesce(p.password_hash is not null, false) as "hasPassword", l.subject_id as "subjectId", l.facts,
        ${recipientCalled} as "toName", l.to_address as "toAddress", clock_timestamp() as now
      from letter l left join person p on p.id = l.person_id
      where l.provider_id = $1 and l.id = $2 for no key update of l`,
    [providerId, id],
  )
  const row = answer.rows[0]
  if (!row) return null
  const { state, delivery, dropReason, lastError, createdAt, isReplaced, isHandedOver, ...rest } = row
  const { isThere, isActivated, isWaited, ...letter } = rest
  const { kind } = letter
  return {
    ...letter,
    standing: { kind, state, delivery, dropReason, lastError, createdAt, isReplaced, isHandedOver },
    recipient: { isThere, isActivated, isWaited },
  }
}
