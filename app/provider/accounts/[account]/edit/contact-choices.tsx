import { SelectField } from '#components/ui/field.tsx'
import { Fieldset } from '#components/ui/fieldset.tsx'
import { type ContactChoice, contactValues, type SeenContact } from '#db/account/named-contacts.ts'
import { contactFieldOf, contactKinds } from '#lib/account/contacts.ts'
import { accountWords } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { kindText } from '#lib/membership/words.ts'
import { formWords } from '../../form-words.ts'

interface ContactChoicesProps {
  readonly contacts: readonly SeenContact[]
  readonly choices: readonly ContactChoice[]
  readonly language: Language
}

/** Who is spoken with about what: one of the account's people for each purpose, or nobody. */
export function ContactChoices({ contacts, choices, language }: ContactChoicesProps) {
  const words = formWords[language]
  const chosen = contactValues(contacts)
  const options = choices.map(({ id, name, kind, email }) => ({
    value: id,
    label: words.contactChoice(name, kindText(kind, language), email),
  }))
  return (
    <Fieldset id="contacts" legend={words.contacts} hint={words.contactsText}>
      {contactKinds.map(kind => (
        <SelectField
          key={kind}
          name={contactFieldOf(kind)}
          label={accountWords[language].contact[kind]}
          hint={words.kindText[kind]}
          defaultValue={chosen[contactFieldOf(kind)]}
          emptyLabel={words.nobody}
          options={options}
        />
      ))}
    </Fieldset>
  )
}
