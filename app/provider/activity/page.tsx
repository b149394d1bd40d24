import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Filters } from '#components/history/filters.tsx'
import { HistoryTable } from '#components/history/history-table.tsx'
import { historyPageWords } from '#components/history/words.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { historyOf } from '#db/history/read.ts'
import { positionIn } from '#lib/history/entry.ts'
import { historyQuery, isFiltered, parseHistoryFilter } from '#lib/history/filter.ts'
import { wholeHistory } from '#lib/history/view.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 50
const list = '/provider/activity'

/** The provider's own history: what its people did, at whichever account. See docs/decisions on whose history is whose. */
export default async function ActivityPage({ searchParams }: Props) {
  const query = await searchParams
  const filter = parseHistoryFilter(query)
  const page = await providerPage('desk.read', (tx, _, { providerId, language, timeZone: zone }) => {
    const question = { providerId, view: wholeHistory, filter, language, zone }
    return historyOf(tx, question, positionIn(query), limit)
  })
  const { language, actor, data } = page
  const { entries, newer, older } = data
  const words = { ...historyPageWords[language], ...catalogue[language] }
  const reader = { zone: actor.timeZone, language }
  const first = entries[0]?.id
  const last = entries.at(-1)?.id
  const at = (parts: Readonly<Record<string, string>>) => `${list}${historyQuery(filter, parts)}`
  const narrow = isFiltered(filter)
  return (
    <ProviderFrame page={page} current="activity" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={words.description}
        actions={
          <LinkButton href={`${list}/export${historyQuery(filter)}`} icon={<Icon name="download" />} download>
            {words.download}
          </LinkButton>
        }
      />
      <Filters filter={filter} firms={null} list={list} {...reader} />
      <Card flush={entries.length > 0}>
        {entries.length > 0 ? (
          <HistoryTable entries={entries} addresses accounts {...reader} />
        ) : (
          <EmptyState
            icon="history"
            title={narrow ? words.nothing : words.empty}
            actions={narrow && <LinkButton href={list}>{words.clear}</LinkButton>}
          >
            {narrow ? words.nothingText : words.emptyText}
          </EmptyState>
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={newer && first ? { href: at({ after: first }), label: words.newer } : null}
        next={older && last ? { href: at({ before: last }), label: words.older } : null}
      />
    </ProviderFrame>
  )
}
