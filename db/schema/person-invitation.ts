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
import { personInvitationStates } from '#lib/person-invitation/person-invitation.ts'
import { account } from './account.ts'
import { createdAt, id, moment, providerId } from './columns.ts'
import { person } from './person.ts'

const open = sql.raw(`state = 'created'`)

/** An account invites somebody to be its administrator. Its links are made of the row and stored nowhere. */
export const personInvitation = pgTable(
  'person_invitation',
  {
    id: id(),
    providerId: providerId(),
    accountId: uuid('account_id').notNull(),
    /** On whose word it stands: whoever made it, or sent it again last. Their right is asked again at acceptance. */
    invitedBy: uuid('invited_by').notNull(),
    roles: text('roles').array().notNull(),
    /** For whom it is; null = for whoever holds its link. */
    email: text('email'),
    emailCanonical: text('email_canonical'),
    /** Another sign-in than the one of that address may accept. */
    anyAddress: boolean('any_address').notNull(),
    /** Of its letter, where nobody is known by that address. */
    language: text('language', { enum: ['en', 'fr'] }).notNull(),
    /** How many links it has had: only the newest opens it. */
    round: integer('round').notNull().default(1),
    state: text('state', { enum: personInvitationStates }).notNull(),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    lapsesAt: moment('lapses_at').notNull(),
    decidedAt: moment('decided_at'),
    /** Whoever accepted, declined while signed in, or cancelled it. */
    decidedBy: uuid('decided_by'),
  },
  t => [
    unique('person_invitation_in_account').on(t.accountId, t.id),
    uniqueIndex('person_invitation_one_open').on(t.accountId, t.emailCanonical).where(open),
    index('person_invitation_of_account').on(t.accountId, t.createdAt, t.id),
    index('person_invitation_due').on(t.lapsesAt, t.id).where(open),
    foreignKey({ columns: [t.providerId, t.accountId], foreignColumns: [account.providerId, account.id] }),
    foreignKey({ columns: [t.providerId, t.invitedBy], foreignColumns: [person.providerId, person.id] }),
    foreignKey({ columns: [t.providerId, t.decidedBy], foreignColumns: [person.providerId, person.id] }),
  ],
)
