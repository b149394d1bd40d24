import { ScopeMeaning } from '#components/access/scope-fields.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { TwoLines } from '#components/ui/table.tsx'
import type { Message, SeenRequest } from '#db/access-request/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { isOpen } from '#lib/access-request/access-request.ts'
import { durationText } from '#lib/duration-words.ts'
import type { Language } from '#lib/language.ts'
import { reviewWords } from './review-words.ts'

interface RequestFactsProps {
  readonly request: SeenRequest
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** Who asks, verified by whom; why; what they will be able to do and what not; for how long. Plain text throughout. */
export function RequestFacts({ request, language, zone, now }: RequestFactsProps) {
  const words = reviewWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  const items = [
    {
      term: words.who,
      value: (
        <TwoLines
          first={`${request.partnerName} · ${request.requesterName} (${request.requesterEmail})`}
          second={[
            words.verified(request.providerName, request.partnerCode),
            request.requesterLeft && words.left(request.requesterName, request.partnerName),
          ]
            .filter(Boolean)
            .join('. ')}
        />
      ),
    },
    { term: words.why, value: <span className="plain-text">{request.reason}</span> },
    ...(request.ticket ? [{ term: words.ticket, value: request.ticket }] : []),
    { term: words.asked, value: scopeText(request.scope, language) },
    { term: words.forHowLong, value: durationText(request.duration, language) },
    ...(request.startsAt ? [{ term: words.startsAt, value: at(request.startsAt) }] : []),
    { term: words.sent, value: at(request.createdAt) },
    ...(isOpen(request.state)
      ? [
          {
            term: words.open,
            value: <Ends until={request.lapsesAt} now={now} zone={zone} language={language} kind="lapses" />,
          },
        ]
      : outcome(request, words, at)),
  ]
  return (
    <>
      <Facts items={items} />
      <details className="disclosure form-divided">
        <summary>{words.meaning}</summary>
        <div>
          <ScopeMeaning scope={request.scope} language={language} />
        </div>
      </details>
      {request.messages.length > 0 && <Thread messages={request.messages} language={language} zone={zone} />}
    </>
  )
}

type Words = (typeof reviewWords)['en']

function outcome(request: SeenRequest, words: Words, at: (date: Date) => React.ReactNode) {
  const { state, decidedBy, decidedAt, endReason } = request
  return [
    {
      term: words.decided,
      value: (
        <TwoLines
          first={decidedBy ? words.outcome(words.state[state], decidedBy) : words.state[state]}
          second={decidedAt && at(decidedAt)}
        />
      ),
    },
    ...(endReason ? [{ term: words.reason, value: <span className="plain-text">{endReason}</span> }] : []),
  ]
}

function Thread({
  messages,
  language,
  zone,
}: {
  messages: readonly Message[]
  language: Language
  zone: string
}) {
  const words = reviewWords[language]
  return (
    <section className="form-divided">
      <h2 className="section-title">{words.thread}</h2>
      <ol className="thread">
        {messages.map(message => (
          <li key={message.at.toISOString()}>
            <p className="field-hint">
              {message.kind === 'question' ? words.questionBy(message.by) : words.answerBy(message.by)} ·{' '}
              <When at={message.at} zone={zone} language={language} />
            </p>
            <p className="plain-text">{message.body}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
