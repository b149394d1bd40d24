import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, providerId } from './columns.ts'

/**
 * The history: one row per transition, written in the same transaction as the change.
 * The application's roles may insert and read, never change or delete.
 */
export const event = pgTable(
  'event',
  {
    id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    providerId: providerId(),
    accountId: uuid('account_id'),
    partnerId: uuid('partner_id'),
    at: moment('at').notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    actorFirm: text('actor_firm').notNull(),
    actorKind: text('actor_kind', { enum: ['account', 'partner', 'provider', 'portal'] }).notNull(),
    action: text('action').notNull(),
    subjectId: uuid('subject_id'),
    fromState: text('from_state'),
    toState: text('to_state'),
    reason: text('reason').notNull().default(''),
    address: text('address').notNull().default(''),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
  },
  t => [
    index('event_of_account').on(t.accountId, t.id),
    index('event_of_partner').on(t.partnerId, t.id),
    index('event_of_provider').on(t.providerId, t.id),
    // What happened to one thing, newest first: who was faster, who entered, who edited. It makes an event dearer by some
    // 20 µs (100,000 at once: 55 µs each without it, 74 with it), and spares the read of a whole account's history.
    index('event_of_subject').on(t.subjectId, t.id),
    // The provider's own acts among those of all its customers: see db/history/narrow.ts.
    index('event_by_provider').on(t.providerId, t.id).where(sql`${t.actorKind} = 'provider'`),
  ],
)

/** Seals: each covers the events up to `last`, chained by hash to the seal before it. */
export const eventSeal = pgTable('event_seal', {
  last: bigint('last', { mode: 'bigint' }).primaryKey(),
  sealedAt: moment('sealed_at').notNull(),
  count: bigint('count', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
})
