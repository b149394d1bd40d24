import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { logoKinds } from '#lib/branding/own.ts'
import { account } from './account.ts'
import { bytes, bytewise, createdAt, id, moment, providerId } from './columns.ts'

/** The links that an account shows beside its provider's. They stay where the product goes, and come back with it. */
export const accountBrand = pgTable(
  'account_brand',
  {
    accountId: uuid('account_id').primaryKey(),
    providerId: providerId(),
    /** Empty = none. */
    shopLink: text('shop_link').notNull().default(''),
    supportLink: text('support_link').notNull().default(''),
  },
  t => [
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/**
 * A logo of an account as it is served, and the one before it, which can be brought back. Of a kind one is worn at a time:
 * the migration holds it, at the end of a statement, so that two may change places.
 */
export const accountLogo = pgTable(
  'account_logo',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    kind: text('kind', { enum: logoKinds }).notNull(),
    contentType: text('content_type').notNull(),
    content: bytes('content').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    createdAt: createdAt(),
    /** When it was taken off or replaced. */
    endedAt: moment('ended_at'),
  },
  t => [
    index('account_logo_of_account').on(t.accountId, t.kind),
    index('account_logo_ended').on(t.endedAt).where(sql`${t.endedAt} is not null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** What a new service or end user of an account begins with, under a name. */
export const serviceTemplate = pgTable(
  'service_template',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    name: text('name').notNull(),
    /** The name as names are compared. */
    folded: bytewise('folded').notNull(),
    product: text('product').notNull(),
    /** Empty where it does not say. */
    label: text('label').notNull().default(''),
    level: text('level').notNull().default(''),
    supportText: text('support_text').notNull().default(''),
    createdAt: createdAt(),
    /** When it was removed; for some days it can be brought back. */
    endedAt: moment('ended_at'),
  },
  t => [
    uniqueIndex('service_template_name').on(t.accountId, t.folded).where(sql`${t.endedAt} is null`),
    index('service_template_removed').on(t.endedAt).where(sql`${t.endedAt} is not null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
