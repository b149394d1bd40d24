import { sendingIsConnected } from '#app/_server/carry.ts'
import { Once } from '#app/_server/once.tsx'
import { SendingBadge } from '#components/sending/state-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import type { SeenConversation, SeenText } from '#db/sms/reads.ts'
import type { Language } from '#lib/language.ts'
import { sendingWords } from '#lib/sending-words.ts'
import { partsText } from '#lib/sms/words.ts'
import { sendAgain } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface MessageListProps {
  readonly conversation: SeenConversation
  readonly accountId: string
  readonly zone: string
  readonly language: Language
}

/** The messages in their order, each with whose it is, when, and how it stands. What people wrote is plain text, never a link. */
export function MessageList({ conversation, accountId, zone, language }: MessageListProps) {
  const words = catalogue[language]
  const other = conversation.name || conversation.otherNumber
  const anyFailed = conversation.messages.some(one => one.state === 'failed')
  const list = (
    <ol className="messages" aria-label={words.messages}>
      {conversation.messages.map(message => (
        <li key={message.id} className="message" data-direction={message.direction}>
          <p className="message-head">
            <span>{authorText(message, other, language)}</span> ·{' '}
            <When at={message.at} zone={zone} language={language} />
          </p>
          <p className="message-text">{message.body}</p>
          <Standing message={message} language={language} />
        </li>
      ))}
    </ol>
  )
  if (!anyFailed || !sendingIsConnected()) return list
  return (
    <Form action={sendAgain} label={sendingWords[language].again}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      {list}
    </Form>
  )
}

function authorText({ direction, by, firm }: SeenText, other: string, language: Language): string {
  const words = catalogue[language]
  if (direction === 'incoming') return words.from(other)
  return firm ? words.byFirm(by, firm) : words.by(by)
}

function Standing({ message, language }: { message: SeenText; language: Language }) {
  const words = catalogue[language]
  const { failure, again } = sendingWords[language]
  const { direction, state, reason, segments, isNew, body, id } = message
  const parts = partsText(segments, language)
  if (direction === 'incoming')
    return isNew ? (
      <p className="message-foot">
        <Badge tone="warning" icon="mail">
          {words.newMessage}
        </Badge>
      </p>
    ) : null
  return (
    <div className="message-foot">
      <SendingBadge state={state} language={language} />
      {parts && <span className="field-hint">{parts}</span>}
      {state === 'failed' && (
        <>
          <span className="message-fault">{failure[reason || 'other']}</span>
          {sendingIsConnected() && (
            <Button
              type="submit"
              size="small"
              name="message"
              value={id}
              aria-label={words.againNamed(body.slice(0, 40))}
            >
              {again}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
