import { notFound } from 'next/navigation'
import { z } from 'zod'
import { sendingIsConnected } from '#app/_server/carry.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { NotConnected } from '#components/sending/not-connected.tsx'
import { Card } from '#components/ui/card.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { ownNumbers } from '#db/account/own-numbers.ts'
import { conversationOf, type SeenConversation } from '#db/sms/reads.ts'
import { noteSeen } from '#db/sms/seen.ts'
import { may } from '#lib/access/authority.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { textWords } from '#lib/sms/words.ts'
import { reply } from '../actions.ts'
import { News } from '../news.tsx'
import { words as catalogue } from '../words.ts'
import { MessageList } from './message-list.tsx'
import '../sms.css'

interface Props {
  readonly params: Promise<{ account: string; conversation: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.conversation)

const limit = 50

/** What one of the account's numbers and another party have written to each other, and the form for an answer. */
export default async function ConversationPage({ params, searchParams }: Props) {
  const { account: slug, conversation: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const query = await searchParams
  const before = typeof query.before === 'string' ? query.before : undefined
  const page = await accountPage(slug, 'module.sms', async (tx, { account, authority }, actor) => {
    const names = may(authority, 'module.phonebook')
    const reading = { accountId: account.id, personId: actor.personId, names }
    const conversation = await conversationOf(tx, reading, id, before, limit)
    if (!conversation) return null
    return { conversation, numbers: (await ownNumbers(tx, account.id)).numbers }
  })
  const { account, actor, language, data } = page
  if (!data) notFound()
  const { conversation, numbers } = data
  const shown = conversation.messages.filter(one => one.isNew).map(one => one.id)
  if (!before && shown.length > 0) await noteSeen(actor, account.id, conversation.id, shown)
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/sms`
  const { name, otherNumber, ownNumber } = conversation
  return (
    <AccountFrame page={page} current="sms" query={query}>
      <PageHeader
        title={name || otherNumber}
        description={words.between(ownNumber, otherNumber)}
        back={{ href: list, label: words.title }}
        actions={
          <LinkButton href={`${list}/${conversation.id}/export`} icon={<Icon name="download" />} download>
            {words.download}
          </LinkButton>
        }
      />
      <Talk
        conversation={conversation}
        accountId={account.id}
        list={list}
        isLatest={!before}
        isOurs={numbers.some(one => one.key === conversation.ownKey)}
        zone={actor.timeZone}
        language={language}
      />
    </AccountFrame>
  )
}

interface TalkProps extends AnsweringProps {
  readonly list: string
  /** Its newest messages are shown, to which one can answer. */
  readonly isLatest: boolean
  readonly zone: string
}

function Talk({ conversation, accountId, list, isLatest, isOurs, zone, language }: TalkProps) {
  const words = catalogue[language]
  const { id, earlier, version } = conversation
  const here = `${list}/${id}`
  return (
    <>
      <News address={`${list}/news?conversation=${id}`} version={version} words={words.news} />
      {earlier && (
        <div>
          <LinkButton href={`${here}?before=${earlier}`} icon={<Icon name="history" />}>
            {words.earlier}
          </LinkButton>
        </div>
      )}
      <MessageList conversation={conversation} accountId={accountId} zone={zone} language={language} />
      {isLatest ? (
        <Answering conversation={conversation} accountId={accountId} isOurs={isOurs} language={language} />
      ) : (
        <div>
          <LinkButton href={here}>{words.latest}</LinkButton>
        </div>
      )}
    </>
  )
}

interface AnsweringProps {
  readonly conversation: SeenConversation
  readonly accountId: string
  /** The number is still one of the account's. */
  readonly isOurs: boolean
  readonly language: Language
}

/** The fewest digits of a number that can be answered. */
const whole = /^\d{7,15}$/

function Answering({ conversation, accountId, isOurs, language }: AnsweringProps) {
  const words = catalogue[language]
  const { text, textHint, goneNumber, noReply } = textWords[language]
  if (!sendingIsConnected()) return <NotConnected language={language} />
  if (!isOurs) return <p className="field-hint">{goneNumber}</p>
  if (!whole.test(conversation.otherKey)) return <p className="field-hint">{noReply}</p>
  return (
    <Card title={words.reply}>
      <Form action={reply} label={words.reply} labels={fieldLabels({ text }, language)}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="conversation" value={conversation.id} />
        <TextArea name="text" label={text} hint={textHint} required />
        <FormActions>
          <SubmitButton pendingLabel={words.sending}>{words.send}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
