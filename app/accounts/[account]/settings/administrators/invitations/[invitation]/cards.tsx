import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { ConfirmPanel } from '#components/ui/confirm-panel.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { CancelLink } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Code } from '#components/ui/text.tsx'
import type { ListedInvitation } from '#db/person-invitation/reads.ts'
import { roles as everyRole, type Role } from '#lib/access/roles.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { cancel, offer, readdress, renew } from '../../actions.ts'
import { roleChoices } from '../../role-choices.ts'
import { RoleFields } from '../../role-fields.tsx'
import { words as catalogue } from '../../words.ts'

interface Parts {
  readonly invitation: ListedInvitation
  readonly accountId: string
  readonly own: string
  readonly language: Language
}

function Hidden({ accountId, invitation }: Pick<Parts, 'accountId' | 'invitation'>) {
  return (
    <>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="invitation" value={invitation.id} />
    </>
  )
}

/** The newest link, to be handed over by whoever may invite. */
export function LinkCard({ invitation, language, address }: Parts & { readonly address: string }) {
  const words = catalogue[language]
  return (
    <Card
      title={words.theLink}
      description={invitation.email ? words.linkTextNamed : words.linkText}
      actions={
        <CopyButton text={address} copied={words.copied} icon={<Icon name="copy" />}>
          {words.copy}
        </CopyButton>
      }
    >
      <Code>{address}</Code>
    </Card>
  )
}

/** A new link in place of the old; for an address by a letter, to it or to another one. */
export function RenewCard(parts: Parts) {
  const { invitation, language } = parts
  const words = catalogue[language]
  const named = invitation.email !== null
  return (
    <Card title={words.again} description={named ? words.resendText : words.renewText}>
      <Form action={renew} label={words.again}>
        <Hidden {...parts} />
        <FormActions>
          <SubmitButton variant="secondary">{named ? words.resend : words.renew}</SubmitButton>
        </FormActions>
      </Form>
      {named && (
        <Form
          action={readdress}
          label={words.readdress}
          className="form form-divided"
          labels={fieldLabels({ email: words.another_ }, language)}
        >
          <Hidden {...parts} />
          <TextField name="email" label={words.another_} hint={words.readdressText} type="email" required />
          <FormActions>
            <SubmitButton variant="secondary">{words.readdress}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}

interface OfferProps extends Parts {
  readonly isClientAccount: boolean
  readonly offered: readonly Role[]
}

/** What it offers, to be changed while nobody has accepted. */
export function OfferCard({ isClientAccount, offered, ...parts }: OfferProps) {
  const { invitation, language } = parts
  const words = catalogue[language]
  const shown = everyRole.filter(role => offered.includes(role) || invitation.roles.includes(role))
  return (
    <Card title={words.changeRoles}>
      <Form
        action={offer}
        label={words.changeRoles}
        className="form"
        labels={fieldLabels({ roles: words.roles }, language)}
      >
        <Hidden {...parts} />
        <input type="hidden" name="version" value={invitation.version} />
        <RoleFields
          legend={words.roles}
          chosen={invitation.roles}
          {...roleChoices(shown, isClientAccount, language)}
        />
        <FormActions>
          <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}

/** What stands between the reader and taking it back. */
export function CancelCard(parts: Parts) {
  const { invitation, own, language } = parts
  const words = catalogue[language]
  const { email } = invitation
  return (
    <Card title={words.cancelInvitation} tone="danger">
      <Form action={cancel} label={words.cancelInvitation}>
        <Hidden {...parts} />
        <ConfirmPanel
          statement={email ? words.cancelStatement(email) : words.cancelStatementLink}
          consequences={[words.cancelConsequence]}
          actions={
            <>
              <CancelLink href={own} first>
                {words.leave}
              </CancelLink>
              <SubmitButton variant="danger">{words.cancelInvitation}</SubmitButton>
            </>
          }
        />
      </Form>
    </Card>
  )
}
