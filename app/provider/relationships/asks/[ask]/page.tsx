import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import { askAtDesk, type DeskAsk } from '#db/designation/desk.ts'
import { mayAtDesk } from '#lib/access/desk.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { askStateWords } from '#lib/grant/designation-words.ts'
import { isLive } from '#lib/grant/grant.ts'
import { grantWords } from '#lib/grant/words.ts'
import type { Language } from '#lib/language.ts'
import { accessWords } from '../../../access-words.ts'
import { designationWords } from '../../../designation-words.ts'
import { AnswerForms } from '../answer-forms.tsx'

interface Props {
  readonly params: Promise<{ ask: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const list = '/provider/relationships/asks'

export const generateMetadata = titled(designationWords, words => words.ask)

/** One ask of an account: what it is about, who asks and why, and the provider's answer. */
export default async function AskPage({ params, searchParams }: Props) {
  const { ask: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await providerPage('desk.read', (tx, _, { providerId }) => askAtDesk(tx, providerId, id))
  const { data: ask, language, actor, platform, now } = page
  if (!ask) notFound()
  const words = designationWords[language]
  const answers = mayAtDesk(platform.role, 'designations.manage')
  const tone = { waiting: 'warning', ended: 'success', kept: 'neutral', lapsed: 'neutral' } as const
  return (
    <ProviderFrame page={page} current="relationships" query={await searchParams}>
      <PageHeader
        title={words.title(ask.accountName, ask.partnerName)}
        back={{ href: list, label: words.asks }}
        badge={<Badge tone={tone[ask.state]}>{askStateWords[language][ask.state]}</Badge>}
        description={answers ? undefined : accessWords[language].onlyAdministrators}
      />
      <Card title={words.facts}>
        <Facts
          items={[...asked(ask, language, actor.timeZone), ...about(ask, language, actor.timeZone, now)]}
        />
      </Card>
      {answers && ask.state === 'waiting' && <AnswerForms ask={ask} cancelHref={list} language={language} />}
    </ProviderFrame>
  )
}

const typed = (text: string) => <span className="plain-text">{text}</span>

/** Who asks and why, and what was answered. */
function asked(ask: DeskAsk, language: Language, zone: string): Fact[] {
  const words = designationWords[language]
  const { answeredAt, answeredBy, answer } = ask
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  return [
    { term: words.asked, value: <TwoLines first={ask.askedBy} second={at(ask.askedAt)} /> },
    { term: words.why, value: ask.reason ? typed(ask.reason) : words.noReason },
    ...(answeredAt && ask.state !== 'lapsed'
      ? [{ term: words.answered, value: <TwoLines first={at(answeredAt)} second={answeredBy} /> }]
      : []),
    ...(answer ? [{ term: words.answerText, value: typed(answer) }] : []),
  ]
}

/** The access that it is about. */
function about({ grant, ...ask }: DeskAsk, language: Language, zone: string, now: Date): Fact[] {
  const words = designationWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const ends = grant.endsAt ? (
    <Ends until={grant.endsAt} now={now} zone={zone} language={language} />
  ) : (
    words.noEnd
  )
  return [
    {
      term: words.column.account,
      value: <a href={`/provider/accounts/${ask.accountSlug}`}>{ask.accountName}</a>,
    },
    { term: words.column.partner, value: <TwoLines first={ask.partnerName} second={ask.partnerCode} /> },
    {
      term: words.scope,
      value: (
        <TwoLines first={scopeText(grant.scope, language)} second={grant.reachesClients && words.clients} />
      ),
    },
    { term: words.state, value: grantWords[language].state[grant.state] },
    { term: words.started, value: at(grant.startsAt) },
    ...(isLive(grant.state) ? [{ term: words.ends, value: ends }] : []),
    { term: words.setBy, value: grant.setBy },
    { term: words.setWhy, value: grant.reason ? typed(grant.reason) : '–' },
    { term: words.used, value: grant.lastUsedAt ? at(grant.lastUsedAt) : words.never },
  ]
}
