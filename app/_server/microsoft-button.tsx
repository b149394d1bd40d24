import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { Language } from '#lib/language.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { signInWithMicrosoft } from './microsoft-actions.ts'
import { Once } from './once.tsx'

interface ButtonProps {
  /** Where somebody who is signed in by it goes on to. */
  readonly next: string
  readonly language: Language
  /** Microsoft is to ask which account. */
  readonly choose?: boolean
  readonly variant?: 'primary' | 'secondary'
}

/** *Sign in with Microsoft*, or with another account there: a form of its own, since it needs nothing that stands in others. */
export function MicrosoftButton({ next, language, choose = false, variant = 'secondary' }: ButtonProps) {
  const { signIn, another, leaving } = microsoftWords[language].button
  const label = choose ? another : signIn
  return (
    <Form action={signInWithMicrosoft} label={label}>
      <Once />
      <input type="hidden" name="next" value={next} />
      {choose && <input type="hidden" name="switch" value="on" />}
      <SubmitButton variant={variant} pendingLabel={leaving} wide>
        {label}
      </SubmitButton>
    </Form>
  )
}
