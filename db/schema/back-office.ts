import { sql } from 'drizzle-orm'
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { changeStates } from '#lib/back-office/change.ts'
import type { Counted } from '#lib/back-office/merge.ts'
import { runStates } from '#lib/back-office/run.ts'
import { givenStates, type InvoiceLine } from '#lib/invoice/invoice.ts'
import { account } from './account.ts'
import { bytewise, createdAt, id, moment, providerId } from './columns.ts'
import { person } from './person.ts'

const ofAccount = { providerId: providerId(), accountId: uuid('account_id').notNull() }
const money = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** What the provider's systems have billed. Amounts are whole numbers of the currency's smallest unit. */
export const invoice = pgTable(
  'invoice',
  {
    id: id(),
    ...ofAccount,
    /** The back office's own name for it, which stays. */
    key: bytewise('key').notNull(),
    number: text('number').notNull(),
    issuedOn: date('issued_on').notNull(),
    dueOn: date('due_on').notNull(),
    currency: text('currency').notNull(),
    net: money('net'),
    tax: money('tax'),
    total: money('total'),
    paid: money('paid'),
    state: text('state', { enum: givenStates }).notNull(),
    lines: jsonb('lines').$type<readonly InvoiceLine[]>().notNull(),
    createdAt: createdAt(),
  },
  t => [
    unique('invoice_key').on(t.providerId, t.key),
    unique('invoice_in_account').on(t.accountId, t.id),
    index('invoice_of_account').on(t.accountId, t.issuedOn, t.id, t.providerId),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** What an account owes in one currency; below nought it has credit. */
export const balance = pgTable(
  'balance',
  {
    id: id(),
    ...ofAccount,
    /** The currency: an account has one balance in each. */
    key: bytewise('key').notNull(),
    amount: money('amount'),
    asOf: moment('as_of').notNull(),
  },
  t => [
    unique('balance_key').on(t.accountId, t.key),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** One pull of an account's things out of the back office: where it has come to, and what came of it. */
export const syncRun = pgTable(
  'sync_run',
  {
    id: id(),
    ...ofAccount,
    /** Who pressed; null where the night did. */
    personId: uuid('person_id'),
    /** Their name as it was then. */
    askedBy: text('asked_by').notNull().default(''),
    state: text('state', { enum: runStates }).notNull().default('running'),
    leaseUntil: moment('lease_until').notNull().defaultNow(),
    /** Counts up with every lease: whoever holds an older one writes nothing. */
    attempt: integer('attempt').notNull().default(0),
    /** What is being read, and behind what it goes on. */
    kind: text('kind').notNull().default(''),
    cursor: text('cursor'),
    /** How many pages of this kind were read. */
    page: integer('page').notNull().default(0),
    /** The keys of this kind that were read so far; emptied with each kind. */
    seen: text('seen').array().notNull().default([]),
    /** Something came whose key could not be read, so that nothing of this kind can be known to be gone. */
    unread: integer('unread').notNull().default(0),
    counts: jsonb('counts').$type<Readonly<Record<string, Counted>>>().notNull().default({}),
    /** The first of what was refused and of what changed; the rest is counted. */
    faults: jsonb('faults').$type<readonly unknown[]>().notNull().default([]),
    told: jsonb('told').$type<readonly unknown[]>().notNull().default([]),
    problem: text('problem').notNull().default(''),
    createdAt: createdAt(),
    endedAt: moment('ended_at'),
  },
  t => [
    unique('sync_run_in_account').on(t.accountId, t.id),
    uniqueIndex('sync_run_once').on(t.accountId).where(sql`${t.state} = 'running'`),
    index('sync_run_due').on(t.leaseUntil).where(sql`${t.state} = 'running'`),
    index('sync_run_of_account').on(t.accountId, t.createdAt, t.id),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.personId], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** A change that was made in the portal to something of the provider's systems, on its way there. Its id makes it happen once. */
export const backOfficeChange = pgTable(
  'back_office_change',
  {
    id: id(),
    ...ofAccount,
    /** In the order in which they were made. */
    turn: bigint('turn', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    key: bytewise('key').notNull(),
    /** Field by field: what it was, and what it is to be. */
    changes: jsonb('changes').$type<Readonly<Record<string, readonly [unknown, unknown]>>>().notNull(),
    state: text('state', { enum: changeStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: moment('next_attempt_at').notNull().defaultNow(),
    leaseUntil: moment('lease_until'),
    /** Why it was refused, in the words of the provider's systems. */
    reason: text('reason').notNull().default(''),
    lastError: text('last_error').notNull().default(''),
    createdAt: createdAt(),
    settledAt: moment('settled_at'),
  },
  t => [
    index('back_office_change_due').on(t.nextAttemptAt, t.turn).where(sql`${t.settledAt} is null`),
    // What is on its way, which is little of it.
    index('back_office_change_open').on(t.accountId, t.kind, t.key).where(sql`${t.settledAt} is null`),
    index('back_office_change_of_thing').on(t.accountId, t.kind, t.key, t.turn),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** Demo only: what the provider's systems would hold. */
export const demoBackOffice = pgTable(
  'demo_back_office',
  {
    ...ofAccount,
    kind: text('kind').notNull(),
    key: bytewise('key').notNull(),
    item: jsonb('item').$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  t => [
    primaryKey({ columns: [t.accountId, t.kind, t.key] }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
