import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { WaitingExtension } from '#db/extension/reads.ts'
import type { Language } from '#lib/language.ts'
import { waitingWords } from './waiting-words.ts'

interface ExtensionsCardProps {
  readonly extensions: readonly WaitingExtension[]
  readonly account: { readonly slug: string }
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** More time that partners ask for, for whoever may answer. */
export function ExtensionsCard(props: ExtensionsCardProps) {
  const { extensions, language } = props
  if (extensions.length === 0) return null
  const words = waitingWords[language]
  return (
    <Card id="extensions" title={words.extensions} description={words.extensionsText} tone="highlight" flush>
      <Table
        caption={words.extensionsCaption}
        hideCaption
        columns={[
          { id: 'who', label: words.column.who, rowHeading: true },
          { id: 'ends', label: words.column.ends },
          { id: 'asked', label: words.column.asked },
          { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
        ]}
        rows={extensions.map(one => ({ key: one.grantId, cells: cellsOf(one, props) }))}
      />
    </Card>
  )
}

function cellsOf(one: WaitingExtension, { account, language, zone, now }: ExtensionsCardProps) {
  const words = waitingWords[language]
  const own = `/accounts/${account.slug}/settings/authorisation/grants/${one.grantId}`
  return {
    who: <TwoLines first={<a href={own}>{one.partnerName}</a>} second={words.askedBy(one.askedBy)} />,
    ends: one.endsAt ? <Ends until={one.endsAt} now={now} zone={zone} language={language} /> : words.noEnd,
    asked: one.askedEnd ? <When at={one.askedEnd} zone={zone} language={language} /> : words.noEnd,
    acts: (
      <RowActions>
        <LinkButton href={`${own}/extend`} variant="primary" size="small">
          {words.extend}
        </LinkButton>
      </RowActions>
    ),
  }
}
