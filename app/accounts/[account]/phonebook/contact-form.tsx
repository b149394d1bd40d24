import { Once } from '#app/_server/once.tsx'
import { CheckboxGroup } from '#components/ui/choices.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Fieldset } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import type { ListedGroup, OneContact } from '#db/phonebook/reads.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { contactFields, contactValues, numberKinds } from '#lib/phonebook/contact.ts'
import { phonebookWords } from '#lib/phonebook/words.ts'
import { add, edit } from './actions.ts'
import { words as catalogue } from './words.ts'

interface ContactFormProps {
  readonly accountId: string
  /** The one that is changed; null = a new one. */
  readonly contact: OneContact | null
  readonly groups: readonly ListedGroup[]
  readonly back: string
  readonly language: Language
}

/** What is said of a contact. */
export function ContactForm({ accountId, contact, groups, back, language }: ContactFormProps) {
  const words = catalogue[language]
  const { field } = phonebookWords[language]
  return (
    <Form
      action={contact ? edit : add}
      label={contact ? words.page : words.newTitle}
      labels={fieldLabels(field, language)}
    >
      <Once />
      <input type="hidden" name="account" value={accountId} />
      {contact && (
        <>
          <input type="hidden" name="contact" value={contact.id} />
          <HiddenField name="shown" value={packed(contactFields, contactValues(contact, contact.groups))} />
        </>
      )}
      <TextField name="name" label={field.name} defaultValue={contact?.name} required />
      <TextField
        name="company"
        label={field.company}
        optional={words.optional}
        defaultValue={contact?.company}
      />
      <Fieldset legend={words.numbers} hint={words.numbersHint}>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-3">
          {numberKinds.map(kind => (
            <TextField
              key={kind}
              name={kind}
              type="tel"
              label={field[kind]}
              defaultValue={contact?.[kind]}
              plain
            />
          ))}
        </div>
      </Fieldset>
      <TextField
        name="email"
        type="email"
        label={field.email}
        optional={words.optional}
        defaultValue={contact?.email}
      />
      <TextField name="note" label={field.note} optional={words.optional} defaultValue={contact?.note} />
      {groups.length > 0 && (
        <CheckboxGroup
          name="groups"
          legend={field.groups}
          optional={words.optional}
          layout="row"
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValues={contact?.groups ?? []}
        />
      )}
      <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={back} />
    </Form>
  )
}
