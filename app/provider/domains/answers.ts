import { checkAccent, checkDarkAccent } from '#lib/branding/accent.ts'
import type { ChangedField, DomainColours } from '#lib/branding/domain.ts'
import { previewOf } from '#lib/branding/preview.ts'
import { packedPreview } from '#lib/branding/preview-text.ts'
import { words as brandingWords, fieldText } from '#lib/branding/words.ts'
import type { Language } from '#lib/language.ts'
import { type Overtook, tellOvertaken } from '#lib/overtaken.ts'

/** What is wrong with the colours, each at its field; null where nothing is. */
export function colourFaults(
  { accent, accentDark }: DomainColours,
  language: Language,
): Record<string, string> | null {
  const words = brandingWords[language]
  const [light, dark] = [checkAccent(accent), accentDark === '' ? null : checkDarkAccent(accentDark)]
  const faults: Record<string, string> = {}
  if (!light.ok)
    faults.accent = 'ratio' in light ? words['contrast-too-low'](light.ratio) : words['not-a-colour']()
  if (dark && !dark.ok)
    faults.accentDark = 'ratio' in dark ? words['dark-contrast-too-low'](dark.ratio) : words['not-a-colour']()
  return Object.keys(faults).length > 0 ? faults : null
}

/** The colours as the form comes back with them, and what they look like, where they are any. */
export function seenBefore({ accent, accentDark }: DomainColours): Record<string, string> {
  const preview = previewOf(accent, accentDark)
  return { accent, accentDark, ...(preview && { preview: packedPreview(preview) }) }
}

/** What the later of two people is told who edit the same domain. */
export function overtakenDomain<Field extends ChangedField>(
  fields: readonly Field[],
  overtook: Overtook<Field>,
  zone: string,
  language: Language,
) {
  const telling = {
    names: brandingWords[language].field,
    value: (field: Field, stored: string) => fieldText(field, stored, language),
  }
  return tellOvertaken(fields, overtook, telling, zone, language)
}
