import { AccountFrame } from '#app/_server/frames.tsx'
import { listAddress } from '#app/_server/list-address.ts'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { type LongCell, LongTable, type PieceBadge } from '#components/ui/long-table.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { offersAtOnce, offersOf } from '#db/subscription/offers.ts'
import { type SeenTrial, trialsOf } from '#db/trial/reads.ts'
import { may } from '#lib/access/authority.ts'
import { productName } from '#lib/account/words.ts'
import { dayIn, daysBetween } from '#lib/day-span.ts'
import { id as idForm } from '#lib/form-fields.ts'
import { calendarDay, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { searchText } from '#lib/list-query.ts'
import type { TrialState } from '#lib/trial/trial.ts'
import { trialWords } from '#lib/trial/words.ts'
import { outgoingWords } from '../outgoing-words.ts'
import { StartCard } from './start-card.tsx'
import { words as catalogue } from './words.ts'

export const generateMetadata = titled(catalogue, words => words.title)

const limit = 25

/** What the account tries out and has tried. */
export default async function TrialsPage({
  params,
  searchParams,
}: PageProps<'/accounts/[account]/settings/trials'>) {
  const query = await searchParams
  const search = typeof query.q === 'string' ? searchText(query.q) : ''
  const after = idForm.safeParse(query.after).data ?? null
  const page = await accountPage(
    (await params).account,
    'trials.read',
    async (tx, { account, authority, now }) => {
      const today = dayIn(now, account.timeZone)
      const question = { accountId: account.id, today, to: 'try', search } as const
      const [trials, offers] = await Promise.all([
        trialsOf(tx, { accountId: account.id, today, after }, limit),
        may(authority, 'trials.start') ? offersOf(tx, question, offersAtOnce) : null,
      ])
      return { today, trials, offers }
    },
  )
  const { account, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/trials`
  const rows = data.trials.slice(0, limit)
  const last = data.trials.length > limit ? rows.at(-1) : undefined
  return (
    <AccountFrame page={page} current="trials" query={query}>
      <PageHeader title={words.title} description={words.description} />
      {data.offers === null && rows.length > 0 && <p>{words.whoStarts(account.providerName)}</p>}
      <Card flush={rows.length > 0}>
        {rows.length > 0 ? (
          <TrialTable trials={rows} today={data.today} language={language} />
        ) : (
          <EmptyState icon="info" title={words.none}>
            {data.offers === null && words.noneText(account.providerName)}
          </EmptyState>
        )}
      </Card>
      <Pagination
        label={words.pages}
        previous={after ? { href: list, label: words.first } : null}
        next={last ? { href: listAddress(list, { after: last.id }), label: words.next } : null}
      />
      {data.offers && (data.offers.length > 0 || search !== '') && (
        <StartCard offers={data.offers} {...{ search, list, language }} accountId={account.id} />
      )}
    </AccountFrame>
  )
}

const looks: Record<TrialState, Pick<PieceBadge, 'tone' | 'icon'>> = {
  running: { tone: 'success', icon: 'clock' },
  ended: { tone: 'neutral', icon: 'ban' },
  converted: { tone: 'info', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'cross' },
  refused: { tone: 'danger', icon: 'cross' },
}

interface TableProps {
  readonly trials: readonly SeenTrial[]
  readonly today: string
  readonly language: Language
}

function TrialTable({ trials, today, language }: TableProps) {
  const words = catalogue[language]
  const { column } = words
  return (
    <LongTable
      caption={words.list}
      columns={[
        { id: 'name', label: column.name, rowHeading: true },
        { id: 'started', label: column.started },
        { id: 'ends', label: column.ends },
        { id: 'state', label: column.state },
      ]}
      rows={trials.map(one => ({
        faded: one.state !== 'running',
        cells: {
          name: [one.name, productName(one.product, language)],
          started: calendarDay(one.startedOn, language),
          ends: endOf(one, today, language),
          state: stateOf(one, language),
        },
      }))}
    />
  )
}

function endOf({ endsOn, state }: SeenTrial, today: string, language: Language): LongCell {
  const left = daysBetween(today, endsOn)
  const day = calendarDay(endsOn, language)
  return state === 'running' ? [day, catalogue[language].daysLeft(wholeNumber(left, language), left)] : day
}

function stateOf({ state, waiting, reason }: SeenTrial, language: Language): LongCell {
  const badge: PieceBadge = { ...looks[state], text: trialWords[language].state[state] }
  if (waiting) return [badge, { tone: 'info', icon: 'waiting', text: outgoingWords[language].waits }]
  return state === 'refused' && reason ? [badge, reason] : badge
}
