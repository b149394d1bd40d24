import { When } from '#components/time/when.tsx'
import type { Language } from '#lib/language.ts'
import { accessWords } from './words.ts'

export type ThreadMessage = {
  kind: 'question' | 'answer'
  by: string
  body: string
  at: Date
}

type ThreadProps = { messages: readonly ThreadMessage[]; language: Language; zone: string }

/** Questions of an account and answers of a partner, in order. What people wrote is plain text, never a link. */
export function Thread({ messages, language, zone }: ThreadProps) {
  const words = accessWords[language]
  return (
    <ol className="thread">
      {messages.map(({ kind, by, body, at }) => (
        <li key={at.toISOString()}>
          <p className="field-hint">
            {kind === 'question' ? words.questionBy(by) : words.answerBy(by)} ·{' '}
            <When at={at} zone={zone} language={language} />
          </p>
          <p className="plain-text">{body}</p>
        </li>
      ))}
    </ol>
  )
}
