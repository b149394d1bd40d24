import type { Role } from '#lib/access/roles.ts'
import { idInToken, type LinkWay, readToken } from '#lib/person-invitation/link.ts'
import type { PersonInvitationState } from '#lib/person-invitation/person-invitation.ts'
import type { Tx } from '../client.ts'
import { hasMicrosoftLink } from '../microsoft/has-link.ts'
import { offersOfInviter } from './answer.ts'
import { loadPersonInvitations } from './load.ts'

/** An open invitation as whoever holds its newest link sees it. */
export interface MetInvitation {
  readonly id: string
  readonly way: LinkWay
  readonly account: string
  readonly accountId: string
  readonly isClientAccount: boolean
  readonly inviter: string
  readonly roles: readonly Role[]
  /** For whom it is; null = for whoever holds the link. */
  readonly email: string | null
  readonly emailCanonical: string | null
  readonly anyAddress: boolean
  readonly lapsesAt: Date
  /** The account's. */
  readonly zone: string
  /** Whoever invited can't give these roles any more, so nobody can accept. */
  readonly inviterGone: boolean
  /** Of the address for which it is, where the letter proves that its reader has the mailbox: what is known here of it. */
  readonly addressee: {
    readonly isKnown: boolean
    readonly hasPassword: boolean
    /** They sign in with Microsoft. */
    readonly hasMicrosoft: boolean
  } | null
}

/** What a link is worth: the invitation, or what became of it, and then nothing more is told. */
export type Meeting =
  | { readonly is: 'open'; readonly invitation: MetInvitation; readonly now: Date }
  | { readonly is: Exclude<PersonInvitationState, 'created'> | 'replaced' | 'unknown' }

/** Reads what a link leads to; changes nothing. */
export async function meetInvitation(
  tx: Tx,
  providerId: string,
  token: string,
  secret: string,
): Promise<Meeting> {
  const id = idInToken(token)
  if (!id) return { is: 'unknown' }
  const [found] = await loadPersonInvitations(tx, 'i.id = $1 and i.provider_id = $2', [id, providerId])
  const read = found ? readToken(token, found, secret) : null
  if (!found || !read || read.is === 'unknown') return { is: 'unknown' }
  const { stateNow: state, now } = found
  if (state !== 'created') return { is: state }
  if (read.is !== 'current') return { is: 'replaced' }
  const { way } = read
  const offers = await offersOfInviter(tx, found)
  return {
    is: 'open',
    now,
    invitation: {
      id: found.id,
      way,
      account: found.accountName,
      accountId: found.accountId,
      isClientAccount: found.isClientAccount,
      inviter: found.inviterName,
      roles: found.roles,
      email: found.email,
      emailCanonical: found.emailCanonical,
      anyAddress: found.anyAddress,
      lapsesAt: found.lapsesAt,
      zone: found.zone,
      inviterGone: found.roles.some(role => !offers.includes(role)),
      addressee: way === 'letter' ? await knownBy(tx, providerId, found.emailCanonical) : null,
    },
  }
}

async function knownBy(
  tx: Tx,
  providerId: string,
  canonical: string | null,
): Promise<MetInvitation['addressee']> {
  const answer = await tx.$client.query<{ hasPassword: boolean; hasMicrosoft: boolean }>(
    `select password_hash is not null as "hasPassword", ${hasMicrosoftLink('p')} as "hasMicrosoft" from person p
      where provider_id = $1 and email_canonical = $2`,
    [providerId, canonical],
  )
  const [row] = answer.rows
  return {
    isKnown: row !== undefined,
    hasPassword: row?.hasPassword ?? false,
    hasMicrosoft: row?.hasMicrosoft ?? false,
  }
}
