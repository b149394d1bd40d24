import { Once } from '#app/_server/once.tsx'
import { Form } from '#components/ui/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { OneContact } from '#db/phonebook/reads.ts'
import type { Language } from '#lib/language.ts'
import { restore } from './actions.ts'
import { words as catalogue } from './words.ts'

interface UndoBarProps {
  /** The contact that was removed a moment ago, if the address names one. */
  readonly contact: OneContact | null
  /** Several were. */
  readonly several: boolean
  readonly accountId: string
  readonly list: string
  readonly language: Language
}

/** The way back, right where one lands after removing something. */
export function UndoBar({ contact, several, accountId, list, language }: UndoBarProps) {
  const words = catalogue[language]
  if (several)
    return (
      <div>
        <LinkButton href={`${list}/removed`} icon={<Icon name="history" />}>
          {words.seeRemoved}
        </LinkButton>
      </div>
    )
  if (!contact?.removed?.canComeBack) return null
  return (
    <Form action={restore} label={words.restoreNamed(contact.name)}>
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="thing" value={`contact:${contact.id}`} />
      <div>
        <SubmitButton variant="secondary" icon={<Icon name="history" />}>
          {words.restoreNamed(contact.name)}
        </SubmitButton>
      </div>
    </Form>
  )
}
