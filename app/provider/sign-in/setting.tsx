import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { RadioGroup } from '#components/ui/choices.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { TextArea, TextField } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { type StoredSetting, settingValues } from '#db/microsoft/setting.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import { settingFields, tenantsText } from '#lib/microsoft/setting.ts'
import { microsoftText, microsoftWords } from '#lib/microsoft/words.ts'
import { saveMicrosoft } from './actions.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly setting: StoredSetting
  readonly language: Language
}

export function SettingForm({ setting, language }: Props) {
  const words = catalogue[language]
  const { whose, tenants, clientId, clientSecret } = words
  return (
    <Card title={words.settings}>
      <Form
        action={saveMicrosoft}
        label={words.settings}
        labels={fieldLabels({ whose, tenants, clientId, clientSecret }, language)}
      >
        <Once />
        <HiddenField name="shown" value={packed(settingFields, settingValues(setting))} />
        <RadioGroup
          name="whose"
          legend={words.whose}
          defaultValue={setting.whose}
          options={[
            { value: 'listed', label: words.listed },
            { value: 'any', label: words.any, hint: words.anyHint },
          ]}
        />
        <TextArea
          name="tenants"
          label={words.tenants}
          hint={words.tenantsHint}
          defaultValue={setting.tenants.join('\n')}
          rows={3}
        />
        <TextField
          name="clientId"
          label={words.clientId}
          defaultValue={setting.clientId}
          autoComplete="off"
          plain
          required
        />
        <TextField
          name="clientSecret"
          label={words.clientSecret}
          hint={setting.hasSecret ? words.secretKept : words.secretNone}
          type="password"
          autoComplete="off"
          width="medium"
        />
        <div className="form-actions">
          <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

/** The same for whoever may not change it. */
export function SettingFacts({ setting, language }: Props) {
  const words = catalogue[language]
  const tenants = tenantsText(setting)
  return (
    <Card title={words.settings}>
      <Facts
        items={[
          {
            term: words.whose,
            value: tenants
              ? microsoftText('microsoftTenants', tenants, language)
              : microsoftWords[language].noTenant,
          },
          { term: words.clientId, value: setting.clientId || words.none },
          { term: words.clientSecret, value: setting.hasSecret ? words.kept : words.none },
        ]}
      />
    </Card>
  )
}
