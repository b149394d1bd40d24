import { agoPiece, leftPiece, whenPiece } from '#components/time/piece.ts'
import { type LongCell, LongTable, type Piece } from '#components/ui/long-table.tsx'
import type { ListedGrant } from '#db/grant/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { plainList } from '#lib/format.ts'
import { mayAskAgainFrom } from '#lib/grant/designation.ts'
import { type GrantState, isLive, isReviewWanted } from '#lib/grant/grant.ts'
import { grantWords } from '#lib/grant/words.ts'
import type { Language } from '#lib/language.ts'
import { designationWords } from './designation-words.ts'
import { statePiece } from './grant-state.tsx'
import { reachingWords } from './reaching-words.ts'
import { words as catalogue } from './words.ts'

interface GrantTableProps {
  readonly grants: readonly ListedGrant[]
  readonly account: { readonly slug: string; readonly providerName: string }
  readonly decides: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/**
 * The partners' grants: who, state, end, scope, last use, by whom, and the one main act. What else can be done stands on
 * the grant's own page, where its name leads: a dialog and a menu in every row made the list four times as dear.
 */
export function GrantTable(props: GrantTableProps) {
  const { grants, account, language } = props
  const words = catalogue[language]
  return (
    <LongTable
      caption={words.partners}
      columns={[
        { id: 'who', label: words.column.who, rowHeading: true },
        { id: 'state', label: words.column.state },
        { id: 'ends', label: words.column.ends },
        { id: 'scope', label: words.column.scope },
        { id: 'used', label: words.column.used },
        { id: 'by', label: words.column.by },
        { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={grants.map(grant => ({
        faded: !isLive(grant.state),
        cells: cellsOf(grant, props, ownAddress(grant, account.slug)),
      }))}
    />
  )
}

/** Where its name leads; what comes through the parent has a page of its firm's. */
function ownAddress({ id, via, partnerSlug }: ListedGrant, account: string): string {
  const list = `/accounts/${account}/settings/authorisation`
  return via ? `${list}/via-parent/${partnerSlug}` : `${list}/grants/${id}`
}

function cellsOf(grant: ListedGrant, props: GrantTableProps, own: string) {
  const { language, zone, now } = props
  const words = catalogue[language]
  const { lastUsedAt, lastUsedBy, approvedBy, askedBy, people } = grant
  const inside = isLive(grant.state) && people.length > 0
  return {
    who: [
      { href: own, id: `grant-${grant.id}`, text: grant.partnerName },
      inside ? peopleText(grant.state, words)(plainList(people, language)) : null,
    ],
    state: [statePiece(grant.state, language), noteOf(grant, props)],
    ends: endOf(grant, props),
    scope: [scopeText(grant.scope, language), clientsToo(grant, language)],
    used: lastUsedAt
      ? [agoPiece(lastUsedAt, now, zone, language), lastUsedBy && words.lastUsedBy(lastUsedBy)]
      : words.never,
    by: [approvedBy, inName(grant, props) ?? (askedBy && words.askedBy(askedBy))],
    acts: actOf(grant, props, own),
  } satisfies Record<string, LongCell>
}

/** Who ended it, that its firm waits for more time, or that it is to be reviewed: where, for whoever may. */
function noteOf(grant: ListedGrant, { account, decides, language, now }: GrantTableProps): Piece | null {
  const words = catalogue[language]
  const { endedBy, extension } = grant
  if (endedBy) return words.endedBy(endedBy)
  if (extension) return words.moreTime
  if (!isReviewWanted(grant, now)) return null
  const text = words.reviewDue
  const describedBy = `grant-${grant.id}`
  return decides ? { href: `/accounts/${account.slug}#reviews`, text, describedBy } : text
}

/** Nobody comes in while the access is held, or before it starts. */
function peopleText(state: GrantState, words: (typeof catalogue)['en']) {
  if (state === 'scheduled') return words.peopleLater
  return state === 'suspended' ? words.peopleAgain : words.peopleOf
}

function endOf(grant: ListedGrant, { language, zone, now }: GrantTableProps): LongCell {
  if (!isLive(grant.state)) {
    const at = grant.endedAt ?? grant.endsAt
    return at ? whenPiece(at, zone, language) : grantWords[language].state[grant.state]
  }
  if (grant.state === 'scheduled') return leftPiece(grant.startsAt, now, language, 'starts')
  const { endsAt } = grant
  return endsAt
    ? [leftPiece(endsAt, now, language), whenPiece(endsAt, zone, language)]
    : catalogue[language].noEnd
}

function clientsToo({ reachesClients, via }: ListedGrant, language: Language): string | null {
  return reachesClients && !via ? reachingWords[language].clients : null
}

/** In whose name whoever gave it did so, where that is not the account's. */
function inName({ designation, via }: ListedGrant, { account, language }: GrantTableProps): string | null {
  if (via) return reachingWords[language].via(via)
  return designation === 'provider' ? designationWords[language].setBy(account.providerName) : null
}

function actOf(grant: ListedGrant, props: GrantTableProps, own: string): LongCell {
  const { decides, language } = props
  const words = catalogue[language]
  if (!isLive(grant.state)) return null
  const describedBy = `grant-${grant.id}`
  if (grant.via)
    return decides
      ? { sendsTo: own, name: 'act', value: 'exclude', text: reachingWords[language].exclude, describedBy }
      : null
  const set = inName(grant, props)
  if (set) return [set, decides ? askOf(grant, props, own) : null]
  if (!decides) return null
  const revoke = { sendsTo: own, name: 'act', value: 'revoke', text: words.revoke, describedBy }
  return grant.endsAt ? [revoke, { href: `${own}/extend`, text: words.extend, describedBy }] : revoke
}

/** What the provider set can't be revoked here: in its place stands the way to ask for its end, or that it was asked. */
function askOf({ lastAsk }: ListedGrant, { language, now }: GrantTableProps, own: string): Piece {
  const words = designationWords[language]
  if (lastAsk?.state === 'waiting') return words.asked
  const waits = lastAsk?.state === 'kept' && mayAskAgainFrom(lastAsk.answeredAt, now)
  return waits ? { href: own, text: words.keptNow } : { href: `${own}?act=ask`, text: words.ask }
}
