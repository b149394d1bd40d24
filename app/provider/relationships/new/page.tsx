import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { accountMatches, type Match, mostMatches, partnerMatches } from '#db/provider/find.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { start } from '../actions.ts'
import { startWords } from '../start-words.ts'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(startWords, words => words.title)

/** A firm begins to serve an account: both are found by name first, then chosen among what was found. */
export default async function StartRelationshipPage({ searchParams }: Props) {
  const query = await searchParams
  const typed = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 200) : '')
  const [partner, account] = [typed('partner'), typed('account')]
  const page = await providerPage('relationships.manage', async (tx, _, { providerId }) => {
    const [partners, accounts] = await Promise.all([
      partnerMatches(tx, providerId, partner),
      accountMatches(tx, providerId, account),
    ])
    return { partners, accounts }
  })
  const { language, data } = page
  const words = startWords[language]
  const list = '/provider/relationships'
  return (
    <ProviderFrame page={page} current="relationships" query={query}>
      <PageHeader title={words.title} description={words.text} back={{ href: list, label: words.back }} />
      <Card title={words.find}>
        <search>
          <form method="get" className="form">
            <TextField
              name="partner"
              label={words.partner}
              hint={words.partnerHint}
              defaultValue={partner}
              type="search"
            />
            <TextField
              name="account"
              label={words.account}
              hint={words.accountHint}
              defaultValue={account}
              type="search"
            />
            <FormActions>
              <button type="submit" className="button" data-variant="secondary">
                {words.search}
              </button>
            </FormActions>
          </form>
        </search>
      </Card>
      <NotFound typed={{ partner, account }} {...data} language={language} />
      {data.partners.length > 0 && data.accounts.length > 0 && (
        <Card title={words.choose}>
          <StartForm {...data} language={language} cancelHref={list} />
        </Card>
      )}
    </ProviderFrame>
  )
}

interface Found {
  readonly partners: readonly Match[]
  readonly accounts: readonly Match[]
  readonly language: Language
}

function NotFound({
  typed,
  partners,
  accounts,
  language,
}: Found & { readonly typed: { readonly partner: string; readonly account: string } }) {
  const words = startWords[language]
  const missing = [
    ...(typed.partner && partners.length === 0 ? [words.noPartner(typed.partner)] : []),
    ...(typed.account && accounts.length === 0 ? [words.noAccount(typed.account)] : []),
  ]
  return missing.map(sentence => (
    <Notice key={sentence} tone="neutral" live="status">
      {sentence}
    </Notice>
  ))
}

function StartForm({ partners, accounts, language, cancelHref }: Found & { readonly cancelHref: string }) {
  const words = startWords[language]
  const { partner, account } = words
  const hint = (matches: readonly Match[]) => (matches.length >= mostMatches ? words.more : undefined)
  return (
    <Form action={start} label={words.title} labels={fieldLabels({ partner, account }, language)}>
      <Once />
      <SelectField name="partner" label={partner} hint={hint(partners)} options={choices(partners)} />
      <SelectField name="account" label={account} hint={hint(accounts)} options={choices(accounts)} />
      <p>{words.told}</p>
      <FormActions>
        <SubmitButton>{words.start}</SubmitButton>
        <LinkButton href={cancelHref} variant="quiet">
          {words.cancel}
        </LinkButton>
      </FormActions>
    </Form>
  )
}

function choices(matches: readonly Match[]) {
  return matches.map(({ id, name, mark }) => ({ value: id, label: `${name} (${mark})` }))
}
