import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { grantStates, liveGrantStates } from '#lib/grant/grant.ts'
import { accessRequest } from './access-request.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { partnerInvitation } from './invitation.ts'
import { channelRelationship, partner, partnerStaff } from './partner.ts'
import { person } from './person.ts'

const liveStates = `state in (${liveGrantStates.map(state => `'${state}'`).join(', ')})`
const live = sql.raw(liveStates)
const over = sql.raw(`not (${liveStates})`)

/** An account's permission for a partner firm. GRANT is a word of SQL, hence the table's longer name. */
export const accessGrant = pgTable(
  'access_grant',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    requestId: uuid('request_id'),
    invitationId: uuid('invitation_id'),
    /** The channel relationship it hangs on, if it does: when that ends, so does the grant. */
    relationshipId: uuid('relationship_id'),
    designation: text('designation', { enum: ['customer', 'provider'] })
      .notNull()
      .default('customer'),
    /** Why the provider set it, where it did. */
    designationReason: text('designation_reason').notNull().default(''),
    /** It opens the account's client accounts too, as far as they have not excluded the firm. */
    reachesClients: boolean('reaches_clients').notNull().default(false),
    scope: text('scope').notNull(),
    scopePages: text('scope_pages').array().notNull().default(sql`'{}'::text[]`),
    duration: text('duration').notNull(),
    startsAt: moment('starts_at').notNull(),
    /** Exclusive; none = ongoing. */
    endsAt: moment('ends_at'),
    state: text('state', { enum: grantStates }).notNull(),
    version: integer('version').notNull().default(1),
    approvedBy: uuid('approved_by').notNull(),
    createdAt: createdAt(),
    suspendedBy: text('suspended_by', { enum: ['account', 'provider'] }),
    endedAt: moment('ended_at'),
    endedBy: uuid('ended_by'),
    endReason: text('end_reason'),
    /** When the account is to look at it again; with an end beside it, that end holds unless the account answers. */
    reviewAt: moment('review_at'),
    /** When its end was last moved by hand: from then on `duration` is only what was given first. */
    endMovedAt: moment('end_moved_at'),
    /** When somebody last looked at it again after a restore, and kept it. */
    recheckedAt: moment('rechecked_at'),
    lastUsedAt: moment('last_used_at'),
    lastUsedBy: uuid('last_used_by'),
    /** The next moment at which the sweep has something to do: start, reminder or end. */
    dueAt: moment('due_at'),
  },
  t => [
    unique('access_grant_in_account').on(t.accountId, t.id),
    index('access_grant_live').on(t.accountId, t.partnerId).where(live),
    index('access_grant_live_newest').on(t.accountId, t.createdAt, t.id).where(live),
    index('access_grant_live_end').on(t.accountId, t.endsAt, t.id).where(live),
    // Few of many: what was given and opens nothing at present, for the overview.
    index('access_grant_shut').on(t.accountId, t.state).where(sql`${t.state} in ('scheduled', 'suspended')`),
    index('access_grant_over').on(t.accountId, t.createdAt, t.id).where(over),
    index('access_grant_of_account').on(t.accountId, t.createdAt, t.id),
    index('access_grant_of_partner').on(t.partnerId, t.accountId, t.createdAt),
    index('access_grant_live_of_partner').on(t.partnerId, t.endsAt).where(live),
    index('access_grant_of_relationship').on(t.relationshipId).where(live),
    // Few of many: what comes to client accounts from their parent, and what a firm reaches by it.
    index('access_grant_reaching')
      .on(t.accountId, t.createdAt, t.id)
      .where(sql.raw(`${liveStates} and reaches_clients`)),
    index('access_grant_designated')
      .on(t.accountId, t.partnerId)
      .where(sql.raw(`${liveStates} and designation = 'provider'`)),
    index('access_grant_reaching_of_partner')
      .on(t.partnerId, t.accountId)
      .where(sql.raw(`${liveStates} and reaches_clients`)),
    index('access_grant_due')
      .on(t.dueAt, t.id)
      .where(sql.raw(`${liveStates} and due_at is not null`)),
    index('access_grant_reviews_of_account')
      .on(t.accountId, t.reviewAt)
      .where(sql.raw(`${liveStates} and review_at is not null`)),
    // Reviews that nobody answers, for the provider's desk.
    index('access_grant_reviewed')
      .on(t.providerId, t.reviewAt)
      .where(sql.raw(`${liveStates} and review_at is not null`)),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({
      columns: [t.accountId, t.requestId],
      foreignColumns: [accessRequest.accountId, accessRequest.id],
    }),
    foreignKey({
      columns: [t.accountId, t.invitationId],
      foreignColumns: [partnerInvitation.accountId, partnerInvitation.id],
    }),
    foreignKey({
      columns: [t.accountId, t.relationshipId],
      foreignColumns: [channelRelationship.accountId, channelRelationship.id],
    }),
    foreignKey({ columns: [t.providerId, t.approvedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.endedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.lastUsedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** The partner hands its grant on to one of its staff: the whole scope or less, the whole time or less. */
export const assignment = pgTable(
  'assignment',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    grantId: uuid('grant_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    staffId: uuid('staff_id').notNull(),
    /** None = the grant's whole scope, or its whole time. */
    scope: text('scope'),
    scopePages: text('scope_pages').array().notNull().default(sql`'{}'::text[]`),
    endsAt: moment('ends_at'),
    /** Since when it holds: whoever is assigned anew after their time was up begins anew. */
    createdAt: createdAt(),
    /** Who gave it, or gave it these terms. */
    assignedBy: uuid('assigned_by').notNull(),
    endedAt: moment('ended_at'),
    version: integer('version').notNull().default(1),
  },
  t => [
    index('assignment_of_grant').on(t.grantId),
    uniqueIndex('assignment_once').on(t.grantId, t.staffId).where(sql`${t.endedAt} is null`),
    index('assignment_of_staff').on(t.staffId).where(sql`${t.endedAt} is null`),
    foreignKey({
      columns: [t.accountId, t.grantId],
      foreignColumns: [accessGrant.accountId, accessGrant.id],
    }),
    foreignKey({
      columns: [t.partnerId, t.staffId],
      foreignColumns: [partnerStaff.partnerId, partnerStaff.id],
    }),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({ columns: [t.providerId, t.assignedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)
