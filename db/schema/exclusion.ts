import { sql } from 'drizzle-orm'
import { foreignKey, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { accessGrant } from './grant.ts'
import { partner } from './partner.ts'
import { person } from './person.ts'

/**
 * A client account lets a firm in by nothing that its parent account holds: whatever grant that is, today's or a later
 * one. Included again, the row is over and stays.
 */
export const clientExclusion = pgTable(
  'client_exclusion',
  {
    id: id(),
    providerId: providerId(),
    /** The client account. */
    accountId: uuid('account_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    reason: text('reason').notNull().default(''),
    excludedBy: uuid('excluded_by').notNull(),
    createdAt: createdAt(),
    includedAt: moment('included_at'),
    includedBy: uuid('included_by'),
  },
  t => [
    unique('client_exclusion_in_account').on(t.accountId, t.id),
    uniqueIndex('client_exclusion_holding').on(t.accountId, t.partnerId).where(sql`included_at is null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({ columns: [t.providerId, t.excludedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.includedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** When a firm last used a grant of a parent account's on one of its client accounts: what that account is shown. */
export const clientUse = pgTable(
  'client_use',
  {
    providerId: providerId(),
    clientId: uuid('client_id').notNull(),
    /** The parent account, whose grant it is. */
    accountId: uuid('account_id').notNull(),
    grantId: uuid('grant_id').notNull(),
    lastUsedAt: moment('last_used_at').notNull(),
    lastUsedBy: uuid('last_used_by').notNull(),
  },
  t => [
    primaryKey({ columns: [t.clientId, t.grantId] }),
    foreignKey({ columns: [t.providerId, t.clientId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({
      columns: [t.accountId, t.grantId],
      foreignColumns: [accessGrant.accountId, accessGrant.id],
    }),
    foreignKey({ columns: [t.providerId, t.lastUsedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)
