import { sql } from 'drizzle-orm'
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, moment, providerId } from './columns.ts'
import { person } from './person.ts'
import { brandingDomain } from './provider.ts'

/** next-auth's sessions, bound to one branding domain. Only the token's hash is stored. */
export const session = pgTable(
  'session',
  {
    id: id(),
    providerId: providerId(),
    tokenHash: text('token_hash').notNull().unique(),
    personId: uuid('person_id').notNull(),
    brandingDomainId: uuid('branding_domain_id').notNull(),
    createdAt: createdAt(),
    /** The absolute end. */
    expiresAt: moment('expires_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    /** How long it may lie unused, in seconds. */
    idleSeconds: integer('idle_seconds').notNull(),
    /** When the person last proved who they are: some acts need it to be recent. */
    authenticatedAt: moment('authenticated_at').notNull().defaultNow(),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
  },
  t => [
    index('session_of_person').on(t.personId),
    index('session_expiry').on(t.expiresAt),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
    foreignKey({
      columns: [t.providerId, t.brandingDomainId],
      foreignColumns: [brandingDomain.providerId, brandingDomain.id],
    }),
  ],
)

export const tokenPurposes = ['sign-in', 'hand-over', 'activation', 'reset', 'microsoft-link'] as const

/** One-time tokens: only hashes are stored; spent by one conditional write. */
export const oneTimeToken = pgTable(
  'one_time_token',
  {
    id: id(),
    providerId: providerId(),
    personId: uuid('person_id').notNull(),
    brandingDomainId: uuid('branding_domain_id').notNull(),
    purpose: text('purpose', { enum: tokenPurposes }).notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    codeHash: text('code_hash'),
    /** Binds the token to the browser that asked for it. */
    flowHash: text('flow_hash'),
    /** The one-time password of the same letter, which leads to the same page. */
    temporaryHash: text('temporary_hash'),
    nextPath: text('next_path').notNull().default('/'),
    /** Of a ticket: when its person proved who they are, where that was not just before. */
    provedAt: moment('proved_at'),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    /** The rendered form that spent it: its own second press, moments later, is answered like the first. */
    usedForm: text('used_form'),
  },
  t => [
    index('one_time_token_flow').on(t.flowHash),
    index('one_time_token_expiry').on(t.expiresAt),
    index('one_time_token_of_person').on(t.personId, t.purpose).where(sql`${t.usedAt} is null`),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** What a rendered form answered the first time it was posted. */
export const formAnswer = pgTable(
  'form_answer',
  {
    providerId: providerId(),
    key: uuid('key').notNull(),
    /** Person, action and input together: the same key with anything else is refused. */
    inputHash: text('input_hash').notNull(),
    answer: jsonb('answer').$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  t => [unique('form_answer_once').on(t.key), index('form_answer_age').on(t.createdAt)],
)

/** The shape that rate-limiter-flexible expects. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
})

/** Where a resumable batch stands. */
export const cursor = pgTable(
  'cursor',
  {
    job: text('job').notNull(),
    position: text('position').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  t => [primaryKey({ columns: [t.job] })],
)
