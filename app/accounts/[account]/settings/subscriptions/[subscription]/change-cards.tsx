import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { WholeSubscription } from '#db/subscription/reads.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { calendarDay, wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { priceShown } from '#lib/subscription/subscription.ts'
import { saveQuantity, saveRenewal } from '../actions.ts'
import { changeWords } from '../change-words.ts'

interface Props {
  readonly subscription: WholeSubscription
  readonly accountId: string
  readonly language: Language
}

/** How many there are, and whether it goes on. */
export function ChangeCards(props: Props) {
  const { subscription, accountId, language } = props
  const words = changeWords[language]
  return (
    <>
      <Card title={words.quantity}>
        <Form
          action={saveQuantity}
          label={words.quantity}
          labels={fieldLabels({ quantity: words.quantityField }, language)}
        >
          <Once />
          <input type="hidden" name="account" value={accountId} />
          <input type="hidden" name="subscription" value={subscription.id} />
          <input type="hidden" name="shown" value={subscription.quantity} />
          <input type="hidden" name="price" value={priceShown(subscription)} />
          <TextField
            name="quantity"
            label={words.quantityField}
            hint={
              subscription.used > 0
                ? words.quantityHintUsed(wholeNumber(subscription.used, language))
                : words.quantityHint
            }
            inputMode="numeric"
            width="short"
            autoComplete="off"
            defaultValue={subscription.quantity}
          />
          <FormActions>
            <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
      <Renewal {...props} />
    </>
  )
}

function Renewal({ subscription, accountId, language }: Props) {
  const words = changeWords[language]
  const { id, endsOn, renewsOn } = subscription
  const shown = endsOn ?? renewsOn
  if (shown === null)
    return (
      <Card title={words.renewal}>
        <p>{words.noRenewal}</p>
      </Card>
    )
  const day = calendarDay(shown, language)
  return (
    <Card title={words.renewal}>
      <Form action={saveRenewal} label={words.renewal}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="subscription" value={id} />
        <input type="hidden" name="shown" value={shown} />
        <p>{endsOn ? words.endText(day) : words.renewalText(day)}</p>
        <FormActions>
          <SubmitButton variant="secondary" name="act" value={endsOn ? 'keep' : 'end'}>
            {endsOn ? words.keep : words.end(day)}
          </SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}
