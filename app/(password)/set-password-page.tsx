import 'server-only'
import { OpenFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { NewPasswordField as PasswordField } from '#components/person/new-password-field.tsx'
import { Address } from '#components/ui/address.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Actor } from '#lib/actor.ts'
import type { Brand } from '#lib/branding/brand.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { words } from './words.ts'

export interface PageParts {
  readonly brand: Brand
  readonly language: Language
}

type Person = { readonly name: string; readonly email: string }

/** The new password's field, in the words of these pages. */
export function NewPasswordField(props: PageParts & { readonly person: Person }) {
  return <PasswordField {...props} words={words[props.language]} />
}

interface SetPasswordProps extends PageParts {
  readonly title: string
  /** What else comes of it. */
  readonly ends?: string
  /** Whose letter it is. */
  readonly person: Person
  /** Who looks at it, where somebody is signed in. */
  readonly actor: Pick<Actor, 'email'> | null
  readonly action: FormAction
}

/** Where a letter's link leads: one field, one button. Looking at it changes nothing, however often and by whomever. */
export function SetPasswordPage({ brand, language, title, ends, person, actor, action }: SetPasswordProps) {
  const text = words[language]
  return (
    <OpenFrame brand={brand} language={language} title={title} description={text.as(person.name)}>
      <Facts items={[{ term: text.userName, value: <Address>{person.email}</Address> }]} />
      {actor && actor.email !== person.email && (
        <Notice tone="warning">{text.signsOut(actor.email, person.email)}</Notice>
      )}
      <Form
        action={action}
        label={text.set}
        labels={fieldLabels({ newPassword: text.newPassword }, language)}
      >
        <Once />
        {/* Password managers look for the name that a password belongs to. */}
        <input type="text" defaultValue={person.email} autoComplete="username" readOnly hidden />
        <NewPasswordField brand={brand} person={person} language={language} />
        {ends && <p className="field-hint">{ends}</p>}
        <SubmitButton wide>{text.set}</SubmitButton>
      </Form>
    </OpenFrame>
  )
}
