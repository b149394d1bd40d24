import type { ReactNode } from 'react'
import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { StateBadge } from '#components/access/state-badge.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { Disclosure } from '#components/ui/steps.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import type { OwnRequest } from '#db/access-request/partner-reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { isOpen } from '#lib/access-request/access-request.ts'
import { outcomeSentence } from '#lib/access-request/words.ts'
import { durationText } from '#lib/duration-words.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../words.ts'
import { words as catalogue } from './words.ts'

interface RequestFactsProps {
  readonly request: OwnRequest
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** What the firm asked for, and what has become of it. */
export function RequestFacts({ request, language, zone, now }: RequestFactsProps) {
  const words = catalogue[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const items: Fact[] = [
    { term: words.reason, value: <span className="plain-text">{request.reason}</span> },
    ...(request.ticket ? [{ term: words.ticket, value: request.ticket }] : []),
    { term: words.scope, value: scopeText(request.scope, language) },
    { term: words.duration, value: durationText(request.duration, language) },
    ...(request.startsAt ? [{ term: words.starts, value: at(request.startsAt) }] : []),
    {
      term: words.sent,
      value: <TwoLines first={at(request.createdAt)} second={words.sentBy(request.askedBy)} />,
    },
    ...(isOpen(request.state)
      ? [
          {
            term: words.open,
            value: <Ends until={request.lapsesAt} now={now} zone={zone} language={language} kind="lapses" />,
          },
        ]
      : outcome(request, language, at)),
  ]
  return (
    <>
      <Facts items={items} />
      <Disclosure summary={words.meaning}>
        <ScopeMeaning scope={request.scope} language={language} />
      </Disclosure>
    </>
  )
}

function outcome(request: OwnRequest, language: Language, at: (date: Date) => ReactNode): Fact[] {
  const words = catalogue[language]
  const { state, decidedBy, decidedAt, lapsesAt, endReason } = request
  return [
    {
      term: state === 'lapsed' ? words.ended : words.decided,
      value: (
        <TwoLines first={outcomeSentence(state, decidedBy, language)} second={at(decidedAt ?? lapsesAt)} />
      ),
    },
    ...(endReason
      ? [{ term: words.theirReason, value: <span className="plain-text">{endReason}</span> }]
      : []),
  ]
}

/** What was given, beside what was asked: they may differ in scope and in time. */
export function GivenFacts({ request, language, zone }: Omit<RequestFactsProps, 'now'>) {
  const words = catalogue[language]
  const { grant } = request
  if (!grant) return null
  const rows = [
    [words.scope, scopeText(request.scope, language), scopeText(grant.scope, language)],
    [words.duration, durationText(request.duration, language), durationText(grant.duration, language)],
  ] as const
  const items: Fact[] = rows.map(([term, asked, gave]) => ({
    term,
    value:
      asked === gave ? (
        <TwoLines first={gave} second={words.same} />
      ) : (
        <TwoLines first={`${asked} → ${gave}`} second={`${words.askedFor} → ${words.gave}`} />
      ),
  }))
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  items.push({ term: words.starts, value: at(grant.startsAt) })
  if (grant.endsAt) items.push({ term: words.ends, value: at(grant.endsAt) })
  items.push({
    term: words.now,
    value: (
      <TwoLines
        first={<StateBadge state={grant.state}>{deskWords[language].state[grant.state]}</StateBadge>}
        second={
          grant.endedAt && (
            <>
              {at(grant.endedAt)} {grant.endedBy && deskWords[language].by(grant.endedBy)}
            </>
          )
        }
      />
    ),
  })
  return <Facts items={items} />
}
