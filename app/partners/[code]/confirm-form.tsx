import { Once } from '#app/_server/once.tsx'
import { type Chosen, GivingFields } from '#components/access/giving-fields.tsx'
import { accessWords } from '#components/access/words.ts'
import { Card } from '#components/ui/card.tsx'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { shownFields } from '#lib/invitation/forms.ts'
import type { Language } from '#lib/language.ts'
import { confirm } from './actions.ts'
import { words as catalogue } from './words.ts'

interface ConfirmFormProps {
  readonly code: string
  readonly firm: { readonly name: string; readonly partnerCode: string }
  readonly account: {
    readonly id: string
    readonly name: string
    readonly slug: string
    readonly timeZone: string
  }
  readonly longestHours: number | null
  readonly chosen: Chosen
  /** Where another account is chosen; null where there is none. */
  readonly otherHref: string | null
  readonly language: Language
}

/** Scope and duration for the firm that the page shows; what it shows travels with the form. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { code, firm, account, longestHours, chosen, otherHref, language } = props
  const words = catalogue[language]
  const { duration, until, scope, pages } = accessWords[language]
  return (
    <Card
      title={words.give(account.name)}
      description={words.giveText}
      actions={
        otherHref && (
          <LinkButton href={otherHref} size="small">
            {words.other}
          </LinkButton>
        )
      }
    >
      <Form
        action={confirm}
        label={words.give(account.name)}
        className="form"
        labels={fieldLabels({ duration, until, scope, pages }, language)}
      >
        <Once />
        <input type="hidden" name="account" value={account.id} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="shown" value={packed(shownFields, firm)} />
        <GivingFields
          language={language}
          zone={account.timeZone}
          longestHours={longestHours}
          chosen={chosen}
        />
        <SaveActions
          save={words.confirm}
          saving={words.confirming}
          cancel={words.cancel}
          back={`/accounts/${account.slug}/settings/authorisation`}
        />
      </Form>
    </Card>
  )
}
