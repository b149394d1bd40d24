import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { faxDirections, faxStates } from '#lib/fax/fax.ts'
import { account } from './account.ts'
import { bytes, bytewise, createdAt, id, moment, providerId } from './columns.ts'
import { person } from './person.ts'
import { sendingColumns } from './sending.ts'

export const fax = pgTable(
  'fax',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    direction: text('direction', { enum: faxDirections }).notNull(),
    state: text('state', { enum: faxStates }).notNull(),
    /** What its sender calls it, so that it is found again; the other side does not see it. */
    title: text('title').notNull().default(''),
    /** The title as it is compared. */
    findable: bytewise('findable').notNull().default(''),
    pages: integer('pages').notNull(),
    /** How many the other machine took; null = nobody said. */
    pagesSent: integer('pages_sent'),
    /** Bytes of its document. */
    size: integer('size').notNull(),
    at: moment('at').notNull(),
    createdAt: createdAt(),
    /** When it was removed; for some days it can be brought back. */
    endedAt: moment('ended_at'),
    ...sendingColumns(),
  },
  t => [
    unique('fax_in_account').on(t.accountId, t.id),
    uniqueIndex('fax_once').on(t.accountId, t.carrierId).where(sql`${t.direction} = 'incoming'`),
    index('fax_of_account').on(t.accountId, t.at, t.id, t.direction, t.state, t.endedAt, t.size),
    index('fax_due').on(t.nextAttemptAt).where(sql`${t.state} = 'queued'`),
    index('fax_by_age').using('brin', t.createdAt),
    index('fax_removed').on(t.endedAt, t.accountId).where(sql`${t.endedAt} is not null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.sentBy], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** What a fax shows, apart from its row, so that no list ever reads it. It goes with its fax. */
export const faxDocument = pgTable(
  'fax_document',
  {
    faxId: uuid('fax_id').primaryKey(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    content: bytes('content').notNull(),
  },
  t => [
    foreignKey({ columns: [t.accountId, t.faxId], foreignColumns: [fax.accountId, fax.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
