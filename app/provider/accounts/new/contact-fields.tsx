import { CheckboxGroup } from '#components/ui/choices.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Fieldset } from '#components/ui/fieldset.tsx'
import { placeWords } from '#lib/access/place-words.ts'
import { roles } from '#lib/access/roles.ts'
import { type ContactKind, contactKinds, contactRoles } from '#lib/account/contacts.ts'
import { accountWords } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { formWords } from '../form-words.ts'

/** Those who look after the account: each with a name, an address, and roles that can be changed. */
export function ContactFields({ language }: { language: Language }) {
  return contactKinds.map(kind => <Contact key={kind} kind={kind} language={language} />)
}

function Contact({ kind, language }: { kind: ContactKind; language: Language }) {
  const words = formWords[language]
  const optional = kind === 'owner' ? undefined : words.optional
  return (
    <Fieldset legend={accountWords[language].contact[kind]} hint={words.kindText[kind]}>
      <TextField name={`${kind}Name`} label={words.personName} optional={optional} autoComplete="off" />
      <TextField
        name={`${kind}Email`}
        label={words.email}
        type="email"
        optional={optional}
        autoComplete="off"
      />
      <CheckboxGroup
        name={`${kind}Roles`}
        legend={words.roles}
        layout="row"
        defaultValues={contactRoles[kind]}
        options={roles.map(role => ({ value: role, label: placeWords[language].role[role] }))}
      />
    </Fieldset>
  )
}
