import { boolean, foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, moment, providerId } from './columns.ts'

export const provider = pgTable('provider', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  /** Longest grant that a customer may give, in hours; none = no limit, ongoing allowed. */
  longestGrantHours: integer('longest_grant_hours'),
  requestLifeHours: integer('request_life_hours').notNull().default(168),
  reviewMonths: integer('review_months').notNull().default(6),
  /** Access whose review nobody answers ends, 30 days after the account was told so. */
  endUnanswered: boolean('end_unanswered').notNull().default(false),
  createdAt: createdAt(),
})

export const brandingDomain = pgTable(
  'branding_domain',
  {
    id: id(),
    providerId: providerId().references(() => provider.id),
    host: text('host').notNull().unique(),
    name: text('name').notNull(),
    accent: text('accent').notNull(),
    /** The provider's own colour on dark pages; none = derived from the other. */
    accentDark: text('accent_dark'),
    supportName: text('support_name').notNull(),
    supportEmail: text('support_email').notNull(),
    supportPhone: text('support_phone').notNull(),
    supportUrl: text('support_url').notNull(),
    senderName: text('sender_name').notNull(),
    senderAddress: text('sender_address').notNull(),
    defaultLanguage: text('default_language', { enum: ['en', 'fr'] }).notNull(),
    termsUrl: text('terms_url').notNull(),
    privacyUrl: text('privacy_url').notNull(),
    logoVersion: integer('logo_version').notNull().default(1),
    createdAt: createdAt(),
    retiredAt: moment('retired_at'),
    successorId: uuid('successor_id'),
    /** How many its retirement moved to the successor; none while it is in use. */
    movedAccounts: integer('moved_accounts'),
    movedPeople: integer('moved_people'),
  },
  t => [
    unique('branding_domain_in_provider').on(t.providerId, t.id),
    foreignKey({ columns: [t.providerId, t.successorId], foreignColumns: [t.providerId, t.id] }),
  ],
)

/** Logos and favicon as re-encoded pictures; public by nature, since they stand on the sign-in page. */
export const brandAsset = pgTable(
  'brand_asset',
  {
    providerId: providerId(),
    brandingDomainId: uuid('branding_domain_id').notNull(),
    kind: text('kind', { enum: ['logo', 'logo-dark', 'favicon'] }).notNull(),
    contentType: text('content_type').notNull(),
    content: bytes('content').notNull(),
  },
  t => [
    primaryKey({ columns: [t.brandingDomainId, t.kind] }),
    foreignKey({
      columns: [t.providerId, t.brandingDomainId],
      foreignColumns: [brandingDomain.providerId, brandingDomain.id],
    }),
  ],
)
