/** The two languages that every screen and letter speaks. */
export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** Each language under its own name, as a switch offers it. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' }

export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'fr'
}

/** The first language of ours that a browser asks for (Accept-Language), by its weights; null where it asks for neither. */
export function preferredLanguage(asked: string): Language | null {
  const wishes = asked.split(',', 50).map(one => {
    const [range = '', ...parameters] = one.split(';').map(part => part.trim().toLowerCase())
    const weight = parameters.find(part => part.startsWith('q='))?.slice(2) ?? '1'
    return { language: range.split('-')[0], weight: Number(weight) || 0 }
  })
  const best = wishes.filter(one => one.weight > 0).sort((one, other) => other.weight - one.weight)
  return best.map(one => one.language).find(isLanguage) ?? null
}

/** The locale for `Intl` and for `<html lang>`: the portal writes Canadian business style in both. */
export function localeOf(language: Language): 'en-CA' | 'fr-CA' {
  return language === 'fr' ? 'fr-CA' : 'en-CA'
}

/**
 * Picks the form that a number needs. French counts nought and one (and 1.5) as singular, English only one.
 * The caller puts the number into the text: `${n} ${plural('fr', n, 'personne', 'personnes')}`.
 */
export function plural(language: Language, n: number, one: string, other: string): string {
  const singular = language === 'fr' ? Math.abs(n) < 2 : n === 1
  return singular ? one : other
}

/** What a catalogue's entry looks like in any language: the exact English words widen to `string`. */
export type Widened<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Answer
    ? (...values: Values) => Widened<Answer>
    : T extends readonly (infer Item)[]
      ? readonly Widened<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Widened<T[Key]> }
        : T

/**
 * What is left to complain about when the French side is compared with the English one: a key that English lacks, or
 * a function that takes fewer values. TypeScript alone lets both pass.
 */
export type Faithful<En, Fr> = Fr extends (...values: infer FrValues) => unknown
  ? En extends (...values: infer EnValues) => unknown
    ? EnValues['length'] extends FrValues['length']
      ? Fr
      : never
    : never
  : Fr extends readonly unknown[]
    ? Fr
    : Fr extends object
      ? { [Key in keyof Fr]: Key extends keyof En ? Faithful<En[Key], Fr[Key]> : never }
      : Fr

/** A catalogue in both languages: `words[language].title`. */
export type Bilingual<T> = Readonly<Record<Language, Widened<T>>>

/**
 * A catalogue of texts in both languages. Entries are strings, lists of strings, or functions of their values; they
 * may be grouped. The French side must have the same keys and the same parameter lists, or it does not compile.
 */
export function bilingual<const En extends object, const Fr extends Widened<En>>(texts: {
  en: En
  fr: Fr & Faithful<NoInfer<En>, NoInfer<Fr>>
}): Bilingual<En> {
  return { en: texts.en as Widened<En>, fr: texts.fr }
}
