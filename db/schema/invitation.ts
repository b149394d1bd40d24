import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { invitationStates } from '#lib/invitation/invitation.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { channelRelationship, partner } from './partner.ts'
import { person } from './person.ts'

const open = sql.raw(`state = 'invited'`)

/** An account invites a partner. Invitations to persons are another thing: they lead to a place, not to a grant. */
export const partnerInvitation = pgTable(
  'partner_invitation',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    /** The channel relationship that ran when it was sent: its grant will hang on it. */
    relationshipId: uuid('relationship_id'),
    /** Who invited; the grant is theirs, and their right is asked again at acceptance. */
    invitedBy: uuid('invited_by').notNull(),
    scope: text('scope').notNull(),
    scopePages: text('scope_pages').array().notNull().default(sql`'{}'::text[]`),
    duration: text('duration').notNull(),
    state: text('state', { enum: invitationStates }).notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    lapsesAt: moment('lapses_at').notNull(),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by'),
    endReason: text('end_reason'),
    /** How many of the reminders (day 5) have gone out. */
    reminded: integer('reminded').notNull().default(0),
  },
  t => [
    unique('partner_invitation_in_account').on(t.accountId, t.id),
    uniqueIndex('partner_invitation_one_open').on(t.partnerId, t.accountId).where(open),
    index('partner_invitation_of_account').on(t.accountId, t.createdAt, t.id),
    index('partner_invitation_of_partner').on(t.partnerId, t.createdAt, t.id),
    index('partner_invitation_of_pair').on(t.partnerId, t.accountId, t.createdAt),
    index('partner_invitation_due').on(t.lapsesAt, t.id).where(open),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({
      columns: [t.accountId, t.relationshipId],
      foreignColumns: [channelRelationship.accountId, channelRelationship.id],
    }),
    foreignKey({ columns: [t.providerId, t.invitedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.decidedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)

/** The account takes no requests from this firm. */
export const partnerBlock = pgTable(
  'partner_block',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    blockedBy: uuid('blocked_by').notNull(),
    blockedAt: moment('blocked_at').notNull().defaultNow(),
    reason: text('reason').notNull().default(''),
    endedAt: moment('ended_at'),
    endedBy: uuid('ended_by'),
  },
  t => [
    uniqueIndex('partner_block_once').on(t.accountId, t.partnerId).where(sql`${t.endedAt} is null`),
    index('partner_block_of_partner').on(t.partnerId).where(sql`${t.endedAt} is null`),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.partnerId], foreignColumns: [partner.providerId, partner.id] }),
    foreignKey({ columns: [t.providerId, t.blockedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.endedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)
