import { sendingIsConnected } from '#app/_server/carry.ts'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { NotConnected } from '#components/sending/not-connected.tsx'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { FileField } from '#components/ui/file-field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { ownNumbers, type SendingNumber } from '#db/account/own-numbers.ts'
import { largestFax } from '#lib/fax/fax.ts'
import { searchText } from '#lib/fax/filter.ts'
import { faxWords } from '#lib/fax/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { sendingWords } from '#lib/sending-words.ts'
import { ContactPicker, pickable } from '../../contact-picker.tsx'
import { send } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** A document to any number, typed or chosen from the phonebook. */
export default async function NewFaxPage({ params, searchParams }: Props) {
  const query = await searchParams
  const one = (name: string) => (typeof query[name] === 'string' ? searchText(query[name]) : '')
  const [to, search] = [one('to'), one('contact')]
  const page = await accountPage((await params).account, 'module.fax', async (tx, sight) => ({
    own: await ownNumbers(tx, sight.account.id),
    contacts: await pickable(tx, sight, search),
  }))
  const { account, language, data } = page
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/fax`
  const connected = sendingIsConnected()
  const canSend = connected && data.own.numbers.length > 0
  return (
    <AccountFrame page={page} current="fax" query={query}>
      <PageHeader title={words.newTitle} back={{ href: list, label: words.title }} />
      {!connected && <NotConnected language={language} />}
      {connected && !canSend && <Notice tone="warning">{sendingWords[language].number.none}</Notice>}
      {canSend && (
        <Card>
          <SendForm
            accountId={account.id}
            numbers={data.own.numbers}
            to={to}
            back={list}
            language={language}
          />
        </Card>
      )}
      {canSend && data.contacts && (
        <ContactPicker contacts={data.contacts} search={search} page={`${list}/new`} language={language} />
      )}
    </AccountFrame>
  )
}

interface SendFormProps {
  readonly accountId: string
  readonly numbers: readonly SendingNumber[]
  readonly to: string
  readonly back: string
  readonly language: Language
}

function SendForm({ accountId, numbers, to, back, language }: SendFormProps) {
  const words = catalogue[language]
  const { number } = sendingWords[language]
  const { document, title, refusal } = faxWords[language]
  return (
    <Form
      action={send}
      label={words.newTitle}
      labels={fieldLabels({ from: number.from, to: number.to, title, file: document }, language)}
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
      <TextField name="title" label={title} hint={words.titleHint} optional={words.optional} />
      <FileField
        name="file"
        label={document}
        hint={words.fileHint}
        accept=".pdf,application/pdf"
        largest={largestFax}
        tooLarge={refusal['too-large']}
      />
      <SaveActions save={words.send} saving={words.sending} cancel={words.cancel} back={back} />
    </Form>
  )
}
