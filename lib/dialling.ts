import { type CountryCode, getCountries, parsePhoneNumberFromString as parse } from 'libphonenumber-js/min'
import { foldedText } from './fold.ts'
import { languages } from './language.ts'
import { digitsOf, parsePhone } from './phone.ts'

// The same number is written in many ways: at home without its country, abroad with it. Whoever called is known, and a
// number is found, by what the world dials.

/** A country with a numbering plan, by its two letters. */
export type Country = CountryCode

let names: ReadonlyMap<string, Country> | undefined

/** Every country by its letters and its names in our languages, folded. */
function countries(): ReadonlyMap<string, Country> {
  names ??= new Map(
    getCountries().flatMap(code => [
      [code.toLowerCase(), code] as const,
      ...languages.map(language => {
        const shown = new Intl.DisplayNames(language, { type: 'region' }).of(code)
        return [foldedText(shown ?? code), code] as const
      }),
    ]),
  )
  return names
}

/**
 * Where an account dials from: the country of its address, else that of the first of its own numbers which has one. Null
 * where neither tells; then numbers without a country code are known only by the digits that were written.
 */
export function countryOf(named: string, numbers: readonly string[]): Country | null {
  const known = countries().get(foldedText(named.trim()))
  if (known) return known
  for (const number of numbers) {
    const found = parse(number)
    const country = found?.country ?? found?.getPossibleCountries()[0]
    if (country) return country
  }
  return null
}

/** The digits that the world dials for a number, without the +; those that were written where it is none of the world's. */
export function dialled(number: string, from: Country | null): string {
  const found = parse(number, from ?? undefined)
  return found?.isPossible() ? found.number.slice(1) : digitsOf(number)
}

/** A number of the world, as it is shown and by its digits without the +. */
export interface WorldNumber {
  readonly shown: string
  readonly key: string
}

/**
 * One of an account's own numbers, as its service writes it, from where the account is. Whatever comes and goes by it is kept
 * under this key; a number that is none of the world's goes by what is written.
 */
export function ownNumber(written: string, from: Country | null): WorldNumber {
  return worldNumber(written, from) ?? { shown: written, key: dialled(written, from) }
}

/**
 * The digits by which services may write a number that the world dials: with its country, or as at home, with and without the
 * digit that goes before it there.
 */
export function writtenDigits(number: string): readonly string[] {
  const digits = digitsOf(number)
  const found = parse(`+${digits}`)
  if (!found?.isPossible()) return [digits]
  return [...new Set([digits, found.nationalNumber, digitsOf(found.formatNational())])]
}

/** What somebody typed as a number that can be reached from anywhere; null where it is none. */
export function worldNumber(typed: string, from: Country | null): WorldNumber | null {
  if (parsePhone(typed) === null) return null
  const found = parse(typed.normalize('NFKC'), from ?? undefined)
  return found?.isValid() && !found.ext
    ? { shown: found.formatInternational(), key: found.number.slice(1) }
    : null
}
