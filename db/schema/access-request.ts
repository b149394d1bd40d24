import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { requestStates } from '#lib/access-request/access-request.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { channelRelationship, partner } from './partner.ts'
import { person } from './person.ts'

/** A partner asks an account for access. */
export const accessRequest = pgTable(
  'access_request',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    relationshipId: uuid('relationship_id'),
    requestedBy: uuid('requested_by').notNull(),
    reason: text('reason').notNull(),
    ticket: text('ticket').notNull().default(''),
    scope: text('scope').notNull(),
    scopePages: text('scope_pages').array().notNull().default(sql`'{}'::text[]`),
    duration: text('duration').notNull(),
    startsAt: moment('starts_at'),
    state: text('state', { enum: requestStates }).notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    lapsesAt: moment('lapses_at').notNull(),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by'),
    endReason: text('end_reason'),
    /** How many of the reminders (days 2 and 6) have gone out. */
    reminded: integer('reminded').notNull().default(0),
  },
  t => [
    unique('access_request_in_account').on(t.accountId, t.id),
    uniqueIndex('access_request_one_open')
      .on(t.partnerId, t.accountId)
      .where(sql`${t.state} in ('pending', 'question')`),
    index('access_request_open_of_account').on(t.accountId).where(sql`${t.state} in ('pending', 'question')`),
    index('access_request_of_account').on(t.accountId, t.createdAt, t.id),
    index('access_request_of_partner').on(t.partnerId, t.accountId, t.createdAt),
    index('access_request_over_of_partner').on(t.partnerId, sql`coalesce(${t.decidedAt}, ${t.lapsesAt})`),
    index('access_request_due').on(t.lapsesAt, t.id).where(sql`${t.state} in ('pending', 'question')`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({
      columns: [t.accountId, t.relationshipId],
      foreignColumns: [channelRelationship.accountId, channelRelationship.id],
    }),
    foreignKey({ columns: [t.providerId, t.requestedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.decidedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** Questions of the account and answers of the partner, in order. */
export const accessRequestMessage = pgTable(
  'access_request_message',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    requestId: uuid('request_id').notNull(),
    kind: text('kind', { enum: ['question', 'answer'] }).notNull(),
    personId: uuid('person_id').notNull(),
    body: text('body').notNull(),
    createdAt: createdAt(),
  },
  t => [
    index('access_request_message_of_request').on(t.requestId, t.createdAt),
    foreignKey({
      columns: [t.accountId, t.requestId],
      foreignColumns: [accessRequest.accountId, accessRequest.id],
    }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)
