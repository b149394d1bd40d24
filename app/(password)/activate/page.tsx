import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { currentToken, seeLink } from '#app/_server/set-password.ts'
import { titled } from '#app/_server/titled.ts'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { fieldLabels } from '#lib/form-fields.ts'
import { NewPasswordField, SetPasswordPage } from '../set-password-page.tsx'
import { SpentLinkPage } from '../spent-link-page.tsx'
import { words } from '../words.ts'
import { AcceptPage } from './accept-page.tsx'
import { activate, activateByLetter, askAnew } from './actions.ts'

export const generateMetadata = titled(words, text => text.activate)

/** Where an activation letter leads, by its link or by its temporary password. */
export default async function ActivatePage() {
  const [brand, language, actor] = [await currentBrand(), await currentLanguage(), await currentActor()]
  const token = await currentToken('activation')
  const parts = { brand, language }
  if (!token) return <TypedPage {...parts} />
  const { state, person, waiting } = await seeLink('activation', token)
  if (state !== 'ready' || !person || !waiting) {
    const waits = waiting?.isOpen === true && (waiting.places.length > 0 || !waiting.hasPassword)
    return (
      <SpentLinkPage
        {...parts}
        state={state === 'ready' ? 'unknown' : state}
        purpose="activation"
        isSignedIn={actor !== null}
        askAnew={waits ? askAnew : null}
      />
    )
  }
  if (waiting.hasPassword)
    return <AcceptPage {...parts} person={person} actor={actor} places={waiting.places} />
  return (
    <SetPasswordPage
      {...parts}
      title={words[language].activate}
      person={person}
      actor={actor}
      action={activate}
    />
  )
}

/** For whoever has the letter but not its link in this browser. */
function TypedPage({ brand, language }: Pick<Parameters<typeof SetPasswordPage>[0], 'brand' | 'language'>) {
  const text = words[language]
  const labels = { email: text.email, temporaryPassword: text.temporary, newPassword: text.newPassword }
  return (
    <OpenFrame
      brand={brand}
      language={language}
      title={text.activate}
      description={text.typed}
      below={
        <p>
          <a href="/sign-in">{text.back}</a>
        </p>
      }
    >
      <Form action={activateByLetter} label={text.set} labels={fieldLabels(labels, language)}>
        <Once />
        <TextField name="email" label={text.email} type="email" autoComplete="username" required />
        <TextField
          name="temporaryPassword"
          label={text.temporary}
          hint={text.temporaryHint}
          autoComplete="off"
          plain
          required
        />
        <NewPasswordField brand={brand} person={{ name: '', email: '' }} language={language} />
        <SubmitButton wide>{text.set}</SubmitButton>
      </Form>
    </OpenFrame>
  )
}
