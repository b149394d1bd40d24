import { notFound } from 'next/navigation'
import { z } from 'zod'
import { chosenIn } from '#app/_server/chosen.ts'
import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { ClientsField } from '#components/access/clients-field.tsx'
import { type Chosen, GivingFields } from '#components/access/giving-fields.tsx'
import { accessWords } from '#components/access/words.ts'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextArea, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { type DesignatedFor, designatedFor } from '#db/designation/choices.ts'
import { type Match, mostMatches, partnerMatches, partnerMeant } from '#db/provider/find.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { longestDesignationReason } from '#lib/grant/designation-forms.ts'
import type { Language } from '#lib/language.ts'
import { designationWords } from '../../../designation-words.ts'
import { designate } from '../../designation-actions.ts'

interface Props {
  readonly params: Promise<{ account: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(designationWords, words => words.designate)

/** The provider lets a firm in: the firm is found by name first, then what it may do, for how long and why. */
export default async function DesignatePage({ params, searchParams }: Props) {
  const { account: slug } = await params
  const query = await searchParams
  const text = (name: string, longest: number) =>
    typeof query[name] === 'string' ? query[name].trim().slice(0, longest) : ''
  const typed = text('partner', 200)
  const firm = z.uuid().safeParse(query.firm).data
  const page = await providerPage('designations.manage', async (tx, _, { providerId }) => {
    const account = await designatedFor(tx, providerId, { slug })
    if (!account) return null
    const meant = firm ? await partnerMeant(tx, providerId, firm) : null
    return { account, partners: meant ? [meant] : await partnerMatches(tx, providerId, typed) }
  })
  if (!page.data) notFound()
  const { language } = page
  const { account, partners } = page.data
  const words = designationWords[language]
  const own = `/provider/accounts/${account.slug}`
  return (
    <ProviderFrame page={page} current="accounts" query={query}>
      <PageHeader
        title={words.designate}
        description={words.text(account.name)}
        back={{ href: own, label: account.name }}
      />
      <FindCard typed={typed || (firm && partners[0]?.mark) || ''} language={language} />
      {typed && partners.length === 0 && (
        <Notice tone="neutral" live="status">
          {words.noPartner(typed)}
        </Notice>
      )}
      {partners.length > 0 && (
        <Card title={words.choose}>
          <DesignateForm
            account={account}
            partners={partners}
            chosen={chosenIn(query)}
            reason={text('reason', longestDesignationReason)}
            back={own}
            language={language}
          />
        </Card>
      )}
    </ProviderFrame>
  )
}

function FindCard({ typed, language }: { readonly typed: string; readonly language: Language }) {
  const words = designationWords[language]
  return (
    <Card title={words.find}>
      <search>
        <form method="get" className="form">
          <TextField
            name="partner"
            label={words.partner}
            hint={words.partnerHint}
            defaultValue={typed}
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
  )
}

interface DesignateFormProps {
  readonly account: DesignatedFor
  readonly partners: readonly Match[]
  readonly chosen: Chosen
  readonly reason: string
  readonly back: string
  readonly language: Language
}

function DesignateForm({ account, partners, chosen, reason, back, language }: DesignateFormProps) {
  const words = designationWords[language]
  const { duration, until, scope, pages, clients } = accessWords[language]
  const fields = { partner: words.partner, reason: words.reason, duration, until, scope, pages, clients }
  return (
    <Form action={designate} label={words.designate} labels={fieldLabels(fields, language)}>
      <Once />
      <input type="hidden" name="account" value={account.id} />
      <SelectField
        name="partner"
        label={words.partner}
        hint={partners.length >= mostMatches ? words.more : undefined}
        options={partners.map(({ id, name, mark }) => ({ value: id, label: `${name} (${mark})` }))}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
        defaultValue={reason}
        required
      />
      <GivingFields
        language={language}
        zone={account.timeZone}
        longestHours={account.longestHours}
        chosen={chosen}
      />
      {account.clients && (
        <ClientsField clients={account.clients} defaultChecked={chosen.clients} language={language} />
      )}
      <p>{words.told}</p>
      <SaveActions save={words.submit} saving={words.saving} cancel={words.cancel} back={back} />
    </Form>
  )
}
