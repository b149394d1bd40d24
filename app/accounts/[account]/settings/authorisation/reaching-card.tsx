import { agoPiece, leftPiece, whenPiece } from '#components/time/piece.ts'
import { Card } from '#components/ui/card.tsx'
import { type LongCell, type LongRow, LongTable } from '#components/ui/long-table.tsx'
import type { ReachingFirm, ReachingGrant } from '#db/exclusion/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { statePiece } from './grant-state.tsx'
import { reachingWords } from './reaching-words.ts'
import { words as listWords } from './words.ts'

interface ReachingProps {
  readonly firms: readonly ReachingFirm[]
  readonly account: { readonly slug: string; readonly parentName: string | null }
  readonly decides: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** What comes to a client account through its parent: each access, and each firm from which the account is excluded. */
export function ReachingCard(props: ReachingProps) {
  const { firms, account, language } = props
  const words = reachingWords[language]
  const { column } = listWords[language]
  const parent = account.parentName ?? ''
  if (firms.length === 0) return null
  const open = firms.some(firm => firm.grants.some(grant => grant.opens))
  return (
    <Card
      id="via-parent"
      title={words.title(parent)}
      description={words.text(parent)}
      tone={open ? 'highlight' : 'plain'}
      flush
    >
      <LongTable
        caption={words.title(parent)}
        columns={[
          { id: 'who', label: column.who, rowHeading: true },
          { id: 'state', label: column.state },
          { id: 'ends', label: column.ends },
          { id: 'scope', label: column.scope },
          { id: 'used', label: column.used },
          { id: 'by', label: column.by },
          { id: 'acts', label: column.acts, hideLabel: true, align: 'end', narrow: true },
        ]}
        rows={firms.flatMap(firm => rowsOf(firm, props))}
      />
    </Card>
  )
}

type Columns = 'who' | 'state' | 'ends' | 'scope' | 'used' | 'by' | 'acts'

function rowsOf(firm: ReachingFirm, props: ReachingProps): readonly LongRow<Columns>[] {
  const { account, language } = props
  const faded = firm.excluded !== null
  if (firm.grants.length > 0) return firm.grants.map(grant => ({ faded, cells: cellsOf(firm, grant, props) }))
  const nothing = reachingWords[language].nothingNow(account.parentName ?? '')
  const cells = {
    who: [named(firm, props, firm.slug), null],
    state: excludedCell(firm, language),
    ends: null,
    scope: nothing,
    used: null,
    by: null,
    acts: actOf(firm, props, firm.slug),
  } satisfies Record<Columns, LongCell>
  return [{ faded, cells }]
}

const own = ({ account }: ReachingProps, firm: ReachingFirm) =>
  `/accounts/${account.slug}/settings/authorisation/via-parent/${firm.slug}`

const named = (firm: ReachingFirm, props: ReachingProps, key: string) => ({
  href: own(props, firm),
  id: `via-${key}`,
  text: firm.name,
})

function cellsOf(firm: ReachingFirm, grant: ReachingGrant, props: ReachingProps): Record<Columns, LongCell> {
  const { language, zone, now } = props
  const words = listWords[language]
  const { lastUsedAt, lastUsedBy, approvedBy, endsAt, people } = grant
  const names = plainList(people, language)
  return {
    who: [named(firm, props, grant.id), grant.opens && names ? words.peopleOf(names) : null],
    state: firm.excluded ? excludedCell(firm, language) : statePiece(grant.state, language),
    ends: endsAt ? [leftPiece(endsAt, now, language), whenPiece(endsAt, zone, language)] : words.noEnd,
    scope: scopeText(grant.scope, language),
    used: lastUsedAt
      ? [agoPiece(lastUsedAt, now, zone, language), lastUsedBy && words.lastUsedBy(lastUsedBy)]
      : words.never,
    by: [approvedBy, reachingWords[language].via(grant.via)],
    acts: actOf(firm, props, grant.id),
  }
}

function excludedCell({ excluded }: ReachingFirm, language: Language): LongCell {
  const words = reachingWords[language]
  return [{ tone: 'neutral', icon: 'ban', text: words.excluded }, excluded && words.excludedBy(excluded.by)]
}

function actOf(firm: ReachingFirm, props: ReachingProps, key: string): LongCell {
  if (!props.decides) return null
  const words = reachingWords[props.language]
  const act = firm.excluded ? 'include' : 'exclude'
  return { sendsTo: own(props, firm), name: 'act', value: act, text: words[act], describedBy: `via-${key}` }
}
