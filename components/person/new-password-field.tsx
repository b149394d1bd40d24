import { TextField } from '#components/ui/field.tsx'
import type { Language } from '#lib/language.ts'
import { PasswordStrength } from './password-strength.tsx'

interface Props {
  /** The portal's own names are guessed first. */
  readonly brand: { readonly name: string; readonly host: string }
  /** Whose password it will be, as far as it is known. */
  readonly person: { readonly name: string; readonly email: string }
  readonly language: Language
  readonly words: { readonly newPassword: string; readonly rule: string }
}

/** The new password's field, with its rule said first and its strength beside it. */
export function NewPasswordField({ brand, person, language, words }: Props) {
  return (
    <div>
      <TextField
        name="newPassword"
        label={words.newPassword}
        hint={words.rule}
        type="password"
        autoComplete="new-password"
        required
      />
      <PasswordStrength
        field="newPassword"
        name={person.name}
        email={person.email}
        portal={[brand.name, brand.host]}
        language={language}
      />
    </div>
  )
}
