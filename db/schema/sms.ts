import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { bytewise, createdAt, id, moment, providerId } from './columns.ts'
import { person } from './person.ts'
import { sendingColumns } from './sending.ts'

/** All that one of an account's numbers and another party have written to each other. */
export const smsConversation = pgTable(
  'sms_conversation',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    ownNumber: text('own_number').notNull(),
    ownKey: text('own_key').notNull(),
    otherNumber: text('other_number').notNull(),
    otherKey: text('other_key').notNull(),
    /** When something was last written. */
    lastAt: moment('last_at').notNull(),
    /** When something last changed, the state of a message too: whoever looks at it is shown it again. */
    changedAt: moment('changed_at').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  t => [
    unique('sms_conversation_in_account').on(t.accountId, t.id),
    unique('sms_conversation_once').on(t.accountId, t.ownKey, t.otherKey),
    index('sms_conversation_newest').on(t.accountId, t.lastAt, t.id),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

export const smsMessage = pgTable(
  'sms_message',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    direction: text('direction', { enum: ['incoming', 'outgoing'] }).notNull(),
    state: text('state', { enum: ['received', 'queued', 'sent', 'delivered', 'failed'] }).notNull(),
    body: text('body').notNull(),
    /** The words as they are compared. */
    findable: bytewise('findable').notNull(),
    segments: integer('segments').notNull().default(1),
    /** When it was written, there or here. */
    at: moment('at').notNull(),
    createdAt: createdAt(),
    ...sendingColumns(),
  },
  t => [
    unique('sms_message_in_account').on(t.accountId, t.id),
    uniqueIndex('sms_message_once').on(t.accountId, t.carrierId).where(sql`${t.direction} = 'incoming'`),
    index('sms_message_of_conversation').on(t.conversationId, t.at, t.id),
    index('sms_message_due').on(t.nextAttemptAt).where(sql`${t.state} = 'queued'`),
    index('sms_message_by_age').using('brin', t.createdAt),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.sentBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({
      columns: [t.accountId, t.conversationId],
      foreignColumns: [smsConversation.accountId, smsConversation.id],
    }).onDelete('cascade'),
  ],
)

/**
 * The newest message of a conversation that somebody was shown: what was kept since is unread to them. A message is kept under
 * the lock of its conversation, so none is kept later and older.
 */
export const smsSeen = pgTable(
  'sms_seen',
  {
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    personId: uuid('person_id').notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.conversationId, t.personId] }),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
    foreignKey({
      columns: [t.accountId, t.conversationId],
      foreignColumns: [smsConversation.accountId, smsConversation.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
