import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { createdAt, providerId } from './columns.ts'
import { partner, partnerStaff } from './partner.ts'

// What one of a firm's people keeps at the firm's desk for themselves. It dies with their place.

/** A customer that this person has first in their list. It opens nothing, and is nobody else's to see. */
export const customerPin = pgTable(
  'customer_pin',
  {
    providerId: providerId(),
    partnerId: uuid('partner_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    accountId: uuid('account_id').notNull(),
    createdAt: createdAt(),
  },
  t => [
    primaryKey({ columns: [t.staffId, t.accountId] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({
      columns: [t.partnerId, t.staffId],
      foreignColumns: [partnerStaff.partnerId, partnerStaff.id],
    }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** The secret address under which this person's calendar reads when the firm's accesses end. Only the token's hash is kept. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    providerId: providerId(),
    partnerId: uuid('partner_id').notNull(),
    staffId: uuid('staff_id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    /** When the address was made that counts now. */
    createdAt: createdAt(),
  },
  t => [
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({
      columns: [t.partnerId, t.staffId],
      foreignColumns: [partnerStaff.partnerId, partnerStaff.id],
    }),
  ],
)
