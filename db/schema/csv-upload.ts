import { foreignKey, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { person } from './person.ts'

/**
 * A file that somebody sent to be looked at before it is taken in: what its rows said, and what was wrong with them. It is its
 * sender's alone, and goes after a day.
 */
export const csvUpload = pgTable(
  'csv_upload',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    personId: uuid('person_id').notNull(),
    module: text('module', { enum: ['phonebook', 'call-log', 'admin'] }).notNull(),
    /** Emptied once they are taken in. */
    rows: jsonb('rows').$type<readonly unknown[]>().notNull(),
    rowCount: integer('row_count').notNull(),
    /** The first of them, in the order of the file. */
    faults: jsonb('faults').$type<readonly unknown[]>().notNull(),
    faultCount: integer('fault_count').notNull(),
    createdAt: createdAt(),
    takenAt: moment('taken_at'),
  },
  t => [
    index('csv_upload_by_age').on(t.createdAt),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)
