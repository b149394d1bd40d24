import 'server-only'
import { PasswordStrength } from '#components/person/password-strength.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Brand } from '#lib/branding/brand.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { TokenState } from '#lib/one-time-token.ts'
import { setPasswordWords } from '#lib/person/words.ts'
import { OpenFrame } from './frames.tsx'
import { Once } from './once.tsx'
import { passwordPageWords } from './password-page-words.ts'

interface PageParts {
  readonly brand: Brand
  readonly language: Language
}

type Person = { readonly name: string; readonly email: string }

/** The new password's field, with its rule said first and its strength beside it. */
export function NewPasswordField({ person, language }: { person: Person; language: Language }) {
  const text = passwordPageWords[language]
  return (
    <div>
      <TextField
        name="newPassword"
        label={text.newPassword}
        hint={text.rule}
        type="password"
        autoComplete="new-password"
        required
      />
      <PasswordStrength field="newPassword" {...person} language={language} />
    </div>
  )
}

/** Where a letter's link leads: one field, one button. Looking at it changes nothing, however often and by whomever. */
export function SetPasswordPage(props: PageParts & { title: string; person: Person; action: FormAction }) {
  const { brand, language, title, person, action } = props
  const text = passwordPageWords[language]
  return (
    <OpenFrame brand={brand} language={language} title={title} description={text.as(person.name)}>
      <Facts items={[{ term: text.userName, value: person.email }]} />
      <Form
        action={action}
        label={text.set}
        labels={fieldLabels({ newPassword: text.newPassword }, language)}
      >
        <Once />
        {/* Password managers look for the name that a password belongs to. */}
        <input type="text" defaultValue={person.email} autoComplete="username" readOnly hidden />
        <NewPasswordField person={person} language={language} />
        <SubmitButton wide>{text.set}</SubmitButton>
      </Form>
    </OpenFrame>
  )
}

/** A link that can't be used says why, and how to get another. */
export function SpentLinkPage(
  props: PageParts & {
    readonly state: Exclude<TokenState, 'ready'>
    readonly isSignedIn: boolean
    /** Sends another letter to whoever this one was for; null where that is not to be had. */
    readonly askAnew: FormAction | null
  },
) {
  const { brand, language, state, isSignedIn, askAnew } = props
  const text = passwordPageWords[language]
  return (
    <OpenFrame brand={brand} language={language} title={text.notReady}>
      <Notice tone="warning">{setPasswordWords[language].state[state]}</Notice>
      {askAnew && (
        <Form action={askAnew} label={text.anew}>
          <Once />
          <SubmitButton wide>{text.anew}</SubmitButton>
        </Form>
      )}
      {isSignedIn ? (
        <LinkButton href="/choose" wide>
          {text.goOn}
        </LinkButton>
      ) : (
        <LinkButton href="/sign-in" wide>
          {text.signIn}
        </LinkButton>
      )}
      {!isSignedIn && !askAnew && (
        <LinkButton href="/reset" wide>
          {text.forgot}
        </LinkButton>
      )}
    </OpenFrame>
  )
}
