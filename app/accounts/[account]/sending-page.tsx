import type { ReactNode } from 'react'
import { sendingIsConnected } from '#app/_server/carry.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { NotConnected } from '#components/sending/not-connected.tsx'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { ownNumbers, type SendingNumber } from '#db/account/own-numbers.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { searchText } from '#lib/list-query.ts'
import { sendingWords } from '#lib/sending-words.ts'
import { ContactPicker, pickable } from './contact-picker.tsx'

interface SendingPageProps {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
  readonly module: 'sms' | 'fax'
  readonly send: Parameters<typeof Form>[0]['action']
  readonly words: (language: Language) => Words
  /** What is sent: its fields, and what they are called. */
  readonly content: (language: Language) => {
    readonly fields: ReactNode
    readonly labels: Readonly<Record<string, string>>
  }
}

interface Words {
  readonly title: string
  readonly newTitle: string
  readonly send: string
  readonly sending: string
  readonly cancel: string
}

/** The page on which something is sent to a number, typed or chosen from the phonebook. */
export async function SendingPage({
  params,
  searchParams,
  module,
  send,
  words: wordsIn,
  content,
}: SendingPageProps) {
  const query = await searchParams
  const one = (name: string) => (typeof query[name] === 'string' ? searchText(query[name]) : '')
  const [to, search] = [one('to'), one('contact')]
  const page = await accountPage((await params).account, `module.${module}`, async (tx, sight) => ({
    own: await ownNumbers(tx, sight.account.id),
    contacts: await pickable(tx, sight, search),
  }))
  const { account, language, data } = page
  const words = wordsIn(language)
  const list = `/accounts/${account.slug}/${module}`
  const connected = sendingIsConnected()
  const canSend = connected && data.own.numbers.length > 0
  return (
    <AccountFrame page={page} current={module} query={query}>
      <PageHeader title={words.newTitle} back={{ href: list, label: words.title }} />
      {!connected && <NotConnected language={language} />}
      {connected && !canSend && <Notice tone="warning">{sendingWords[language].number.none}</Notice>}
      {canSend && data.contacts && (
        <ContactPicker contacts={data.contacts} search={search} page={`${list}/new`} language={language} />
      )}
      {canSend && (
        <SendForm
          {...{ send, words, to, language }}
          {...content(language)}
          accountId={account.id}
          numbers={data.own.numbers}
          back={list}
        />
      )}
    </AccountFrame>
  )
}

interface SendFormProps extends Pick<SendingPageProps, 'send'> {
  readonly words: Words
  readonly fields: ReactNode
  readonly labels: Readonly<Record<string, string>>
  readonly accountId: string
  readonly numbers: readonly SendingNumber[]
  readonly to: string
  readonly back: string
  readonly language: Language
}

function SendForm({ send, words, fields, labels, accountId, numbers, to, back, language }: SendFormProps) {
  const { number } = sendingWords[language]
  return (
    <Card>
      <Form
        action={send}
        label={words.newTitle}
        labels={fieldLabels({ from: number.from, to: number.to, ...labels }, language)}
      >
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <SelectField
          name="from"
          label={number.from}
          width="medium"
          options={numbers.map(({ id, shown, label }) => ({
            value: id,
            label: label ? `${shown} (${label})` : shown,
          }))}
          defaultValue={numbers[0]?.id}
        />
        <TextField
          name="to"
          type="tel"
          label={number.to}
          hint={number.toHint}
          defaultValue={to}
          width="medium"
          plain
          required
        />
        {fields}
        <SaveActions save={words.send} saving={words.sending} cancel={words.cancel} back={back} />
      </Form>
    </Card>
  )
}
