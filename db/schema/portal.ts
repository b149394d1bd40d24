import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { id, moment, providerId } from './columns.ts'

/** There is one row of it, and no way to a second. */
const onlyRow = () => boolean('only_row').primaryKey().default(true)

/** Which database the portal last ran on, and how often that was another one than before: a restored backup. */
export const portalEpoch = pgTable(
  'portal_epoch',
  {
    onlyRow: onlyRow(),
    /** 0 = never restored. */
    number: integer('number').notNull().default(0),
    at: moment('at'),
    cause: text('cause', { enum: ['noticed', 'told'] }),
    /** What database_identity() said. A part that could not be read is missing. */
    identity: jsonb('identity').$type<Record<string, string>>().notNull().default({}),
    /** When the last account with grants from before had its list. */
    toldAt: moment('told_at'),
  },
  t => [check('portal_epoch_is_one', sql`${t.onlyRow}`)],
)

/** The last moment up to which the portal believed the database's clock and had tidied up, and what was wrong with it. */
export const clockWatch = pgTable(
  'clock_watch',
  {
    onlyRow: onlyRow(),
    seenAt: moment('seen_at'),
    checkedAt: moment('checked_at'),
    /** Milliseconds by which the database's clock was ahead of the server's; negative = behind. */
    apart: bigint('apart', { mode: 'number' }).notNull().default(0),
    /** When it last stood earlier than before, and by how many seconds. */
    backAt: moment('back_at'),
    backSeconds: integer('back_seconds').notNull().default(0),
  },
  t => [check('clock_watch_is_one', sql`${t.onlyRow}`)],
)

/** After a restore: the account's list of accesses from before, to be looked at again. */
export const accessRecheck = pgTable(
  'access_recheck',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    epoch: integer('epoch').notNull(),
    restoredAt: moment('restored_at').notNull(),
    /** Nothing of it is left to look at. */
    doneAt: moment('done_at'),
  },
  t => [
    unique('access_recheck_of_account').on(t.accountId),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
