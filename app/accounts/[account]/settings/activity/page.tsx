import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Filters } from '#components/history/filters.tsx'
import { HistoryTable } from '#components/history/history-table.tsx'
import { historyPageWords } from '#components/history/words.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import type { SeenAccount } from '#db/authority.ts'
import type { Tx } from '#db/client.ts'
import { isComing, type ReachingFirm, reachingFirms } from '#db/exclusion/reads.ts'
import { revocableFirmsOn } from '#db/grant/reads.ts'
import { firmsOf, historyOf } from '#db/history/read.ts'
import { grantsFor, may } from '#lib/access/authority.ts'
import { plainList } from '#lib/format.ts'
import { positionIn } from '#lib/history/entry.ts'
import { historyQuery, isFiltered, parseHistoryFilter } from '#lib/history/filter.ts'
import { historyViewOf } from '#lib/history/view.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

type Query = Readonly<Record<string, string | string[] | undefined>>

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Query>
}

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 50

/** The account's history in plain words, the newest first; a partner sees its own part of it. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const query = await searchParams
  const filter = parseHistoryFilter(query)
  const page = await accountPage(
    (await params).account,
    'activity.read',
    async (tx, { account, authority }, { language, timeZone: zone }) => {
      const view = historyViewOf(authority)
      const question = { accountId: account.id, view, filter, language, zone }
      return {
        view,
        history: await historyOf(tx, question, positionIn(query), limit),
        firms: await firmsOf(tx, account.id, view),
        ending: await endingHere(tx, account, may(authority, 'partners.decide') ? filter.partner : null),
      }
    },
  )
  const { account, authority, language, actor, data } = page
  const { entries, newer, older } = data.history
  const words = { ...historyPageWords[language], ...catalogue[language] }
  const list = `/accounts/${account.slug}/settings/activity`
  const reader = { zone: actor.timeZone, language }
  const seenFirms = grantsFor(authority, 'activity.read').map(grant => grant.partnerName)
  const firms = plainList([...new Set(seenFirms)], language)
  const first = entries[0]?.id
  const last = entries.at(-1)?.id
  const at = (parts: Readonly<Record<string, string>>) => `${list}${historyQuery(filter, parts)}`
  return (
    <AccountFrame page={page} current="activity" query={query} width="wide">
      <PageHeader
        title={words.title}
        description={data.view.partnerIds ? words.forPartner(firms) : words.description}
        actions={
          <LinkButton href={`${list}/export${historyQuery(filter)}`} icon={<Icon name="download" />} download>
            {words.download}
          </LinkButton>
        }
      />
      {data.ending && <NotUs {...data.ending} account={account} language={language} />}
      <Filters filter={filter} firms={data.firms} list={list} {...reader} />
      <Card flush={entries.length > 0}>
        {entries.length > 0 ? (
          <HistoryTable entries={entries} addresses={data.view.addresses} {...reader} />
        ) : (
          <NothingHere filtered={isFiltered(filter)} list={list} language={language} />
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={newer && first ? { href: at({ after: first }), label: words.newer } : null}
        next={older && last ? { href: at({ before: last }), label: words.older } : null}
      />
    </AccountFrame>
  )
}

interface NothingHereProps {
  readonly filtered: boolean
  readonly list: string
  readonly language: Language
}

function NothingHere({ filtered, list, language }: NothingHereProps) {
  const words = { ...historyPageWords[language], ...catalogue[language] }
  return (
    <EmptyState
      icon="history"
      title={filtered ? words.nothing : words.empty}
      actions={filtered && <LinkButton href={list}>{words.clear}</LinkButton>}
    >
      {filtered ? words.nothingText : words.emptyText}
    </EmptyState>
  )
}

interface Ending {
  /** The firm whose dealings are shown. */
  readonly partner: string
  /** It has something of this account's own. */
  readonly revocable: boolean
  /** It comes in through the parent, too. */
  readonly via: ReachingFirm | null
}

/** How all access of the firm ends on the account; null where no firm is asked for, or the reader may not end any. */
async function endingHere(
  tx: Tx,
  { id, parentId }: SeenAccount,
  partner: string | null,
): Promise<Ending | null> {
  if (!partner) return null
  const [via = null] = parentId ? (await reachingFirms(tx, id, partner)).filter(isComing) : []
  return { partner, via, revocable: via === null || (await revocableFirmsOn(tx, id, partner)).length > 0 }
}

interface NotUsProps extends Ending {
  readonly account: Pick<SeenAccount, 'slug' | 'parentName'>
  readonly language: Language
}

/** Where letters lead whoever knows nothing of a change: what was done stands below, and all access ends in one step. */
function NotUs({ partner, revocable, via, account, language }: NotUsProps) {
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/authorisation`
  return (
    <Notice
      tone="neutral"
      title={words.notUs}
      actions={
        <>
          {via && (
            <LinkButton
              href={`${list}/via-parent/${via.slug}?act=exclude`}
              variant="danger-quiet"
              size="small"
            >
              {words.exclude}
            </LinkButton>
          )}
          {revocable && (
            <LinkButton href={`${list}/revoke-all?partner=${partner}`} variant="danger-quiet" size="small">
              {words.revokeAllOfFirm}
            </LinkButton>
          )}
          <LinkButton href={`${list}/revoke-all`} variant="danger-quiet" size="small">
            {words.revokeAll}
          </LinkButton>
        </>
      }
    >
      <p>{words.notUsText}</p>
      {via && <p>{words.notUsVia(via.name, account.parentName ?? '')}</p>}
    </Notice>
  )
}
