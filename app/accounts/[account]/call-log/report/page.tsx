import { AccountFrame } from '#app/_server/frames.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { callLogHead } from '#db/call-log/reads.ts'
import { countedHours } from '#db/call-log/report.ts'
import { may } from '#lib/access/authority.ts'
import { callQuery, parseCallFilter } from '#lib/call-log/filter.ts'
import { byHour, byWeekday, type CountedHour } from '#lib/call-log/report.ts'
import { daysBefore } from '#lib/day-span.ts'
import { calendarDay, wallClock, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { CallFilters } from '../call-filters.tsx'
import { words as catalogue } from '../words.ts'
import { ChartCard } from './chart-card.tsx'
import './report.css'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.report)

/** Of how many days a report tells unless it is asked otherwise: whole weeks, so that no weekday counts more often. */
const days = 28

/** When the calls come that a filter leaves: by hour of the day and by day of the week, where the account is. */
export default async function ReportPage({ params, searchParams }: Props) {
  const asked = parseCallFilter(await searchParams)
  const page = await accountPage(
    (await params).account,
    'module.call-log',
    async (tx, { account, authority, now }) => {
      const today = wallClock(now, account.timeZone).slice(0, 10)
      const to = asked.to ?? today
      const filter = { ...asked, to, from: asked.from ?? daysBefore(to, days - 1) }
      const names = may(authority, 'module.phonebook')
      const question = { accountId: account.id, filter, zone: account.timeZone, names }
      return { filter, counted: await countedHours(tx, question), head: await callLogHead(tx, account.id) }
    },
  )
  const { account, language, data } = page
  const { filter, counted, head } = data
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/call-log`
  const [from, to] = [calendarDay(filter.from, language), calendarDay(filter.to, language)]
  const span = words.reportSpan(from, to, zoneText(account.timeZone, language))
  return (
    <AccountFrame page={page} current="call-log" width="wide">
      <PageHeader
        title={words.report}
        description={`${words.reportText} ${span}`}
        back={{ href: `${list}${callQuery(asked)}`, label: words.title }}
      />
      <CallFilters
        filter={filter}
        numbers={head.numbers}
        list={`${list}/report`}
        zone={account.timeZone}
        language={language}
      />
      <Charts counted={counted} language={language} />
    </AccountFrame>
  )
}

/** The counted calls as two charts, or that there are none. */
function Charts({ counted, language }: { counted: readonly CountedHour[]; language: Language }) {
  const words = catalogue[language]
  const count = counted.reduce((sum, one) => sum + one.calls, 0)
  if (count === 0)
    return (
      <Card>
        <EmptyState icon="search" title={words.nothing}>
          {words.nothingText}
        </EmptyState>
      </Card>
    )
  const [hours, weekdays] = [byHour(counted, language), byWeekday(counted, language)]
  return (
    <>
      <p>{words.reportCount(wholeNumber(count, language), count)}</p>
      <ChartCard
        id="by-hour"
        title={words.byHour}
        column={words.hour}
        bars={hours}
        every={3}
        language={language}
      />
      <ChartCard
        id="by-weekday"
        title={words.byWeekday}
        column={words.weekday}
        bars={weekdays}
        every={1}
        language={language}
      />
    </>
  )
}
