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
import { membershipKinds } from '#lib/access/membership-kinds.ts'
import { platformRoles } from '#lib/access/platform.ts'
import { contactKinds } from '#lib/account/contacts.ts'
import { membershipStates } from '#lib/membership/membership.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { brandingDomain, provider } from './provider.ts'

/** One human with one e-mail address within a provider. */
export const person = pgTable(
  'person',
  {
    id: id(),
    providerId: providerId().references(() => provider.id),
    email: text('email').notNull(),
    /** The one form that decides sameness: see lib/email.ts. */
    emailCanonical: text('email_canonical').notNull(),
    name: text('name').notNull(),
    language: text('language', { enum: ['en', 'fr'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    homeBrandId: uuid('home_brand_id').notNull(),
    passwordHash: text('password_hash'),
    createdAt: createdAt(),
    lastSignInAt: moment('last_sign_in_at'),
    disabledAt: moment('disabled_at'),
    /** Where they went last from the choice of places, as an address names it; a convenience, which opens nothing. */
    lastPlace: text('last_place'),
  },
  t => [
    unique('person_email').on(t.providerId, t.emailCanonical),
    unique('person_in_provider').on(t.providerId, t.id),
    index('person_at_home').on(t.homeBrandId),
    foreignKey({
      columns: [t.providerId, t.homeBrandId],
      foreignColumns: [brandingDomain.providerId, brandingDomain.id],
    }),
  ],
)

/** A person's place on an account, of one kind. */
export const membership = pgTable(
  'membership',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text('kind', { enum: membershipKinds }).notNull(),
    state: text('state', { enum: membershipStates }).notNull(),
    roles: text('roles').array().notNull().default(sql`'{}'::text[]`),
    modules: text('modules').array().notNull().default(sql`'{}'::text[]`),
    /** End users belong to a product, with a level there; their extension stands with those of the virtual PBX. */
    product: text('product'),
    level: text('level'),
    /** What whoever invited them called them; null once they have taken their place. */
    invitedName: text('invited_name'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  t => [
    unique('membership_in_account').on(t.accountId, t.id),
    index('membership_of_person').on(t.personId),
    index('membership_managers')
      .on(t.accountId, t.createdAt, t.id)
      .where(sql`${t.kind} = 'account-manager' and ${t.state} <> 'removed'`),
    uniqueIndex('membership_once_per_kind')
      .on(t.accountId, t.personId, t.kind)
      .where(sql`${t.state} <> 'removed'`),
    // Never an account manager and an end user, never either on two accounts.
    uniqueIndex('membership_one_place')
      .on(t.personId)
      .where(sql`${t.kind} in ('account-manager', 'end-user') and ${t.state} <> 'removed'`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)

/**
 * Whom to speak with about an account, one person for each purpose. Whoever is removed from the account is taken out by
 * the database itself, whichever way they were removed.
 */
export const accountContact = pgTable(
  'account_contact',
  {
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    kind: text('kind', { enum: contactKinds }).notNull(),
    membershipId: uuid('membership_id').notNull(),
  },
  t => [
    primaryKey({ columns: [t.accountId, t.kind] }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({
      columns: [t.accountId, t.membershipId],
      foreignColumns: [membership.accountId, membership.id],
      name: 'account_contact_of_membership',
    }).onDelete('cascade'),
  ],
)

export const platformUser = pgTable(
  'platform_user',
  {
    id: id(),
    providerId: providerId(),
    personId: uuid('person_id').notNull(),
    role: text('role', { enum: platformRoles }).notNull(),
    createdAt: createdAt(),
    /** When the person took the place; null = it waits for them, and gives nothing. */
    activatedAt: moment('activated_at'),
    removedAt: moment('removed_at'),
  },
  t => [
    uniqueIndex('platform_user_once').on(t.personId).where(sql`${t.removedAt} is null`),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)

/**
 * One of the provider's staff looks into an account. Support opens an account only by saying why, and for an hour; that
 * an administrator was there is noted all the same.
 */
export const accountVisit = pgTable(
  'account_visit',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    personId: uuid('person_id').notNull(),
    reason: text('reason').notNull().default(''),
    startedAt: moment('started_at').notNull().defaultNow(),
    endsAt: moment('ends_at').notNull(),
  },
  t => [
    index('account_visit_of_person').on(t.personId, t.accountId, t.endsAt),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)
