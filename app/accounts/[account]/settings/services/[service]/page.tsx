import { notFound } from 'next/navigation'
import { z } from 'zod'
import { AccountFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { accountPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { CheckboxField } from '#components/ui/choices.tsx'
import { type Fact, Facts } from '#components/ui/facts.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { offeredTemplates } from '#db/account/service-templates.ts'
import { type SeenService, serviceOf, serviceValues } from '#db/account/services.ts'
import { may } from '#lib/access/authority.ts'
import { serviceFields } from '#lib/account/details.ts'
import { accountWords, productName } from '#lib/account/words.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { OutcomeNotice } from '../../outcome-notice.tsx'
import { saveService } from '../actions.ts'
import { ServiceState } from '../service-state.tsx'
import { StartFrom } from '../start-from.tsx'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ account: string; service: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = titled(catalogue, words => words.title)

/** One service: what it is, and a form for what can be changed of it. */
export default async function ServicePage({ params, searchParams }: Props) {
  const { account: slug, service: serviceId } = await params
  if (!z.uuid().safeParse(serviceId).success) notFound()
  const query = await searchParams
  const page = await accountPage(slug, 'services.read', async (tx, { account, products }) => ({
    service: await serviceOf(tx, account.id, serviceId),
    templates: await offeredTemplates(tx, account.id, products),
  }))
  const { account, authority, language } = page
  const { service } = page.data
  if (!service) notFound()
  const words = catalogue[language]
  const list = `/accounts/${account.slug}/settings/services`
  const edits = may(authority, 'services.update')
  const templates = page.data.templates.filter(one => one.product === service.product && one.label !== '')
  const chosen = templates.find(one => one.id === query.template)
  const names: Readonly<Record<string, string>> = accountWords[language].field
  return (
    <AccountFrame page={page} current="services" query={query}>
      <PageHeader
        title={service.identifier}
        back={{ href: list, label: words.title }}
        badge={<ServiceState enabled={service.enabled} waiting={service.waiting} language={language} />}
      />
      <OutcomeNotice
        outcome={service.outcome}
        what={plainList(
          (service.outcome?.fields ?? []).map(one => names[one] ?? one),
          language,
        )}
        zone={page.actor.timeZone}
        language={language}
      />
      <Card>
        <Facts items={factsOf(service, edits, language)} />
      </Card>
      {edits && (
        <>
          <StartFrom {...{ templates, chosen, language }} own={`${list}/${service.id}`} />
          <Card title={words.editService}>
            <ServiceForm {...{ service, label: chosen?.label, list, language }} accountId={account.id} />
          </Card>
        </>
      )}
    </AccountFrame>
  )
}

function factsOf(service: SeenService, edits: boolean, language: Language): readonly Fact[] {
  const words = catalogue[language]
  const { kind, field } = accountWords[language]
  const what = [
    { term: words.column.kind, value: kind[service.kind] },
    { term: words.product, value: productName(service.product, language) },
  ]
  if (edits) return what
  const forward = { term: field.forwardTo, value: service.forwardTo || words.noForward }
  return [
    ...what,
    { term: field.label, value: service.label },
    ...(service.kind === 'number' ? [forward] : []),
  ]
}

interface FormProps {
  readonly service: SeenService
  /** What a template fills in. */
  readonly label: string | undefined
  readonly accountId: string
  readonly list: string
  readonly language: Language
}

function ServiceForm({ service, label, accountId, list, language }: FormProps) {
  const words = catalogue[language]
  const { field } = accountWords[language]
  return (
    <Form action={saveService} label={words.editService} labels={fieldLabels(field, language)}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="service" value={service.id} />
      <HiddenField name="shown" value={packed(serviceFields, serviceValues(service))} />
      <TextField
        name="label"
        label={field.label}
        hint={words.labelHint}
        defaultValue={label ?? service.label}
        required
      />
      {service.kind === 'number' && (
        <TextField
          name="forwardTo"
          type="tel"
          label={field.forwardTo}
          hint={words.forwardHint}
          optional={words.optional}
          defaultValue={service.forwardTo}
          width="medium"
        />
      )}
      <CheckboxField
        name="enabled"
        label={field.enabled}
        hint={words.enabledHint[service.kind]}
        defaultChecked={service.enabled}
      />
      <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={list} />
    </Form>
  )
}
