import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { currentLanguage } from '#app/_server/session.ts'
import { titled } from '#app/_server/titled.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import { words } from '../words.ts'
import { askForReset } from './actions.ts'

export const generateMetadata = titled(words, text => text.askReset)

/** For whoever forgot their password. What follows is the same for every address, known or not. */
export default async function AskForResetPage({ searchParams }: PageProps<'/reset'>) {
  const [brand, language] = [await currentBrand(), await currentLanguage()]
  const text = words[language]
  return (
    <OpenFrame
      brand={brand}
      language={language}
      title={text.askReset}
      description={text.askResetText}
      query={await searchParams}
      below={
        <p>
          <a href="/sign-in">{text.back}</a>
        </p>
      }
    >
      <Form action={askForReset} label={text.askReset} labels={fieldLabels({ email: text.email }, language)}>
        <Once />
        <TextField name="email" label={text.email} type="email" autoComplete="username" required />
        <SubmitButton wide>{text.send}</SubmitButton>
      </Form>
    </OpenFrame>
  )
}
