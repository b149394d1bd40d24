import { sql } from 'drizzle-orm'
import {
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
import { account } from './account.ts'
import { bytewise, createdAt, id, moment, providerId } from './columns.ts'

/** An account's phonebook as a whole, once somebody has changed it, and the address at which phones read it. */
export const phonebook = pgTable(
  'phonebook',
  {
    accountId: uuid('account_id').primaryKey(),
    providerId: providerId(),
    /** Rises with every change of a contact or a group: a phone that has this one need not read again. */
    version: integer('version').notNull().default(0),
    /** Of the address, which with the deployment's secret makes its token; null while there is none. */
    addressKey: text('address_key'),
    tokenHash: text('token_hash').unique(),
    addressMadeAt: moment('address_made_at'),
    /** When a phone last read it there, and what that phone says it is. */
    fetchedAt: moment('fetched_at'),
    fetchedBy: text('fetched_by').notNull().default(''),
  },
  t => [
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** Somebody whom the account's people call. */
export const contact = pgTable(
  'contact',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    name: text('name').notNull(),
    company: text('company').notNull().default(''),
    work: text('work').notNull().default(''),
    mobile: text('mobile').notNull().default(''),
    home: text('home').notNull().default(''),
    email: text('email').notNull().default(''),
    note: text('note').notNull().default(''),
    // These three are made by the portal with every change: see lib/phonebook/contact.ts.
    likeness: bytewise('likeness').notNull(),
    findable: bytewise('findable').notNull(),
    reach: text('reach').array().notNull(),
    createdAt: createdAt(),
    /** When it was removed; for some days it can be brought back. */
    endedAt: moment('ended_at'),
  },
  t => [
    unique('contact_in_account').on(t.accountId, t.id),
    index('contact_by_name').on(t.accountId, t.likeness, t.id).where(sql`${t.endedAt} is null`),
    index('contact_removed').on(t.endedAt, t.accountId).where(sql`${t.endedAt} is not null`),
    index('contact_by_number').using('gin', t.reach).where(sql`${t.endedAt} is null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

export const contactGroup = pgTable(
  'contact_group',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    name: text('name').notNull(),
    /** The name as names are compared. */
    folded: bytewise('folded').notNull(),
    createdAt: createdAt(),
    endedAt: moment('ended_at'),
  },
  t => [
    unique('contact_group_in_account').on(t.accountId, t.id),
    uniqueIndex('contact_group_name').on(t.accountId, t.folded).where(sql`${t.endedAt} is null`),
    index('contact_group_removed').on(t.endedAt, t.accountId).where(sql`${t.endedAt} is not null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** A contact is in a group. What was removed keeps its groups, for whoever brings it back. */
export const contactInGroup = pgTable(
  'contact_in_group',
  {
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    groupId: uuid('group_id').notNull(),
  },
  t => [
    primaryKey({ columns: [t.contactId, t.groupId] }),
    index('contact_in_group_of_group').on(t.groupId),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({
      columns: [t.accountId, t.contactId],
      foreignColumns: [contact.accountId, contact.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.accountId, t.groupId],
      foreignColumns: [contactGroup.accountId, contactGroup.id],
    }).onDelete('cascade'),
  ],
)
