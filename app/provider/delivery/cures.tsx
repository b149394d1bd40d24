import type { ReactNode } from 'react'
import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { ShownOnce } from '#components/ui/shown-once.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { SeenLetter } from '#db/delivery/letter.ts'
import { conditionOf, isTrouble } from '#lib/delivery/condition.ts'
import { correcting, isInvitation, resending } from '#lib/delivery/cure.ts'
import { addressRefusalSentence, resendRefusalSentence } from '#lib/delivery/words.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { copyLink, correct, resend } from './actions.ts'
import { words as catalogue } from './words.ts'

interface CuresProps {
  readonly letter: SeenLetter
  readonly now: Date
  readonly language: Language
}

/** What can be done about a letter; what can't says why. Letters that are well have none. */
export function Cures(props: CuresProps) {
  const { letter, now, language } = props
  const condition = conditionOf(letter, now)
  if (!isTrouble(condition) && condition !== 'waiting' && !letter.isHandedOver) return null
  const words = catalogue[language]
  const again = resending(letter, letter.recipient, now)
  if (!again.ok)
    return (
      <Card title={words.cantTitle}>
        <p>{resendRefusalSentence(again.refusal, language)}</p>
      </Card>
    )
  const address = correcting(letter, letter.recipient, now)
  return (
    <>
      <Resend {...props} how={again.value} isComplaint={condition === 'complained'} />
      {isInvitation(letter.kind) && <CopyLink {...props} />}
      {address.ok ? (
        <Correct {...props} />
      ) : (
        <Card title={words.addressCant}>
          <p>{addressRefusalSentence(address.refusal, language)}</p>
        </Card>
      )}
    </>
  )
}

function Resend({
  letter,
  language,
  how,
  isComplaint,
}: CuresProps & { how: 'anew' | 'at-once'; isComplaint: boolean }) {
  const words = catalogue[language]
  const anew = how === 'anew'
  const title = anew ? words.resendTitle : words.tryTitle
  return (
    <Cure title={title} letter={letter} action={resend}>
      {isComplaint && <p>{words.complainedText}</p>}
      <p>{anew ? words.resendText(letter.toName, letter.addressNow ?? letter.toAddress) : words.tryText}</p>
      <FormActions>
        <SubmitButton>{anew ? words.resend : words.tryNow}</SubmitButton>
      </FormActions>
    </Cure>
  )
}

function Correct({ letter, language }: CuresProps) {
  const words = catalogue[language]
  const labels = fieldLabels({ email: words.newAddress }, language)
  return (
    <Cure title={words.addressTitle} letter={letter} action={correct} labels={labels}>
      <p>{words.addressText(letter.toName)}</p>
      <TextField name="email" type="email" label={words.newAddress} autoComplete="off" required />
      <FormActions>
        <SubmitButton variant="secondary">{words.addressSubmit}</SubmitButton>
      </FormActions>
    </Cure>
  )
}

function CopyLink({ letter, language }: CuresProps) {
  const words = catalogue[language]
  return (
    <Cure title={words.linkTitle} letter={letter} action={copyLink}>
      <ShownOnce label={words.linkLabel} copy={words.copy} copied={words.copied} />
      <p>{words.linkText(letter.toName)}</p>
      <p>{words.linkWarning}</p>
      <FormActions>
        <SubmitButton variant="secondary">{words.linkSubmit}</SubmitButton>
      </FormActions>
    </Cure>
  )
}

interface CureProps {
  readonly title: string
  readonly letter: SeenLetter
  readonly action: typeof resend
  readonly labels?: Readonly<Record<string, string>>
  readonly children: ReactNode
}

function Cure({ title, letter, action, labels, children }: CureProps) {
  return (
    <Card title={title}>
      <Form action={action} label={title} labels={labels}>
        <Once />
        <input type="hidden" name="letter" value={letter.id} />
        {children}
      </Form>
    </Card>
  )
}
