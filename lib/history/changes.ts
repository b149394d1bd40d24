import { accountWords, valueText } from '#lib/account/words.ts'
import { words as brandingWords, fieldText, isBrandingField } from '#lib/branding/words.ts'
import { hostShown } from '#lib/host.ts'
import { profileValueText } from '#lib/key-profile/words.ts'
import type { Language } from '#lib/language.ts'
import { isLimit } from '#lib/limits/limits.ts'
import { limitText } from '#lib/limits/words.ts'
import { isMicrosoftField, microsoftText } from '#lib/microsoft/words.ts'
import { pbxValueText } from '#lib/pbx-extension/words.ts'
import { platformWords } from '#lib/platform/words.ts'
import { subscriptionValueText } from '#lib/subscription/words.ts'
import { trialWords } from '#lib/trial/words.ts'
import type { EventFacts } from './event.ts'
import { fieldNames } from './field-names.ts'
import { codesText } from './import-words.ts'

/** What was changed, in the reader's words. */
export interface ToldChange {
  readonly field: string
  readonly old: string
  readonly new: string
}

export function toldChanges(facts: EventFacts, language: Language): readonly ToldChange[] {
  return Object.entries(facts.changes ?? {}).map(([field, [before, after]]) => ({
    field: changedName(field, language),
    old: changedText(field, before, language),
    new: changedText(field, after, language),
  }))
}

/** A role of the provider's staff by its name. */
export function roleText(role: string, language: Language): string {
  const roles: Readonly<Record<string, string>> = platformWords[language].role
  return (Object.hasOwn(roles, role) && roles[role]) || role
}

function changedName(field: string, language: Language): string {
  if (isBrandingField(field)) return brandingWords[language].field[field]
  return fieldNames(language)[field] ?? field
}

function changedText(field: string, value: string, language: Language): string {
  if (isBrandingField(field)) return fieldText(field, value, language)
  if (field === 'role') return roleText(value, language)
  if (field === 'homeBrand') return hostShown(value)
  if (isMicrosoftField(field)) return microsoftText(field, value, language)
  const pbx = pbxValueText(field, value, language) ?? profileValueText(field, value, language)
  if (pbx !== null && !Object.hasOwn(accountWords[language].field, field)) return pbx
  const plan = planText(field, value, language)
  if (plan !== null) return plan
  const codes = codesText(field, value, language)
  if (codes !== null) return codes
  return isLimit(field) ? limitText(field, value, language) : valueText(field, value, language)
}

/** Of what an account buys and tries out. */
function planText(field: string, value: string, language: Language): string | null {
  const trials: Readonly<Record<string, string>> = trialWords[language].state
  const told = subscriptionValueText(field, value, language)
  return field === 'state' && told === value && Object.hasOwn(trials, value) ? (trials[value] ?? told) : told
}
