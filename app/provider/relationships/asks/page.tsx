import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Ago } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import { asksOf, type DeskAsk } from '#db/designation/desk.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import type { Language } from '#lib/language.ts'
import { designationWords } from '../../designation-words.ts'
import { words as relationshipWords } from '../words.ts'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const list = '/provider/relationships/asks'

export const generateMetadata = titled(designationWords, words => words.asks)

/** What accounts ask the provider to end, the oldest first. */
export default async function AsksPage({ searchParams }: Props) {
  const query = await searchParams
  const after = typeof query.after === 'string' ? query.after : undefined
  const page = await providerPage('desk.read', (tx, _, { providerId }) => asksOf(tx, providerId, after))
  const { language, actor, now, data } = page
  const words = designationWords[language]
  return (
    <ProviderFrame page={page} current="relationships" query={query} width="wide">
      <PageHeader
        title={words.asks}
        description={words.asksText}
        back={{ href: '/provider/relationships', label: relationshipWords[language].title }}
      />
      <Card flush={data.asks.length > 0}>
        {data.asks.length > 0 ? (
          <AskTable asks={data.asks} language={language} zone={actor.timeZone} now={now} />
        ) : (
          <EmptyState icon="check-circle" title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: list, label: words.first } : null}
        next={
          data.next
            ? { href: `${list}?${new URLSearchParams({ after: data.next })}`, label: words.next }
            : null
        }
      />
    </ProviderFrame>
  )
}

interface AskTableProps {
  readonly asks: readonly DeskAsk[]
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

function AskTable({ asks, language, zone, now }: AskTableProps) {
  const words = designationWords[language]
  return (
    <Table
      caption={words.asks}
      hideCaption
      columns={[
        { id: 'account', label: words.column.account, rowHeading: true },
        { id: 'partner', label: words.column.partner },
        { id: 'access', label: words.column.access },
        { id: 'asked', label: words.column.asked },
        { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={asks.map(ask => ({
        key: ask.id,
        highlight: 'waiting' as const,
        cells: {
          account: <a href={`${list}/${ask.id}`}>{ask.accountName}</a>,
          partner: <TwoLines first={ask.partnerName} second={ask.partnerCode} />,
          access: (
            <TwoLines
              first={scopeText(ask.grant.scope, language)}
              second={ask.grant.reachesClients && words.clients}
            />
          ),
          asked: (
            <TwoLines
              first={<Ago at={ask.askedAt} now={now} zone={zone} language={language} />}
              second={words.askedBy(ask.askedBy)}
            />
          ),
          acts: (
            <RowActions>
              <LinkButton
                href={`${list}/${ask.id}`}
                size="small"
                variant="primary"
                label={words.answerLabel(ask.accountName, ask.partnerName)}
              >
                {words.answer}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}
