import { foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { directions, recordKinds, results } from '#lib/call-log/record.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'

/** What a carrier or a switch keeps of one call of an account. It goes once it is as old as the portal keeps such. */
export const callRecord = pgTable(
  'call_record',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    /** The record's own id, by which it comes in once, however often it is sent. */
    recordId: text('record_id').notNull(),
    kind: text('kind', { enum: recordKinds }).notNull(),
    direction: text('direction', { enum: directions }).notNull(),
    fromNumber: text('from_number').notNull(),
    toNumber: text('to_number').notNull(),
    /** The account's own number, and the other party's, as the world dials them. */
    ownKey: text('own_key').notNull(),
    otherKey: text('other_key').notNull(),
    answeredBy: text('answered_by').notNull().default(''),
    startedAt: moment('started_at').notNull(),
    ringSeconds: integer('ring_seconds').notNull().default(0),
    talkSeconds: integer('talk_seconds').notNull().default(0),
    result: text('result', { enum: results }).notNull(),
    createdAt: createdAt(),
  },
  t => [
    unique('call_record_once').on(t.accountId, t.recordId),
    // What a list is narrowed by stands in its index, and what the wall asks: what is left out is passed over there.
    index('call_record_of_account').on(
      t.accountId,
      t.kind,
      t.startedAt,
      t.id,
      t.direction,
      t.result,
      t.ownKey,
      t.otherKey,
      t.providerId,
    ),
    // Only for what clears away: records lie in the table as they came, and no list can be read by it.
    index('call_record_by_age').using('brin', t.startedAt),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
