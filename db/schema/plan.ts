import { bigint, date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { products } from '#lib/access/products.ts'
import { periods, storedStates } from '#lib/subscription/subscription.ts'
import { storedTrialStates } from '#lib/trial/trial.ts'
import { account } from './account.ts'
import { bytewise, createdAt, id, providerId } from './columns.ts'

// What the provider's systems offer to an account, and what it has of them.

const ofAccount = {
  id: id(),
  providerId: providerId(),
  accountId: uuid('account_id').notNull(),
  /** The back office's own name for it; of what was ordered in the portal, the portal's. */
  key: bytewise('key').notNull(),
}
const named = { name: text('name').notNull(), product: text('product', { enum: products }).notNull() }
const priced = {
  unitPrice: bigint('unit_price', { mode: 'number' }).notNull(),
  currency: text('currency').notNull(),
  period: text('period', { enum: periods }).notNull(),
  termMonths: integer('term_months').notNull().default(0),
}

/** What an account can buy, at its own price. */
export const offer = pgTable(
  'offer',
  {
    ...ofAccount,
    ...named,
    ...priced,
    priceVersion: text('price_version').notNull().default(''),
    /** How long it can be tried out; 0 = not at all. */
    trialDays: integer('trial_days').notNull().default(0),
    createdAt: createdAt(),
  },
  t => [
    unique('offer_key').on(t.accountId, t.key),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** What an account has bought. It holds its own price: an offer may change, or go. */
export const subscription = pgTable(
  'subscription',
  {
    ...ofAccount,
    ...named,
    ...priced,
    offer: text('offer_key').notNull().default(''),
    quantity: integer('quantity').notNull(),
    startsOn: date('starts_on').notNull(),
    renewsOn: date('renews_on'),
    /** The first day on which it is over. */
    endsOn: date('ends_on'),
    state: text('state', { enum: storedStates }).notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
  },
  t => [
    unique('subscription_key').on(t.providerId, t.key),
    unique('subscription_in_account').on(t.accountId, t.id),
    index('subscription_of_account').on(t.accountId, t.name, t.id),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** A licence of a subscription that somebody has, or that is free. */
export const licence = pgTable(
  'licence',
  {
    ...ofAccount,
    /** The subscription's key. */
    subscription: bytewise('subscription_key').notNull(),
    /** Whose it is, by the one form of their address; empty = nobody's. */
    email: text('email').notNull().default(''),
    createdAt: createdAt(),
  },
  t => [
    unique('licence_key').on(t.providerId, t.key),
    unique('licence_in_account').on(t.accountId, t.id),
    index('licence_of_subscription').on(t.accountId, t.subscription, t.email, t.id),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)

/** What an account tries out, or did. */
export const trial = pgTable(
  'trial',
  {
    ...ofAccount,
    ...named,
    offer: text('offer_key').notNull().default(''),
    startedOn: date('started_on').notNull(),
    /** The first day on which it is over. */
    endsOn: date('ends_on').notNull(),
    state: text('state', { enum: storedTrialStates }).notNull(),
    createdAt: createdAt(),
  },
  t => [
    unique('trial_key').on(t.providerId, t.key),
    index('trial_of_account').on(t.accountId, t.startedOn, t.id),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
  ],
)
