import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { assignmentAskStates } from '#lib/grant/assignment-ask.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { accessGrant } from './grant.ts'
import { partner, partnerStaff } from './partner.ts'
import { person } from './person.ts'

const waiting = sql`state = 'waiting'`

/** A technician asks the firm's own administrators to be assigned. */
export const assignmentAsk = pgTable(
  'assignment_ask',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    grantId: uuid('grant_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    reason: text('reason').notNull().default(''),
    state: text('state', { enum: assignmentAskStates }).notNull().default('waiting'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by'),
    answer: text('answer').notNull().default(''),
  },
  t => [
    uniqueIndex('assignment_ask_one_waiting').on(t.grantId, t.staffId).where(waiting),
    index('assignment_ask_of_grant').on(t.grantId, t.staffId, t.createdAt),
    index('assignment_ask_of_staff').on(t.staffId).where(waiting),
    foreignKey({
      columns: [t.accountId, t.grantId],
      foreignColumns: [accessGrant.accountId, accessGrant.id],
    }),
    foreignKey({
      columns: [t.partnerId, t.staffId],
      foreignColumns: [partnerStaff.partnerId, partnerStaff.id],
    }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({ columns: [t.providerId, t.decidedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)
