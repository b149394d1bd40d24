import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { accessGrant } from './grant.ts'
import { partner } from './partner.ts'
import { person } from './person.ts'

/** Somebody of a firm asks several accounts for more time at once: one press of one button, by the key of its form. */
export const extensionRound = pgTable(
  'extension_round',
  {
    id: id(),
    providerId: providerId(),
    partnerId: uuid('partner_id').notNull(),
    askedBy: uuid('asked_by').notNull(),
    /** By how much each end is to move, as the form's choice. */
    extra: text('extra').notNull(),
    reason: text('reason').notNull(),
    createdAt: createdAt(),
  },
  t => [
    unique('extension_round_in_provider').on(t.providerId, t.id),
    index('extension_round_of_person').on(t.partnerId, t.askedBy, t.createdAt),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({ columns: [t.providerId, t.askedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** What became of it under one grant. */
export const extensionRoundAsk = pgTable(
  'extension_round_ask',
  {
    providerId: providerId(),
    roundId: uuid('round_id').notNull(),
    accountId: uuid('account_id').notNull(),
    grantId: uuid('grant_id').notNull(),
    /** The end beside which it was asked; by another one nothing is asked. */
    shownEnd: moment('shown_end'),
    /** `asked`, or why not; null = its turn has not come. */
    outcome: text('outcome'),
    /** Where it was asked: the end; none = for good. */
    askedEnd: moment('asked_end'),
    /** Where it was not: what had become of it by then, and by whom. */
    seenState: text('seen_state'),
    seenBy: text('seen_by'),
  },
  t => [
    primaryKey({ columns: [t.roundId, t.grantId] }),
    foreignKey({
      columns: [t.providerId, t.roundId],
      foreignColumns: [extensionRound.providerId, extensionRound.id],
    }),
    foreignKey({
      columns: [t.accountId, t.grantId],
      foreignColumns: [accessGrant.accountId, accessGrant.id],
    }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
