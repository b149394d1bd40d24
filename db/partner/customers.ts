import { type Scope, scopeFrom } from '#lib/access/scopes.ts'
import { mayAskFrom } from '#lib/asking-pace.ts'
import type { Dealing, EndedState, LiveAccess } from '#lib/partner/dealing.ts'
import type { SeenPartner } from '../change.ts'
import type { Tx } from '../client.ts'
import { type Json, momentFrom } from '../json.ts'
import { containing, folded, nameCursor, namePosition } from '../lists/name-search.ts'
import { customerDetails } from './customer-details.ts'
import { accountsOf, type CustomerFilter } from './customer-sets.ts'

/** An account as a row of the firm's desk shows it. */
export interface Customer extends Dealing {
  readonly slug: string
  readonly name: string
  /** By the reader, for themselves. */
  readonly pinned: boolean
  readonly open: OpenRequest | null
  readonly invitation: OpenInvitation | null
  /** What opens the door to the reader first. */
  readonly live: readonly LiveGrant[]
  readonly ended: EndedDealing | null
  /** The latest use by the firm, under whichever of its grants on this account; null: never. */
  readonly lastUse: { readonly at: Date; readonly by: string | null } | null
}

export interface OpenRequest {
  readonly id: string
  readonly state: 'pending' | 'question'
  readonly scope: Scope
  readonly requestedBy: string
  readonly askedBy: string
  readonly lapsesAt: Date
}

/** What the account has invited the firm to. */
export interface OpenInvitation {
  readonly id: string
  readonly scope: Scope
  readonly lapsesAt: Date
}

/** On whose word it came to be: the firm asked, the account invited it, or the provider set it. */
export type Origin = 'request' | 'invitation' | 'provider'

/** Part of an access that was handed on; null = all of it. */
export interface OwnPart {
  readonly scope: Scope | null
  readonly endsAt: Date | null
}

export interface LiveGrant extends LiveAccess {
  readonly id: string
  readonly scope: Scope
  readonly startsAt: Date
  readonly endsAt: Date | null
  readonly suspendedBy: 'account' | 'provider' | null
  readonly requestedBy: string | null
  readonly askedBy: string | null
  readonly origin: Origin
  /** The parent account that gave it, where it reaches the account from there. */
  readonly via: string | null
  readonly lastUsedAt: Date | null
  readonly lastUsedBy: string | null
  /** Technicians who may enter; administrators always may. */
  readonly assigned: readonly string[]
  /** What the reader has of it as a technician; null for administrators, and for whoever is not assigned. */
  readonly own: OwnPart | null
  /** The reader may ask for more time. */
  readonly extendable: boolean
  /** More time was asked for, and waits for an answer. */
  readonly extending: boolean
}

export interface EndedDealing {
  readonly kind: 'grant' | 'request'
  readonly id: string
  readonly state: EndedState
  readonly scope: Scope
  readonly at: Date
  readonly by: string | null
  readonly reason: string | null
  readonly askedBy: string | null
  readonly origin: Origin
}

type JsonGrant = JsonScoped<Omit<LiveGrant, 'own'>> & {
  own: { scope: string | null; pages: string[]; endsAt: string | null } | null
}
type JsonScoped<Value> = Omit<Json<Value>, 'scope'> & { scope: string; pages: string[] }

interface Row {
  id: string
  slug: string
  name: string
  fold: string
  pinned: boolean
  served: boolean
  open: JsonScoped<OpenRequest> | null
  invitation: JsonScoped<OpenInvitation> | null
  blocked: boolean
  live: JsonGrant[] | null
  ended: JsonScoped<EndedDealing> | null
  lastUse: Json<NonNullable<Customer['lastUse']>> | null
  lastDeclinedAt: Date | null
  now: Date
}

const pageSize = 25

/** Where the list goes on: among the pinned, or behind them. */
const cursorForm = /^(pinned|other)_(.*)$/su

