import { Once } from '#app/_server/once.tsx'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { OneProfile, SeenKey } from '#db/key-profile/reads.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { wholeNumber } from '#lib/format.ts'
import { keyKinds, profileFields, profileValues } from '#lib/key-profile/key.ts'
import { profileWords } from '#lib/key-profile/words.ts'
import type { Language } from '#lib/language.ts'
import { edit } from './actions.ts'
import { words as catalogue } from './words.ts'

interface ProfileFormProps {
  readonly accountId: string
  readonly profile: OneProfile
  readonly language: Language
}

/** Name and keys in one form. The first button is the one that saves, so that Enter in any field does. */
export function ProfileForm({ accountId, profile, language }: ProfileFormProps) {
  const words = catalogue[language]
  const { name } = profileWords[language]
  const { keys } = profile
  const texts = keys.flatMap((_, at) => {
    const n = wholeNumber(at + 1, language)
    return [
      [`kind${at + 1}`, words.does(n)],
      [`value${at + 1}`, words.value(n)],
      [`label${at + 1}`, words.label(n)],
    ]
  })
  const save = (
    <SubmitButton name="act" value="save" pendingLabel={words.saving}>
      {words.save}
    </SubmitButton>
  )
  return (
    <Form
      action={edit}
      label={words.page}
      labels={fieldLabels({ profileName: name, ...Object.fromEntries(texts) }, language)}
    >
      <Once />
      <input type="hidden" name="account" value={accountId} />
      <input type="hidden" name="profile" value={profile.id} />
      <HiddenField name="shown" value={packed(profileFields, profileValues(profile.name, keys))} />
      <TextField name="profileName" label={name} defaultValue={profile.name} width="medium" required />
      <FormActions>{save}</FormActions>
      <p className="field-hint">{words.keysText}</p>
      <ol className="key-rows">
        {keys.map((key, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key is known by its place
          <KeyRow key={at} shown={key} at={at} last={at === keys.length - 1} language={language} />
        ))}
      </ol>
      <FormActions>{save}</FormActions>
    </Form>
  )
}

interface KeyRowProps {
  readonly shown: SeenKey
  readonly at: number
  readonly last: boolean
  readonly language: Language
}

function KeyRow({ shown: { kind, value, label, astray }, at, last, language }: KeyRowProps) {
  const words = catalogue[language]
  const { kind: kinds } = profileWords[language]
  const n = at + 1
  const said = wholeNumber(n, language)
  return (
    <li className="key-row">
      <SelectField
        name={`kind${n}`}
        label={words.does(said)}
        defaultValue={kind}
        options={keyKinds.map(one => ({ value: one, label: kinds[one] }))}
      />
      <TextField
        name={`value${n}`}
        label={words.value(said)}
        hint={astray ? words.astray : undefined}
        defaultValue={value}
        plain
      />
      <TextField name={`label${n}`} label={words.label(said)} defaultValue={label} />
      <span className="key-moves">
        {at > 0 && (
          <Button type="submit" name="act" value={`${n}-${n - 1}`} size="small" aria-label={words.up(said)}>
            ↑
          </Button>
        )}
        {!last && (
          <Button type="submit" name="act" value={`${n}-${n + 1}`} size="small" aria-label={words.down(said)}>
            ↓
          </Button>
        )}
      </span>
    </li>
  )
}
