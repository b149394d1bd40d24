import { notFound } from 'next/navigation'
import { PartnerFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { partnerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { HomeFields, NameFields } from '#components/person/newcomer-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { RadioGroup } from '#components/ui/choices.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { homesOf } from '#db/branding-domain/homes.ts'
import { staffRoles } from '#lib/access/person-kinds.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { staffWords } from '#lib/partner/words.ts'
import { add } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly params: Promise<{ partner: string }>
}

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** Somebody more of the firm's people: the less powerful place is chosen for the reader. */
export default async function NewStaffPage({ params }: Props) {
  const page = await partnerPage((await params).partner, async (tx, { role }, actor) =>
    role === 'administrator' ? homesOf(tx, actor.providerId) : null,
  )
  const { partner, language, data: homes } = page
  if (!homes) notFound()
  const words = catalogue[language]
  const { name, email, brand, role } = words
  const list = `/partner/${partner.slug}/staff`
  return (
    <PartnerFrame page={page} current="staff">
      <PageHeader
        title={words.newTitle}
        description={words.newText}
        back={{ href: list, label: words.title }}
      />
      <Card>
        <Form
          action={add}
          label={words.newTitle}
          labels={fieldLabels({ name, email, brand, language: words.language, role }, language)}
        >
          <Once />
          <input type="hidden" name="partner" value={partner.id} />
          <NameFields words={words} />
          <HomeFields
            words={words}
            brand={{
              field: 'brand',
              chosen: page.brand.id,
              options: homes.map(home => ({ value: home.id, label: `${home.name} · ${home.host}` })),
            }}
            language={language}
          />
          <RadioGroup
            name="role"
            legend={words.role}
            defaultValue="technician"
            layout="cards"
            options={staffRoles.toReversed().map(value => ({
              value,
              label: staffWords[language].role[value],
              hint: words.roleHint[value],
            }))}
          />
          <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={list} />
        </Form>
      </Card>
    </PartnerFrame>
  )
}
