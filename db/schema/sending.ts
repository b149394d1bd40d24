import { integer, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** What a text message and a fax have in common: whose numbers, who of ours, and how it stands on its way. */
export const sendingColumns = () => ({
  /** The account's own number and the other party's: as they are shown, and as the world dials them. */
  ownNumber: text('own_number').notNull(),
  ownKey: text('own_key').notNull(),
  otherNumber: text('other_number').notNull(),
  otherKey: text('other_key').notNull(),
  /** Why it failed; empty where it did not. */
  reason: text('reason').notNull().default(''),
  /** Who sent it, and their firm where a grant gave them the right: as they were called. */
  sentBy: uuid('sent_by'),
  sentName: text('sent_name').notNull().default(''),
  sentFirm: text('sent_firm').notNull().default(''),
  /** The carrier's: of what came in its id, by which it comes in once; of what went out its reference. */
  carrierId: text('carrier_id'),
  attempts: integer('attempts').notNull().default(0),
  nextAttemptAt: moment('next_attempt_at').notNull().defaultNow(),
  leaseUntil: moment('lease_until'),
})
