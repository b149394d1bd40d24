import { sql } from 'drizzle-orm'
import { foreignKey, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytewise, createdAt, id, moment, providerId } from './columns.ts'
import { partner } from './partner.ts'

/** A request that a firm keeps ready-made. Whoever asks with it sends a request like any other. */
export const requestTemplate = pgTable(
  'request_template',
  {
    id: id(),
    providerId: providerId(),
    partnerId: uuid('partner_id').notNull(),
    name: text('name').notNull(),
    /** The name as names are compared, made by the portal with each name that is written. */
    folded: bytewise('folded').notNull(),
    reason: text('reason').notNull(),
    scope: text('scope').notNull(),
    scopePages: text('scope_pages').array().notNull().default(sql`'{}'::text[]`),
    duration: text('duration').notNull(),
    createdAt: createdAt(),
    /** When it was removed; the row stays, for whoever had it open. */
    endedAt: moment('ended_at'),
  },
  t => [
    uniqueIndex('request_template_name').on(t.partnerId, t.folded).where(sql`${t.endedAt} is null`),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
  ],
)
