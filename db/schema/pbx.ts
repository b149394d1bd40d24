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
import { keyKinds, phoneKindNames } from '#lib/key-profile/key.ts'
import { devices, routeKinds } from '#lib/pbx-extension/extension.ts'
import { account } from './account.ts'
import { bytewise, createdAt, id, moment, providerId } from './columns.ts'
import { membership } from './person.ts'

/** A named list of what the programmable keys of a kind of phone do. */
export const keyProfile = pgTable(
  'key_profile',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    name: text('name').notNull(),
    /** The name as names are compared. */
    folded: bytewise('folded').notNull(),
    phone: text('phone', { enum: phoneKindNames }).notNull(),
    createdAt: createdAt(),
  },
  t => [
    unique('key_profile_in_account').on(t.accountId, t.id),
    uniqueIndex('key_profile_name').on(t.accountId, t.folded),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/**
 * An extension of an account's virtual PBX, and the one place where its number stands: that of an end user is the one that
 * is theirs here. Two live ones have neither the same number nor the same person: the migration holds it, at the end of a
 * statement, so that two may change places. Whoever is removed from the account takes theirs along, by the database itself.
 */
export const pbxExtension = pgTable(
  'pbx_extension',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    number: bytewise('number').notNull(),
    /** Empty: it is called as its person is. */
    name: text('name').notNull().default(''),
    membershipId: uuid('membership_id'),
    device: text('device', { enum: devices }).notNull().default('desk'),
    callerName: text('caller_name').notNull().default(''),
    busy: text('busy', { enum: routeKinds }).notNull().default('voicemail'),
    busyExtensionId: uuid('busy_extension_id'),
    busyNumber: text('busy_number').notNull().default(''),
    ringSeconds: integer('ring_seconds').notNull().default(20),
    unanswered: text('unanswered', { enum: routeKinds }).notNull().default('voicemail'),
    unansweredExtensionId: uuid('unanswered_extension_id'),
    unansweredNumber: text('unanswered_number').notNull().default(''),
    voicemail: boolean('voicemail').notNull().default(true),
    /** What is kept of the PIN: see lib/pbx-extension/pin.ts. */
    pinKey: text('pin_key'),
    pinMark: text('pin_mark'),
    pinSetAt: moment('pin_set_at'),
    profileId: uuid('profile_id'),
    createdAt: createdAt(),
    /** When it was removed; for some days it can be brought back. */
    endedAt: moment('ended_at'),
  },
  t => [
    unique('pbx_extension_in_account').on(t.accountId, t.id),
    index('pbx_extension_removed').on(t.endedAt, t.accountId).where(sql`${t.endedAt} is not null`),
    index('pbx_extension_of_profile').on(t.profileId).where(sql`${t.profileId} is not null`),
    index('pbx_extension_when_busy').on(t.busyExtensionId).where(sql`${t.busyExtensionId} is not null`),
    index('pbx_extension_when_unanswered')
      .on(t.unansweredExtensionId)
      .where(sql`${t.unansweredExtensionId} is not null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({
      columns: [t.accountId, t.membershipId],
      foreignColumns: [membership.accountId, membership.id],
      name: 'pbx_extension_of_membership',
    }),
    foreignKey({
      columns: [t.accountId, t.profileId],
      foreignColumns: [keyProfile.accountId, keyProfile.id],
      name: 'pbx_extension_profile',
    }),
    // One that is gone for good leaves a way that leads nowhere, and says so.
    foreignKey({
      columns: [t.accountId, t.busyExtensionId],
      foreignColumns: [t.accountId as AnyPgColumn, t.id as AnyPgColumn],
      name: 'pbx_extension_busy_to',
    }).onDelete('set null'),
    foreignKey({
      columns: [t.accountId, t.unansweredExtensionId],
      foreignColumns: [t.accountId as AnyPgColumn, t.id as AnyPgColumn],
      name: 'pbx_extension_unanswered_to',
    }).onDelete('set null'),
  ],
)

/** What one key of a profile does. Keys that do nothing have no row. */
export const profileKey = pgTable(
  'profile_key',
  {
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    profileId: uuid('profile_id').notNull(),
    /** From 1. */
    position: integer('position').notNull(),
    kind: text('kind', { enum: keyKinds }).notNull(),
    value: text('value').notNull().default(''),
    label: text('label').notNull().default(''),
    /** Whose busy lamp it is; null where that extension is gone. */
    extensionId: uuid('extension_id'),
  },
  t => [
    primaryKey({ columns: [t.profileId, t.position] }),
    index('profile_key_of_extension').on(t.extensionId).where(sql`${t.extensionId} is not null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({
      columns: [t.accountId, t.profileId],
      foreignColumns: [keyProfile.accountId, keyProfile.id],
      name: 'profile_key_of_profile',
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.accountId, t.extensionId],
      foreignColumns: [pbxExtension.accountId, pbxExtension.id],
      name: 'profile_key_lamp',
    }).onDelete('set null'),
  ],
)