const pin = 'left join customer_pin n on n.staff_id = $2 and n.account_id = a.id'

/**
 * One page of the accounts that the firm serves or has had dealings with, those that the reader has pinned first, by name,
 * and the cursor of the next page.
 * `search` looks at names and at the ticket numbers of the firm's requests.
 */
export async function customersOf(
  tx: Tx,
  partner: SeenPartner,
  of: {
    readonly filter: CustomerFilter
    readonly search?: string | undefined
    readonly after?: string | undefined
  },
): Promise<{ readonly customers: readonly Customer[]; readonly next: string | null }> {
  const [, group, position] = cursorForm.exec(of.after ?? '') ?? []
  const after = namePosition(position)
  const name = folded('a.name')
  const answer = await tx.$client.query<Row>({
    name: `customers-${of.filter}`,
    text: `with page as (
        select a.id, a.parent_id, a.slug, a.name, a.closed_at, ${name} as fold, n.account_id is not null as pinned
        from (${accountsOf[of.filter]}) m join account a on a.id = m.account_id ${pin}
        where ($4::text is null or ${name} like $4 or exists (select 1 from access_request t
            where t.partner_id = $1 and t.account_id = a.id and ${folded('t.ticket')} like $4))
          and ($5::uuid is null or (n.account_id is null, ${name}, a.id) > ($7::boolean, $6::text, $5))
        order by n.account_id is null, ${name}, a.id limit ${pageSize + 1})
      ${customerDetails} order by not page.pinned, page.fold, page.id`,
    values: [
      partner.id,
      partner.staffId,
      partner.role,
      containing(of.search),
      after?.id ?? null,
      after?.name ?? null,
      group === 'other',
    ],
  })
  const rows = answer.rows.slice(0, pageSize)
  const last = rows.at(-1)
  const more = answer.rows.length > pageSize && last
  const next = more && `${last.pinned ? 'pinned' : 'other'}_${nameCursor({ id: last.id, name: last.fold })}`
  return { customers: rows.map(customer), next: next || null }
}

/** One account that the firm serves or has had dealings with; null for any other. */
export async function customerOf(tx: Tx, partner: SeenPartner, slug: string): Promise<Customer | null> {
  const answer = await tx.$client.query<Row>({
    name: 'customer',
    text: `with page as (
        select a.id, a.parent_id, a.slug, a.name, a.closed_at, '' as fold, n.account_id is not null as pinned
        from account a ${pin} where a.slug = $4 and a.id in (${accountsOf.all}))
      ${customerDetails}`,
    values: [partner.id, partner.staffId, partner.role, slug],
  })
  const row = answer.rows[0]
  return row ? customer(row) : null
}

function customer(row: Row): Customer {
  const { slug, name, pinned, open, invitation, blocked, ended, lastUse } = row
  return {
    slug,
    name,
    pinned,
    served: row.served,
    open: open && { ...scoped(open), lapsesAt: new Date(open.lapsesAt) },
    invitation: invitation && { ...scoped(invitation), lapsesAt: new Date(invitation.lapsesAt) },
    blocked,
    live: (row.live ?? []).map(({ own, ...grant }) => ({
      ...scoped(grant),
      own: own && {
        scope: own.scope === null ? null : scopeFrom(own.scope, own.pages),
        endsAt: momentFrom(own.endsAt),
      },
      startsAt: new Date(grant.startsAt),
      endsAt: momentFrom(grant.endsAt),
      lastUsedAt: momentFrom(grant.lastUsedAt),
    })),
    ended: ended && { ...scoped(ended), at: new Date(ended.at) },
    lastUse: lastUse && { ...lastUse, at: new Date(lastUse.at) },
    askFrom: mayAskFrom(row.lastDeclinedAt, row.now),
  }
}

function scoped<Value extends { scope: string; pages: string[] }>(value: Value) {
  const { scope, pages, ...rest } = value
  return { ...rest, scope: scopeFrom(scope, pages) }
}
