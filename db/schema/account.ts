import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, moment, providerId } from './columns.ts'
import { brandingDomain, provider } from './provider.ts'

export const account = pgTable(
  'account',
  {
    id: id(),
    providerId: providerId().references(() => provider.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => account.id),
    /** Dresses the letters to people who are not yet known. */
    homeBrandId: uuid('home_brand_id').notNull(),
    timeZone: text('time_zone').notNull(),
    /** What a partner must have been given to ask an account that it has no channel relationship with. */
    requestCode: text('request_code').notNull(),
    /** As it is looked up: people tell and type it with hyphens or without. */
    requestCodeBare: text('request_code_bare').generatedAlwaysAs(sql`replace(request_code, '-', '')`),
    legalName: text('legal_name').notNull().default(''),
    addressLine: text('address_line').notNull().default(''),
    city: text('city').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    country: text('country').notNull().default(''),
    phone: text('phone').notNull().default(''),
    emergencyContact: text('emergency_contact').notNull().default(''),
    createdAt: createdAt(),
    closedAt: moment('closed_at'),
  },
  t => [
    unique('account_slug').on(t.providerId, t.slug),
    unique('account_in_provider').on(t.providerId, t.id),
    // A column, not an expression: behind the wall only plain comparisons may use an index.
    uniqueIndex('account_request_code_bare').on(t.requestCodeBare),
    index('account_children').on(t.parentId),
    index('account_at_home').on(t.homeBrandId),
    index('account_by_name').on(t.providerId, t.name),
    foreignKey({
      columns: [t.providerId, t.homeBrandId],
      foreignColumns: [brandingDomain.providerId, brandingDomain.id],
    }),
    foreignKey({
      columns: [t.providerId, t.parentId],
      foreignColumns: [t.providerId, t.id],
      name: 'account_parent_in_provider',
    }),
  ],
)

export const accountProduct = pgTable(
  'account_product',
  {
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    product: text('product').notNull(),
  },
  t => [
    primaryKey({ columns: [t.accountId, t.product] }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** What the account has: numbers, trunks, devices. */
export const service = pgTable(
  'service',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    product: text('product').notNull(),
    kind: text('kind', { enum: ['number', 'trunk', 'device'] }).notNull(),
    identifier: text('identifier').notNull(),
    label: text('label').notNull(),
    forwardTo: text('forward_to').notNull().default(''),
    enabled: boolean('enabled').notNull().default(true),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  t => [
    unique('service_in_account').on(t.accountId, t.id),
    index('service_of_account').on(t.accountId, t.kind, t.identifier),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
