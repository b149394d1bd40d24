import type pg from 'pg'
import { type Delivery, deliveryIn, outranks } from '#lib/mail/delivery.ts'
import { writing } from '../client.ts'

/** A report of the mail service about one letter. */
export interface DeliveryReport {
  /** The event's own id: the same event comes again where our answer was lost. */
  readonly eventId: string
  /** The letter's id, as it travelled with the letter; null where it did not. */
  readonly letterId: string | null
  readonly mailServiceId: string
  readonly type: string
  readonly reason: string
  readonly at: Date
}

export type Recorded = 'recorded' | 'repeated' | 'unknown-letter' | 'nothing-about-delivery'

/**
 * Keeps a report, each event once, and lets the letter's row say what is known by now. Reports may come in any order
 * and before we have heard that the letter was taken: the order makes no difference.
 */
export async function recordDelivery(report: DeliveryReport, from?: pg.Pool): Promise<Recorded> {
  const delivery = deliveryIn(report.type)
  if (!delivery) return 'nothing-about-delivery'
  return writing(
    { role: 'worker' },
    async tx => {
      const found = await tx.$client.query<{ id: string; providerId: string; delivery: Delivery | null }>(
        `select id, provider_id as "providerId", delivery from letter
          where id = $1::uuid or mail_service_id = $2 order by id = $1::uuid desc nulls last limit 1 for no key update`,
        [report.letterId, report.mailServiceId],
      )
      const letter = found.rows[0]
      if (!letter) return 'unknown-letter'
      const kept = await tx.$client.query(
        `insert into delivery_event (id, provider_id, letter_id, type, reason, at) values ($1, $2, $3, $4, $5, $6)
          on conflict (id) do nothing`,
        [report.eventId, letter.providerId, letter.id, report.type, report.reason, report.at],
      )
      if (kept.rowCount === 0) return 'repeated'
      if (outranks(delivery, letter.delivery)) {
        await tx.$client.query(
          `update letter set delivery = $2, delivery_reason = nullif($3, ''), delivery_at = $4 where id = $1`,
          [letter.id, delivery, report.reason, report.at],
        )
      }
      return 'recorded'
    },
    from,
  )
}
