import { Once } from '#app/_server/once.tsx'
import { RadioGroup } from '#components/ui/choices.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { Fieldset } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { HiddenField } from '#components/ui/hidden-field.tsx'
import { SaveActions } from '#components/ui/save-actions.tsx'
import type { PbxMember, Profile } from '#db/pbx-extension/around.ts'
import type { OneExtension } from '#db/pbx-extension/one.ts'
import { packed } from '#lib/edit.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import {
  devices,
  type PbxValues,
  pbxFields,
  routeKinds,
  startingValues,
} from '#lib/pbx-extension/extension.ts'
import { pbxWords } from '#lib/pbx-extension/words.ts'
import { add, edit } from './actions.ts'
import { words as catalogue } from './words.ts'

interface ExtensionFormProps {
  readonly accountId: string
  /** The one that is changed; null = a new one. */
  readonly extension: OneExtension | null
  readonly members: readonly PbxMember[]
  readonly profiles: readonly Profile[]
  readonly back: string
  readonly language: Language
}

/** What is said of an extension. */
export function ExtensionForm({
  accountId,
  extension,
  members,
  profiles,
  back,
  language,
}: ExtensionFormProps) {
  const words = catalogue[language]
  const { field } = pbxWords[language]
  const values = extension?.values ?? startingValues
  return (
    <Form
      action={extension ? edit : add}
      label={extension ? words.anExtension : words.newTitle}
      labels={fieldLabels(field, language)}
    >
      <Once />
      <input type="hidden" name="account" value={accountId} />
      {extension && (
        <>
          <input type="hidden" name="extension" value={extension.id} />
          <HiddenField name="shown" value={packed(pbxFields, values)} />
        </>
      )}
      <TextField
        name="number"
        label={field.number}
        hint={words.numberHint}
        defaultValue={values.number}
        inputMode="numeric"
        width="short"
        required
        plain
      />
      <SelectField
        name="member"
        label={field.member}
        emptyLabel={words.noPerson}
        defaultValue={values.member}
        options={members.map(({ id, name, extension: has }) => ({
          value: id,
          label: has && id !== values.member ? words.has(name, has) : name,
          disabled: has !== null && id !== values.member,
        }))}
      />
      <TextField
        name="name"
        label={field.name}
        hint={words.nameHint}
        optional={words.optional}
        defaultValue={values.name}
      />
      <TextField
        name="callerName"
        label={field.callerName}
        hint={words.callerNameHint}
        optional={words.optional}
        defaultValue={values.callerName}
        width="medium"
        plain
      />
      <WhatRings values={values} profiles={profiles} language={language} />
      <Ways values={values} language={language} />
      <SaveActions save={words.save} saving={words.saving} cancel={words.cancel} back={back} />
    </Form>
  )
}

interface PartProps {
  readonly values: PbxValues
  readonly language: Language
}

function WhatRings({ values, profiles, language }: PartProps & { readonly profiles: readonly Profile[] }) {
  const words = catalogue[language]
  const { field, device, on, off } = pbxWords[language]
  return (
    <>
      <RadioGroup
        name="device"
        legend={field.device}
        layout="row"
        defaultValue={values.device}
        options={devices.map(one => ({ value: one, label: device[one] }))}
      />
      <RadioGroup
        name="voicemail"
        legend={field.voicemail}
        layout="row"
        defaultValue={values.voicemail}
        options={[
          { value: 'on', label: on },
          { value: 'off', label: off },
        ]}
      />
      <SelectField
        name="profile"
        label={field.profile}
        emptyLabel={words.noProfile}
        defaultValue={values.profile}
        options={profiles.map(({ id, name }) => ({ value: id, label: name }))}
        width="medium"
      />
    </>
  )
}

function Ways({ values, language }: PartProps) {
  const words = catalogue[language]
  const { field, route } = pbxWords[language]
  const kinds = routeKinds.map(kind => ({ value: kind, label: route[kind] }))
  return (
    <Fieldset legend={words.calls} hint={words.callsHint}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField name="busy" label={field.busy} defaultValue={values.busy} options={kinds} />
        <TextField name="busyTo" type="tel" label={field.busyTo} defaultValue={values.busyTo} plain />
      </div>
      <TextField
        name="ring"
        label={field.ring}
        hint={words.ringHint}
        defaultValue={values.ring}
        inputMode="numeric"
        width="short"
        required
        plain
      />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <SelectField
          name="unanswered"
          label={field.unanswered}
          defaultValue={values.unanswered}
          options={kinds}
        />
        <TextField
          name="unansweredTo"
          type="tel"
          label={field.unansweredTo}
          defaultValue={values.unansweredTo}
          plain
        />
      </div>
    </Fieldset>
  )
}
