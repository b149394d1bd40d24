import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { purposes } from '#lib/microsoft/forms.ts'
import { tenantChoices } from '#lib/microsoft/setting.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { person } from './person.ts'
import { brandingDomain, provider } from './provider.ts'

/** How a provider's people sign in with Microsoft. */
export const microsoftSetting = pgTable('microsoft_setting', {
  providerId: uuid('provider_id')
    .primaryKey()
    .references(() => provider.id),
  isOn: boolean('is_on').notNull().default(false),
  whose: text('whose', { enum: tenantChoices }).notNull().default('listed'),
  tenants: text('tenants').array().notNull().default(sql`'{}'::text[]`),
  clientId: text('client_id').notNull().default(''),
  /** Sealed: a copy of the database opens nothing. */
  clientSecret: text('client_secret').notNull().default(''),
  /** The how-many-eth secret it is; 0 = none yet. */
  secretNumber: integer('secret_number').notNull().default(0),
})

/** A Microsoft account that is a person's way in. Whoever unlinks it ends the row. */
export const microsoftLink = pgTable(
  'microsoft_link',
  {
    id: id(),
    providerId: providerId(),
    personId: uuid('person_id').notNull(),
    tenantId: text('tenant_id').notNull(),
    objectId: text('object_id').notNull(),
    /** What the tenant called it when it was last used: only ever shown. */
    name: text('name').notNull(),
    address: text('address').notNull(),
    createdAt: createdAt(),
    lastUsedAt: moment('last_used_at'),
    endedAt: moment('ended_at'),
  },
  t => [
    uniqueIndex('microsoft_link_once')
      .on(t.providerId, t.tenantId, t.objectId)
      .where(sql`${t.endedAt} is null`),
    index('microsoft_link_of_person').on(t.personId).where(sql`${t.endedAt} is null`),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)

/**
 * One way to Microsoft and back, in one browser on one branding domain: begun by a click, spent by the first answer that
 * comes back for it, and from then on what was proved there, until it is linked or its time is over.
 */
export const microsoftFlow = pgTable(
  'microsoft_flow',
  {
    id: id(),
    providerId: providerId(),
    brandingDomainId: uuid('branding_domain_id').notNull(),
    /** Of the browser's cookie, and of the state that must come back. */
    tokenHash: text('token_hash').notNull().unique(),
    stateHash: text('state_hash').notNull(),
    purpose: text('purpose', { enum: purposes }).notNull(),
    nextPath: text('next_path').notNull(),
    /** Where at Microsoft it leads. */
    leadsTo: text('leads_to').notNull(),
    /** Who is signed in and links an account; none otherwise. */
    personId: uuid('person_id'),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    answeredAt: moment('answered_at'),
    tenantId: text('tenant_id'),
    objectId: text('object_id'),
    name: text('name').notNull().default(''),
    address: text('address').notNull().default(''),
    /** When the account was linked. */
    usedAt: moment('used_at'),
  },
  t => [
    index('microsoft_flow_by_age').on(t.expiresAt),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
    foreignKey({
      columns: [t.providerId, t.brandingDomainId],
      foreignColumns: [brandingDomain.providerId, brandingDomain.id],
    }),
  ],
)
