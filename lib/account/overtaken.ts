import type { Language } from '#lib/language.ts'
import { type Overtook, tellOvertaken } from '#lib/overtaken.ts'
import type { ChangedField } from './details.ts'
import { accountWords, valueText } from './words.ts'

/**
 * What the later of two people is told who edit an account, a service or an end user: see `tellOvertaken`. `called` says
 * how a value is called that is the key of something.
 */
export function overtakenAnswer<Field extends ChangedField>(
  fields: readonly Field[],
  overtook: Overtook<Field>,
  zone: string,
  language: Language,
  called: (field: Field, stored: string) => string = (_, stored) => stored,
) {
  const telling = {
    names: accountWords[language].field,
    value: (field: Field, stored: string) => valueText(field, called(field, stored), language),
  }
  const answer = tellOvertaken(fields, overtook, telling, zone, language)
  return { ...answer, values: { ...answer.values, ...switchedOff(overtook.merged) } }
}

/** A checkbox that is off is posted as nothing at all. */
function switchedOff(values: Readonly<Partial<Record<ChangedField, string>>>): Record<string, string> {
  return values.enabled === 'off' ? { enabled: '' } : {}
}
