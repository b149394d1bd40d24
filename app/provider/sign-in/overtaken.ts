import { packed } from '#lib/edit.ts'
import { exactTime } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { type SettingField, settingFields } from '#lib/microsoft/setting.ts'
import { microsoftText } from '#lib/microsoft/words.ts'
import { newerText, type Overtook, whoText } from '#lib/overtaken.ts'
import { words } from './words.ts'

/** The form's field at which each part of the setting is told about. */
const fieldOf = {
  microsoftTenants: 'tenants',
  microsoftClient: 'clientId',
  microsoftSecret: 'clientSecret',
} as const satisfies Record<SettingField, string>

/** What the later of two is told: by whom, when, and what each part is by now. */
export function overtakenSetting(overtook: Overtook<SettingField>, zone: string, language: Language) {
  const { theirs, merged, stored, by } = overtook
  const [latest] = by
  const value = (field: SettingField, text: string) => microsoftText(field, text, language)
  const told = theirs.map(field => [fieldOf[field], newerText(field, overtook, value, language)])
  const when = latest?.at ? exactTime(latest.at, zone, language) : ''
  const isAny = merged.microsoftTenants === 'any'
  return {
    refused: words[language].meanwhile(whoText(latest?.by, language), when),
    fields: Object.fromEntries(told) as Record<string, string>,
    values: {
      shown: packed(settingFields, stored),
      whose: isAny ? 'any' : 'listed',
      tenants: isAny ? '' : merged.microsoftTenants.replaceAll(', ', '\n'),
      clientId: merged.microsoftClient,
    },
  }
}
