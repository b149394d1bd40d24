import { Once } from '#app/_server/once.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { MetInvitation } from '#db/person-invitation/meet.ts'
import { canonicalOf } from '#lib/email.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { MicrosoftAccount } from '#lib/microsoft/identity.ts'
import { microsoftWords } from '#lib/microsoft/words.ts'
import { accountFits, offerMark } from '#lib/person-invitation/person-invitation.ts'
import { acceptWithMicrosoft, beginAcceptance } from './microsoft-actions.ts'
import { microsoftInvitationWords } from './microsoft-words.ts'
import { words } from './words.ts'

/** How this browser stands with Microsoft, where the provider has it on; null = it is off. */
export interface AtMicrosoft {
  /** What it has proved and nobody signs in with. */
  readonly held: MicrosoftAccount | null
  /** Accounts of that organisation are let in. */
  readonly isLetIn: boolean
}

interface PartsProps {
  readonly invitation: MetInvitation
  readonly language: Language
  readonly microsoft: AtMicrosoft
}

/** What the account is called in a sentence. */
export const calledAt = ({ address, name }: MicrosoftAccount): string => address || name

/** The way to Microsoft, and what somebody can do with the account that they come back with. */
export function WithMicrosoft({ invitation, language, microsoft: { held, isLetIn } }: PartsProps) {
  const text = microsoftInvitationWords[language]
  const { addressee, email, emailCanonical } = invitation
  if (!held)
    return (
      <>
        <Begin invitation={invitation} language={language} label={text.begin} />
        <p className="field-hint">{text.beginText}</p>
      </>
    )
  const account = calledAt(held)
  const isSame = canonicalOf(held.address) === emailCanonical
  const isNew = addressee && !addressee.hasPassword && !addressee.hasMicrosoft && email
  if (isNew && isLetIn && accountFits(invitation, isSame))
    return (
      <>
        <Notice tone={isSame ? 'neutral' : 'warning'}>
          {isSame ? `${text.proved(account)} ${text.makes(email)}` : text.makesOther(email, account)}
        </Notice>
        <Join invitation={invitation} held={held} language={language} />
        <Begin invitation={invitation} language={language} label={text.another} />
      </>
    )
  return (
    <>
      <Notice tone="warning">{whyNot({ invitation, language, isLetIn, account })}</Notice>
      <Begin invitation={invitation} language={language} label={text.another} />
    </>
  )
}

interface WhyNot extends Omit<PartsProps, 'microsoft'> {
  readonly isLetIn: boolean
  readonly account: string
}

function whyNot({ invitation: { addressee, email }, language, isLetIn, account }: WhyNot): string {
  const text = microsoftInvitationWords[language]
  if (!isLetIn) return text.notLetIn(account)
  if (addressee && email && (addressee.hasPassword || addressee.hasMicrosoft))
    return `${text.proved(account)} ${text.hasSignIn}`
  return addressee && email ? text.otherOnly(email, account) : `${text.proved(account)} ${text.join}`
}

interface BeginProps extends Omit<PartsProps, 'microsoft'> {
  readonly label: string
}

function Begin({ invitation, language, label }: BeginProps) {
  return (
    <Form action={beginAcceptance} label={label}>
      <Once />
      <input type="hidden" name="invitation" value={invitation.id} />
      <SubmitButton variant="secondary" pendingLabel={microsoftWords[language].button.leaving} wide>
        {label}
      </SubmitButton>
    </Form>
  )
}

interface JoinProps extends Omit<PartsProps, 'microsoft'> {
  readonly held: MicrosoftAccount
}

function Join({ invitation, held, language }: JoinProps) {
  const text = microsoftInvitationWords[language]
  const { name } = words[language]
  return (
    <Form
      action={acceptWithMicrosoft}
      label={text.title}
      className="form"
      labels={fieldLabels({ name }, language)}
    >
      <Once />
      <input type="hidden" name="invitation" value={invitation.id} />
      <input type="hidden" name="offer" value={offerMark(invitation.roles)} />
      <TextField name="name" label={name} autoComplete="name" defaultValue={held.name} required />
      <SubmitButton wide>{text.accept}</SubmitButton>
    </Form>
  )
}
