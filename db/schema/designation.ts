import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { askStates } from '#lib/grant/designation.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { accessGrant } from './grant.ts'
import { person } from './person.ts'

const waiting = sql`state = 'waiting'`

/** An account asks its provider to end an access that the provider set. */
export const designationAsk = pgTable(
  'designation_ask',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    grantId: uuid('grant_id').notNull(),
    state: text('state', { enum: askStates }).notNull().default('waiting'),
    version: integer('version').notNull().default(1),
    reason: text('reason').notNull().default(''),
    askedBy: uuid('asked_by').notNull(),
    createdAt: createdAt(),
    answeredAt: moment('answered_at'),
    answeredBy: uuid('answered_by'),
    /** What the provider said to it. */
    answer: text('answer').notNull().default(''),
  },
  t => [
    unique('designation_ask_in_account').on(t.accountId, t.id),
    uniqueIndex('designation_ask_one_waiting').on(t.grantId).where(waiting),
    index('designation_ask_waiting').on(t.providerId, t.createdAt, t.id).where(waiting),
    index('designation_ask_of_grant').on(t.grantId, t.createdAt),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({
      columns: [t.accountId, t.grantId],
      foreignColumns: [accessGrant.accountId, accessGrant.id],
    }),
    foreignKey({ columns: [t.providerId, t.askedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.answeredBy], foreignColumns: [person.providerId, person.id] }),
  ],
)
