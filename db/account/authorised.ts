import { administratingLevels } from '#lib/access/levels.ts'
import type { MembershipKind } from '#lib/access/membership-kinds.ts'
import { comesFromParent } from '../approvers.ts'
import type { Tx } from '../client.ts'
import { stayingFirms } from '../designation/seen.ts'
import {
  type WaitingExtension,
  type WaitingExtensionRow,
  waitingExtensions,
  waitingExtensionsFrom,
} from '../extension/reads.ts'
import { isOverByClock, isOverRow } from '../grant/clock.ts'
import {
  type GrantFilter,
  grantConditions,
  grantFilters,
  isRevocable,
  type RevocableFirm,
  revocableFirms,
} from '../grant/reads.ts'
import {
  type BlockedFirm,
  type BlockedRow,
  blockedFirms,
  type InvitationRow,
  invitationsToShow,
  type SeenInvitation,
  seenInvitation,
} from '../invitation/reads.ts'

/** A person of the account, or of its parent who may act here, as the list of everybody who is authorised shows them. */
export interface AuthorisedPerson {
  readonly name: string
  readonly email: string
  readonly kind: MembershipKind
  readonly roles: readonly string[]
  readonly modules: readonly string[]
  /** An end user's on their product: they administer it. */
  readonly level: string | null
  readonly lastSignInAt: Date | null
  /** The parent account by which they come; null = the account's own. */
  readonly via: string | null
}

/** How many grants stand behind each tile; 100 means "more than 99". */
export interface AuthorisationCounts extends Readonly<Record<GrantFilter, number>> {
  /** What there is to revoke: what lives, and was not set by the provider. */
  readonly revocable: number
}

export interface Authorised {
  /** Whose access there is to revoke. */
  readonly firms: readonly RevocableFirm[]
  /** Whose access stays whatever is revoked: the provider set it. */
  readonly staying: readonly string[]
  /** All who manage, administer or have modules; of the end users those who administer a product. */
  readonly people: readonly AuthorisedPerson[]
  /** How many other end users sign in, too; 100 means "more than 99". */
  readonly otherUsers: number
  /** What a partner without a channel relationship needs, to ask this account. */
  readonly requestCode: string
  readonly counts: AuthorisationCounts
  /** The account's invitations to partners: what is open, and what has ended lately. */
  readonly invitations: readonly SeenInvitation[]
  readonly blocked: readonly BlockedFirm[]
  /** The restore after which there is something to look at again; null = none. */
  readonly restoredAt: Date | null
  /** More time that firms wait for. */
  readonly extensions: readonly WaitingExtension[]
}

const most = 100
/** In the order of an index: else the planner may hope to meet a hundred soon, and read the table from end to end. */
const few = (condition: string, order: string) =>
  `select 1 from access_grant g where g.account_id = $1 and ${condition} order by ${order} limit ${most}`
const capped = (...lists: readonly string[]) =>
  `(select count(*)::int from (select 1 from (${lists.map(list => `(${list})`).join(' union all ')}) l limit ${most}) c)`

const byAge = 'g.created_at, g.id'
const byEnd = 'g.ends_at, g.id'
const counted: Record<GrantFilter, string> = {
  live: capped(few(grantConditions.live, byAge)),
  today: capped(few(grantConditions.today, byEnd)),
  active: capped(few(grantConditions.active, byAge)),
  ongoing: capped(few(grantConditions.ongoing, byEnd)),
  // Its two halves, each by an index of its own; the condition as a whole has none.
  ended: capped(few(isOverRow('g'), byAge), few(isOverByClock('g'), byEnd)),
}
const administers = `coalesce(m.level, '') in (${administratingLevels.map(level => `'${level}'`).join(', ')})`
const revocable = capped(few(isRevocable, byAge))
const columns = grantFilters.map(filter => `${counted[filter]} as ${filter}`).join(', ')

/** Who of the account's own people is authorised, and how many partners' grants of each sort there are. */
export async function authorisedOn(tx: Tx, accountId: string): Promise<Authorised> {
  const answer = await tx.$client.query<
    AuthorisationCounts & {
      requestCode: string
      otherUsers: number
      firms: RevocableFirm[] | null
      staying: string[] | null
      restoredAt: Date | null
      invitations: InvitationRow[] | null
      blocked: BlockedRow[] | null
      extensions: WaitingExtensionRow[] | null
      people: (AuthorisedPerson & { lastSignInAt: string | null })[] | null
    }
  >({
    name: 'authorised-on-account',
    text: `select ${columns}, ${revocable} as revocable, a.request_code as "requestCode", ${revocableFirms()} as firms, ${stayingFirms()} as staying,
        ${invitationsToShow} as invitations, ${blockedFirms} as blocked,
        (select c.restored_at from access_recheck c where c.account_id = a.id and c.done_at is null) as "restoredAt",
        ${waitingExtensions('a.id')} as extensions,
        (select json_agg(x) from (select p.name, p.email, m.kind, m.roles, m.modules, case when m.kind = 'end-user' then m.level end as level, p.last_sign_in_at as "lastSignInAt",
             case when m.account_id <> a.id then o.name end as via
           from membership m join person p on p.id = m.person_id left join account o on o.id = a.parent_id
           where p.disabled_at is null and (${comesFromParent('m', 'a')}
             or (m.account_id = a.id and m.state = 'active' and (m.kind <> 'end-user' or ${administers})))
           order by p.name, m.kind limit 200) x) as people,
        (select count(*)::int from (select 1 from membership m join person p on p.id = m.person_id and p.disabled_at is null
          where m.account_id = a.id and m.state = 'active' and m.kind = 'end-user' and not ${administers} limit ${most}) u) as "otherUsers"
      from account a where a.id = $1`,
    values: [accountId],
  })
  const row = answer.rows[0]
  if (!row) throw new Error('the counts were not read')
  const {
    people,
    otherUsers,
    firms,
    staying,
    requestCode,
    restoredAt,
    invitations,
    blocked,
    extensions,
    ...counts
  } = row
  return {
    counts,
    firms: firms ?? [],
    staying: staying ?? [],
    otherUsers,
    requestCode,
    restoredAt,
    invitations: (invitations ?? []).map(seenInvitation),
    blocked: (blocked ?? []).map(one => ({ ...one, blockedAt: new Date(one.blockedAt) })),
    extensions: waitingExtensionsFrom(extensions),
    people: (people ?? []).map(one => ({
      ...one,
      lastSignInAt: one.lastSignInAt ? new Date(one.lastSignInAt) : null,
    })),
  }
}
