import { momentsOf } from '#lib/day-span.ts'
import { type HistoryFilter, isFiltered } from '#lib/history/filter.ts'
import { actionsOf } from '#lib/history/kinds.ts'
import { actionsNamed } from '#lib/history/tell.ts'
import type { HistoryView } from '#lib/history/view.ts'
import type { Language } from '#lib/language.ts'
import { anywhere } from '../lists/like.ts'
import type { InlineValue } from '../sql-text.ts'

/** Whose history is read: an account's, or the provider's own. */
export type HistoryOwner = { readonly accountId: string } | { readonly providerId: string }

/** Whose history is read, how much of it this reader sees, and what they narrowed it to. */
export type HistoryQuestion = HistoryOwner & {
  readonly view: HistoryView
  readonly filter: HistoryFilter
  readonly language: Language
  /** Where the reader is: the filter's days are days there. */
  readonly zone: string
}

export type OwnerKind = 'account' | 'provider'

export function ownerOf(of: HistoryOwner): { readonly kind: OwnerKind; readonly id: string } {
  return 'accountId' in of ? { kind: 'account', id: of.accountId } : { kind: 'provider', id: of.providerId }
}

/** Whether nothing is narrowed and the reader sees everything. */
export function isWhole({ filter, view }: HistoryQuestion): boolean {
  return view.partnerIds === null && !isFiltered(filter)
}

/** The condition that a view sees `event e`: its firms and its actions stand in these parameters. */
export const inView = (firms: string, actions: string) =>
  `(${firms}::uuid[] is null or e.partner_id = any(${firms}) or (e.partner_id is null and e.action = any(${actions})))`

/** The further condition on `event e` that `narrowedValues` fills: parameters $1 to $12. What may not be seen can't be searched. */
export const narrowed = (of: OwnerKind) => `($2::text[] is null or e.action = any($2))
  and ($3::text is null or e.actor_kind = $3)
  and ($4::text is null or e.partner_id = (select p.id from partner p where p.slug = $4))
  and ($5::text is null or e.actor_name ilike $5)
  and ($6::text is null or e.action = any($7) or e.reason ilike $6 or e.actor_name ilike $6 or e.actor_firm ilike $6
    or e.data->>'partner' ilike $6 or e.data->>'requester' ilike $6 or e.data->>'ticket' ilike $6
    or e.data->>'what' ilike $6 or e.data->>'whom' ilike $6 or e.data->>'email' ilike $6 or e.data->>'changes' ilike $6 or ($12 and e.address ilike $6)
    ${of === 'provider' ? 'or (select a.name from account a where a.id = e.account_id) ilike $6' : ''})
  and ($8::timestamptz is null or e.at >= $8)
  and ($9::timestamptz is null or e.at < $9)
  and ${inView('$10', '$11')}`

export function narrowedValues(question: HistoryQuestion): InlineValue[] {
  const { view, filter, language, zone } = question
  const { from, until } = momentsOf(filter, zone)
  return [
    ownerOf(question).id,
    filter.kind ? actionsOf(filter.kind) : null,
    filter.side,
    filter.partner,
    filter.person ? anywhere(filter.person) : null,
    filter.search ? anywhere(filter.search) : null,
    // Whoever searches for "revoked" means what the history calls so, whatever it is stored as.
    filter.search ? actionsNamed(filter.search, language) : [],
    from,
    until,
    view.partnerIds,
    view.actions,
    view.addresses,
  ]
}
