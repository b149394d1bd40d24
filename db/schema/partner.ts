import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { staffRoles } from '#lib/access/person-kinds.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { person } from './person.ts'
import { provider } from './provider.ts'

/** An outside firm. Its name is what the provider verified, never what the firm typed. */
export const partner = pgTable(
  'partner',
  {
    id: id(),
    providerId: providerId().references(() => provider.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    partnerCode: text('partner_code').notNull(),
    shareCode: text('share_code').notNull().unique(),
    verifiedAt: moment('verified_at').notNull().defaultNow(),
    createdAt: createdAt(),
    closedAt: moment('closed_at'),
  },
  t => [
    unique('partner_slug').on(t.providerId, t.slug),
    unique('partner_code').on(t.providerId, t.partnerCode),
    unique('partner_in_provider').on(t.providerId, t.id),
  ],
)

export const partnerStaff = pgTable(
  'partner_staff',
  {
    id: id(),
    providerId: providerId(),
    partnerId: uuid('partner_id').notNull(),
    personId: uuid('person_id').notNull(),
    role: text('role', { enum: staffRoles }).notNull(),
    /** What whoever invited them called them; null once they have taken their place. */
    invitedName: text('invited_name'),
    createdAt: createdAt(),
    /** When the person took the place; null = it waits for them, and gives nothing. */
    activatedAt: moment('activated_at'),
    removedAt: moment('removed_at'),
  },
  t => [
    unique('partner_staff_in_partner').on(t.partnerId, t.id),
    uniqueIndex('partner_staff_once').on(t.partnerId, t.personId).where(sql`${t.removedAt} is null`),
    index('partner_staff_of_person').on(t.personId),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** "This partner serves this account", kept by the provider. */
export const channelRelationship = pgTable(
  'channel_relationship',
  {
    id: id(),
    providerId: providerId(),
    partnerId: uuid('partner_id').notNull(),
    accountId: uuid('account_id').notNull(),
    startedAt: moment('started_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
    endedBy: uuid('ended_by'),
    endReason: text('end_reason'),
  },
  t => [
    unique('channel_relationship_in_account').on(t.accountId, t.id),
    uniqueIndex('channel_relationship_once').on(t.partnerId, t.accountId).where(sql`${t.endedAt} is null`),
    index('channel_relationship_of_provider').on(t.providerId, t.startedAt),
    index('channel_relationship_of_account').on(t.accountId),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.endedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)
