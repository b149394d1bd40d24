import type { ReactNode } from 'react'
import { Once } from '#app/_server/once.tsx'
import { NewPasswordField } from '#components/person/new-password-field.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { CheckboxField } from '#components/ui/choices.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormAction } from '#components/ui/form-state.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { MetInvitation } from '#db/person-invitation/meet.ts'
import { placeWords } from '#lib/access/place-words.ts'
import { rolesGive } from '#lib/access/role-gives.ts'
import type { Actor } from '#lib/actor.ts'
import type { Brand } from '#lib/branding/brand.ts'
import { canonicalOf } from '#lib/email.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { phraseList } from '#lib/format.ts'
import { type Language, languageNames, languages } from '#lib/language.ts'
import { offerMark } from '#lib/person-invitation/person-invitation.ts'
import { accept, decline, join, makeSignIn, switchAccount } from './actions.ts'
import { type AtMicrosoft, calledAt, WithMicrosoft } from './microsoft-parts.tsx'
import { microsoftInvitationWords } from './microsoft-words.ts'
import { words } from './words.ts'

interface Parts {
  readonly invitation: MetInvitation
  readonly brand: Brand
  readonly language: Language
  readonly now: Date
  /** Where sign-in with Microsoft is on. */
  readonly microsoft: AtMicrosoft | null
}

/** Who invites, whom, as what, and what that would let them do. */
export function InvitationFacts({ invitation, language, zone }: Parts & { readonly zone: string }) {
  const text = words[language]
  const { roles, isClientAccount, email } = invitation
  const could = rolesGive(roles, isClientAccount, language)
  return (
    <Facts
      items={[
        { term: text.invitedBy, value: `${invitation.inviter}, ${invitation.account}` },
        { term: text.forWhom, value: email ? <Address>{email}</Address> : text.forHolder },
        {
          term: text.roles,
          value: phraseList(
            roles.map(role => placeWords[language].role[role]),
            language,
          ),
        },
        {
          term: text.could,
          value: (
            <ul className="list-disc ps-5">
              {could.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          ),
        },
        { term: text.lapses, value: <When at={invitation.lapsesAt} zone={zone} language={language} /> },
      ]}
    />
  )
}

interface ButtonProps {
  readonly action: FormAction
  readonly invitation: MetInvitation
  readonly label: string
  readonly variant?: 'primary' | 'secondary' | 'danger-quiet'
  readonly children?: ReactNode
}

function OneButton({ action, invitation, label, variant = 'primary', children }: ButtonProps) {
  return (
    <Form action={action} label={label}>
      <Once />
      <input type="hidden" name="invitation" value={invitation.id} />
      {children}
      <SubmitButton variant={variant} wide>
        {label}
      </SubmitButton>
    </Form>
  )
}

/** What somebody who is signed in can answer. Who it would bind is said before anything else. */
export function Answers({ invitation, language, actor, microsoft }: Parts & { readonly actor: Actor }) {
  const text = words[language]
  const { email, emailCanonical, anyAddress, inviterGone } = invitation
  const isOther = email !== null && emailCanonical !== canonicalOf(actor.email)
  const isTheirs = !isOther || anyAddress
  const mayAccept = !inviterGone && isTheirs
  const button = { invitation }
  return (
    <>
      <Notice tone={isOther ? 'warning' : 'neutral'}>
        {isOther
          ? (anyAddress ? text.otherToo : text.otherOnly)(email, actor.email)
          : `${text.signedIn(actor.name, actor.email)} ${email ? '' : text.binds(invitation.account)}`.trim()}
      </Notice>
      {mayAccept && (
        <OneButton {...button} action={accept} label={text.accept}>
          <input type="hidden" name="offer" value={offerMark(invitation.roles)} />
          {microsoft?.held && microsoft.isLetIn && (
            <CheckboxField
              name="link"
              label={microsoftInvitationWords[language].link(calledAt(microsoft.held))}
            />
          )}
        </OneButton>
      )}
      {(isOther || email === null) && (
        <OneButton
          {...button}
          action={switchAccount}
          label={text.switch}
          variant={mayAccept ? 'secondary' : 'primary'}
        />
      )}
      {isTheirs && <OneButton {...button} action={decline} label={text.decline} variant="danger-quiet" />}
    </>
  )
}

/** What somebody can do who is not signed in: sign in, make a sign-in, or say no where the letter proves that it is theirs. */
export function Newcomer(parts: Parts) {
  const { invitation, language, microsoft } = parts
  const text = words[language]
  const { addressee, email } = invitation
  const hasSignIn = addressee !== null && (addressee.hasPassword || addressee.hasMicrosoft)
  return (
    <>
      {hasSignIn && email && <p>{text.known(email)}</p>}
      {microsoft?.held && <WithMicrosoft {...parts} microsoft={microsoft} />}
      {microsoft?.held && !hasSignIn && <p className="or">{text.or}</p>}
      {addressee && !hasSignIn && email && <MakeSignIn {...parts} email={email} />}
      {!addressee && <Join {...parts} />}
      {microsoft && !microsoft.held && !hasSignIn && (
        <>
          <p className="or">{text.or}</p>
          <WithMicrosoft {...parts} microsoft={microsoft} />
        </>
      )}
      {!hasSignIn && <p className="or">{text.or}</p>}
      {!hasSignIn && <p>{text.have}</p>}
      <LinkButton href="/sign-in?next=/invitations" variant={hasSignIn ? 'primary' : 'secondary'} wide>
        {text.signIn}
      </LinkButton>
      {addressee && (
        <OneButton invitation={invitation} action={decline} label={text.decline} variant="danger-quiet" />
      )}
    </>
  )
}

function MakeSignIn({ invitation, brand, language, email }: Parts & { readonly email: string }) {
  const text = words[language]
  const { name, newPassword } = text
  return (
    <Form
      action={makeSignIn}
      label={text.make}
      className="form"
      labels={fieldLabels({ name, newPassword }, language)}
    >
      <Once />
      <input type="hidden" name="invitation" value={invitation.id} />
      <p>{text.makeText(email)}</p>
      {/* Password managers look for the name that a password belongs to. */}
      <input type="text" defaultValue={email} autoComplete="username" readOnly hidden />
      <TextField name="name" label={text.name} autoComplete="name" required />
      <NewPasswordField brand={brand} person={{ name: '', email }} language={language} words={text} />
      <SubmitButton wide>{text.makeButton}</SubmitButton>
    </Form>
  )
}

function Join({ invitation, language, microsoft }: Parts) {
  const text = words[language]
  const { name, email, language: spoken } = text
  return (
    <Form
      action={join}
      label={text.make}
      className="form"
      labels={fieldLabels({ name, email, language: spoken }, language)}
    >
      <Once />
      <input type="hidden" name="invitation" value={invitation.id} />
      <p>{text.joinText}</p>
      <TextField
        name="name"
        label={text.name}
        autoComplete="name"
        defaultValue={microsoft?.held?.name}
        required
      />
      <TextField
        name="email"
        label={text.email}
        type="email"
        autoComplete="email"
        defaultValue={invitation.email ?? microsoft?.held?.address ?? ''}
        required
      />
      <SelectField
        name="language"
        label={text.language}
        options={languages.map(one => ({ value: one, label: languageNames[one] }))}
        defaultValue={language}
        required
      />
      <SubmitButton wide>{text.joinButton}</SubmitButton>
    </Form>
  )
}
