import { ProviderFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { providerPage } from '#app/_server/page.ts'
import { titled } from '#app/_server/titled.ts'
import { HomeFields, NameFields } from '#components/person/newcomer-fields.tsx'
import { Card } from '#components/ui/card.tsx'
import { RadioGroup } from '#components/ui/choices.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { type HomeChoice, homesOf } from '#db/branding-domain/homes.ts'
import { platformRoles } from '#lib/access/platform.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { platformWords } from '#lib/platform/words.ts'
import { add } from '../actions.ts'
import { words as catalogue } from '../words.ts'

const list = '/provider/people'

export const generateMetadata = titled(catalogue, words => words.newTitle)

/** Somebody more of the provider's own people: the least powerful role is chosen for the reader. */
export default async function NewPlatformUserPage() {
  const page = await providerPage('people.manage', async (tx, _, actor) => homesOf(tx, actor.providerId))
  const { language, data: homes } = page
  const words = catalogue[language]
  const { name, email, brand, role } = words
  return (
    <ProviderFrame page={page} current="people">
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
          <Fields homes={homes} own={page.brand.id} language={language} />
          <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={list} />
        </Form>
      </Card>
    </ProviderFrame>
  )
}

interface FieldsProps {
  readonly homes: readonly HomeChoice[]
  /** The branding domain that this page stands on. */
  readonly own: string
  readonly language: Language
}

function Fields({ homes, own, language }: FieldsProps) {
  const words = catalogue[language]
  return (
    <>
      <NameFields words={words} />
      <HomeFields
        words={words}
        brand={{
          field: 'brand',
          chosen: own,
          options: homes.map(home => ({ value: home.id, label: `${home.name} · ${home.host}` })),
        }}
        language={language}
      />
      <RadioGroup
        name="role"
        legend={words.role}
        defaultValue="support"
        layout="cards"
        options={platformRoles.toReversed().map(role => ({
          value: role,
          label: platformWords[language].role[role],
          hint: words.roleHint[role],
        }))}
      />
    </>
  )
}
