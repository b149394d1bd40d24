import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { ListedProfile, OneProfile } from '#db/key-profile/reads.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { wholeNumber } from '#lib/format.ts'
import { longest } from '#lib/key-profile/forms.ts'
import { profileWords } from '#lib/key-profile/words.ts'
import type { Language } from '#lib/language.ts'
import { copy, remove } from '../actions.ts'
import { words as catalogue } from '../words.ts'

interface ActProps {
  readonly accountId: string
  readonly profile: OneProfile
  readonly language: Language
}

/** Another profile with the same keys. */
export function CopyCard({ accountId, profile, language }: ActProps) {
  const words = catalogue[language]
  const { name, copyOf } = profileWords[language]
  return (
    <Card title={words.copy} description={words.copyText}>
      <Form action={copy} label={words.copy} labels={fieldLabels({ profileName: name }, language)}>
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="profile" value={profile.id} />
        <TextField
          name="profileName"
          label={name}
          defaultValue={copyOf(profile.name).slice(0, longest.name)}
          width="medium"
          required
        />
        <FormActions>
          <SubmitButton variant="secondary">{words.copy}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  )
}

/** Removes it; where extensions use it, only with the one that they get instead. */
export function RemoveCard({
  accountId,
  profile,
  others,
  language,
}: ActProps & { readonly others: readonly ListedProfile[] }) {
  const words = catalogue[language]
  const count = profile.users.length
  const used = count > 0
  const text = used ? words.removeUsed(wholeNumber(count, language), count) : words.removeText
  if (used && others.length === 0) return <Card title={words.remove} description={words.removeNoOther} />
  return (
    <Card title={words.remove} description={text}>
      <Form
        action={remove}
        label={words.remove}
        labels={fieldLabels({ replacement: words.replacement }, language)}
      >
        <Once />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="profile" value={profile.id} />
        {used ? (
          <SelectField
            name="replacement"
            label={words.replacement}
            emptyLabel={words.choose}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            width="medium"
          />
        ) : (
          <input type="hidden" name="replacement" value="" />
        )}
        <div>
          <SubmitButton variant="danger-quiet">{words.remove}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
