import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
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
import { alike, folded } from '../lists/name-search.ts'
import { bytewise, createdAt, id, moment, providerId } from './columns.ts'
import { brandingDomain, provider } from './provider.ts'

export const account = pgTable(
  'account',
  {
    id: id(),
    providerId: providerId().references(() => provider.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    /** As it is found and ordered: a column, for behind the wall no index is entered by an expression. */
    nameFolded: bytewise('name_folded').generatedAlwaysAs(sql.raw(folded('name'))),
    /** As a hasty reader sees it, by which accounts are found that could be taken for each other. */
    nameAlike: bytewise('name_alike').generatedAlwaysAs(sql.raw(alike('name'))),
    parentId: uuid('parent_id').references((): AnyPgColumn => account.id),
    /** Dresses the letters to people who are not yet known. */
    homeBrandId: uuid('home_brand_id').notNull(),
    /** The branding domain whose retirement moved it to where it is, until somebody gives it another home: see 0034. */
    movedFromBrandId: uuid('moved_from_brand_id'),
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
    // Longer circles are refused by a trigger (migrations).
    check('account_not_own_parent', sql`parent_id <> id`),
    index('account_at_home').on(t.homeBrandId),
    index('account_moved_from').on(t.movedFromBrandId).where(sql`moved_from_brand_id is not null`),
    index('account_open_by_name').on(t.providerId, t.nameFolded, t.id).where(sql`closed_at is null`),
    index('account_open_alike').on(t.providerId, t.nameAlike, t.id).where(sql`closed_at is null`),
    index('account_closed_by_name').on(t.providerId, t.nameFolded, t.id).where(sql`closed_at is not null`),
    index('account_client_by_name')
      .on(t.providerId, t.nameFolded, t.id)
      .where(sql`closed_at is null and parent_id is not null`),
    foreignKey({
      columns: [t.providerId, t.homeBrandId],
      foreignColumns: [brandingDomain.providerId, brandingDomain.id],
    }),
    foreignKey({
      columns: [t.providerId, t.movedFromBrandId],
      foreignColumns: [brandingDomain.providerId, brandingDomain.id],
      name: 'account_moved_from_in_provider',
    }),
    foreignKey({
      columns: [t.providerId, t.parentId],
      foreignColumns: [t.providerId, t.id],
      name: 'account_parent_in_provider',
    }),
  ],
)

/**
 * The words of an account's name and slug, by which the provider's desk finds it. The database keeps them itself, so that
 * no way in which accounts are written can forget it.
 */
export const accountWord = pgTable(
  'account_word',
  {
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    word: bytewise('word').notNull(),
    // Beside the word stands what a search orders and narrows by, so that all of it is read off one index.
    nameFolded: bytewise('name_folded').notNull(),
    /** All words of the account, each with a blank before it. */
    words: bytewise('words').notNull(),
    closed: boolean('closed').notNull(),
    client: boolean('client').notNull(),
  },
  t => [
    primaryKey({ columns: [t.accountId, t.word] }),
    index('account_word_found').on(
      t.providerId,
      t.word,
      t.nameFolded,
      t.accountId,
      t.words,
      t.closed,
      t.client,
    ),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/**
 * Accounts of which it may be that nobody is left who may decide: every such account stands here, and few others. The
 * database puts them here when an approver goes and takes them out when one comes; whoever lists them looks again.
 */
export const accountUnattended = pgTable(
  'account_unattended',
  { providerId: providerId(), accountId: uuid('account_id').primaryKey() },
  t => [
    index('account_unattended_of_provider').on(t.providerId, t.accountId),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
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
    /** The back office's own name for it, which stays; null where no back office knows of it. */
    key: bytewise('key'),
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
    unique('service_key').on(t.providerId, t.key),
    index('service_of_account').on(t.accountId, t.kind, t.identifier),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
