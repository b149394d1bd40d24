import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { extensionStates } from '#lib/grant/extension.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { accessGrant } from './grant.ts'
import { partner } from './partner.ts'
import { person } from './person.ts'

const pending = sql.raw(`state = 'pending'`)

/** A firm asks for more time under a grant. */
export const grantExtension = pgTable(
  'grant_extension',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    grantId: uuid('grant_id').notNull(),
    requestedBy: uuid('requested_by').notNull(),
    reason: text('reason').notNull().default(''),
    /** The end that is asked for; none = for good. */
    askedEnd: moment('asked_end'),
    /** The end that was given; none = for good, or nothing was given. */
    givenEnd: moment('given_end'),
    state: text('state', { enum: extensionStates }).notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by'),
    endReason: text('end_reason'),
  },
  t => [
    uniqueIndex('grant_extension_one_open').on(t.grantId).where(pending),
    index('grant_extension_open_of_account').on(t.accountId).where(pending),
    index('grant_extension_open_of_partner').on(t.partnerId).where(pending),
    index('grant_extension_of_grant').on(t.grantId, t.createdAt),
    index('grant_extension_of_partner').on(t.partnerId, t.accountId, t.createdAt),
    foreignKey({
      columns: [t.accountId, t.grantId],
      foreignColumns: [accessGrant.accountId, accessGrant.id],
    }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({ columns: [t.providerId, t.requestedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.decidedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)
