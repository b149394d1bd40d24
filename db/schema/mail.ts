import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { bytewise, createdAt, id, moment, providerId } from './columns.ts'
import { brandingDomain } from './provider.ts'

export const letterStates = ['queued', 'sent', 'dropped', 'failed'] as const
export const deliveryStates = ['delivered', 'bounced', 'complained', 'delayed'] as const

/** What became of a letter that did not arrive as it should. Letters that still wait are found by their state. */
export const troubles = ['bounced', 'complained', 'failed', 'delayed'] as const

/** The SQL of a letter's trouble. A letter in whose place another one was written is taken care of. */
const troubleOf = `case when replaced_by is not null then null
  when delivery = 'complained' then 'complained' when delivery = 'bounced' then 'bounced'
  when state = 'failed' or (state = 'dropped' and drop_reason = 'not-an-address') then 'failed'
  when state = 'sent' and delivery = 'delayed' then 'delayed' end`

/** A letter as it was rendered at the first try; the same bytes go out at every later one. */
export interface FrozenLetter {
  from: string
  to: string
  replyTo: string
  subject: string
  html: string
  text: string
}

/** The outbox: a letter is a row written in the same transaction as the fact it reports. */
export const letter = pgTable(
  'letter',
  {
    id: id(),
    providerId: providerId(),
    brandingDomainId: uuid('branding_domain_id').notNull(),
    accountId: uuid('account_id'),
    personId: uuid('person_id'),
    toAddress: text('to_address').notNull(),
    toName: text('to_name').notNull(),
    language: text('language', { enum: ['en', 'fr'] }).notNull(),
    kind: text('kind').notNull(),
    /** What the letter is about: request, grant, one-time token. */
    subjectId: uuid('subject_id').notNull(),
    /** What the fact was when the letter was written; another state at sending drops it. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull().default({}),
    /** A one-time secret, encrypted, wiped once sent. */
    secret: text('secret'),
    /** Lower goes first: 0 security, 1 requests and outcomes, 2 reminders. */
    priority: integer('priority').notNull().default(1),
    dedupeKey: bytewise('dedupe_key').notNull(),
    state: text('state', { enum: letterStates }).notNull().default('queued'),
    dropReason: text('drop_reason'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: moment('next_attempt_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    firstAttemptAt: moment('first_attempt_at'),
    lastError: text('last_error'),
    frozen: jsonb('frozen').$type<FrozenLetter>(),
    mailServiceId: text('mail_service_id'),
    sentAt: moment('sent_at'),
    delivery: text('delivery', { enum: deliveryStates }),
    /** The letter that was written in its place, once somebody took care of it. */
    replacedBy: uuid('replaced_by'),
    /** What is wrong with it, for the provider's list; null for nearly all letters. */
    trouble: text('trouble', { enum: troubles }).generatedAlwaysAs(sql.raw(troubleOf)),
    deliveryReason: text('delivery_reason'),
    deliveryAt: moment('delivery_at'),
    createdAt: createdAt(),
  },
  t => [
    unique('letter_once').on(t.dedupeKey),
    index('letter_due').on(t.priority, t.nextAttemptAt, t.id).where(sql`${t.state} = 'queued'`),
    // Not while it waits: a letter has no such id before it was sent.
    index('letter_by_mail_service').on(t.mailServiceId).where(sql`${t.mailServiceId} is not null`),
    index('letter_of_subject').on(t.subjectId),
    index('letter_of_person').on(t.personId, t.createdAt),
    // For the provider's list. Few letters are in any of these, and to compare ids, texts and times tells nobody anything,
    // so that the row-level wall lets the indexes be used.
    index('letter_in_trouble').on(t.providerId, t.createdAt, t.id).where(sql`${t.trouble} is not null`),
    index('letter_by_trouble')
      .on(t.providerId, t.trouble, t.createdAt, t.id)
      .where(sql`${t.trouble} is not null`),
    index('letter_waiting').on(t.providerId, t.createdAt, t.id).where(sql`${t.state} = 'queued'`),
    index('letter_replaced').on(t.providerId, t.createdAt, t.id).where(sql`${t.replacedBy} is not null`),
    // The latest letter that leads to a password, for lists of people.
    index('letter_to_password').on(t.personId, t.createdAt).where(sql`${t.kind} in ('activation', 'reset')`),
    foreignKey({
      columns: [t.providerId, t.brandingDomainId],
      foreignColumns: [brandingDomain.providerId, brandingDomain.id],
    }),
  ],
)

/** Delivery events as the mail service reported them, each once. */
export const deliveryEvent = pgTable('delivery_event', {
  id: text('id').primaryKey(),
  providerId: providerId(),
  letterId: uuid('letter_id').notNull(),
  type: text('type').notNull(),
  reason: text('reason').notNull().default(''),
  at: moment('at').notNull(),
})

/** Demo only: what would have gone out, as the recipient sees it. */
export const demoMailbox = pgTable(
  'demo_mailbox',
  {
    id: id(),
    providerId: providerId(),
    letterId: uuid('letter_id').notNull().unique(),
    language: text('language').notNull(),
    kind: text('kind').notNull(),
    frozen: jsonb('frozen').$type<FrozenLetter>().notNull(),
    createdAt: createdAt(),
  },
  t => [index('demo_mailbox_newest').on(t.createdAt, t.id)],
)
