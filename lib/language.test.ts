import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  bilingual,
  type Faithful,
  isLanguage,
  type Language,
  languages,
  localeOf,
  plural,
  preferredLanguage,
  type Widened,
} from './language.ts'

/** Whether a French side would be accepted beside an English one, as `bilingual` decides it. */
type Accepted<En, Fr> = Fr extends Widened<En> ? (Fr extends Faithful<En, Fr> ? true : false) : false

describe('bilingual', () => {
  test('gives back both sides, with the English words widened to string', () => {
    const words = bilingual({
      en: {
        title: 'Access',
        ends: (left: string) => `Ends in ${left}`,
        list: ['one', 'two'],
        deep: { ok: 'OK' },
      },
      fr: { title: 'Accès', ends: left => `Se termine dans ${left}`, list: ['un'], deep: { ok: 'OK' } },
    })
    expect(words.fr.ends('5 h')).toBe('Se termine dans 5 h')
    expect(words.en.deep.ok).toBe('OK')
    expectTypeOf(words.en.title).toEqualTypeOf<string>()
    expectTypeOf(words.fr.ends).toEqualTypeOf<(left: string) => string>()
    expectTypeOf(words.fr.list).toEqualTypeOf<readonly string[]>()
    expectTypeOf(words).toEqualTypeOf<Readonly<Record<Language, (typeof words)['en']>>>()
  })

  test('compiles only when the French side has the same shape', () => {
    type English = {
      title: 'Access'
      ends: (left: string, at: string) => string
      deep: { ok: 'OK' }
    }
    type Ends = English['ends']
    expectTypeOf<
      Accepted<English, { title: 'Accès'; ends: Ends; deep: { ok: 'Oui' } }>
    >().toEqualTypeOf<true>()
    expectTypeOf<Accepted<English, { title: 'Accès'; ends: Ends }>>().toEqualTypeOf<false>()
    expectTypeOf<
      Accepted<English, { title: 'Accès'; ends: Ends; deep: { ok: 'Oui'; extra: 'x' } }>
    >().toEqualTypeOf<false>()
    expectTypeOf<
      Accepted<English, { title: 'Accès'; ends: Ends; deep: { ok: 'Oui' }; extra: 'x' }>
    >().toEqualTypeOf<false>()
    expectTypeOf<
      Accepted<English, { title: 'Accès'; ends: (left: string) => string; deep: { ok: 'Oui' } }>
    >().toEqualTypeOf<false>()
    expectTypeOf<
      Accepted<English, { title: 'Accès'; ends: (left: number, at: string) => string; deep: { ok: 'Oui' } }>
    >().toEqualTypeOf<false>()
    expectTypeOf<
      Accepted<English, { title: 'Accès'; ends: 'x'; deep: { ok: 'Oui' } }>
    >().toEqualTypeOf<false>()
    expectTypeOf<
      Accepted<English, { title: () => string; ends: Ends; deep: { ok: 'Oui' } }>
    >().toEqualTypeOf<false>()
    expect.hasAssertions()
    expect(languages).toEqual(['en', 'fr'])
  })
})

test('plural follows each language', () => {
  expect([0, 1, 2].map(n => plural('en', n, 'person', 'people'))).toEqual(['people', 'person', 'people'])
  expect([0, 1, 2].map(n => plural('fr', n, 'personne', 'personnes'))).toEqual([
    'personne',
    'personne',
    'personnes',
  ])
})

test('localeOf and isLanguage', () => {
  expect(localeOf('en')).toBe('en-CA')
  expect(localeOf('fr')).toBe('fr-CA')
  expect(['en', 'fr', 'de', '', null, 1].map(isLanguage)).toEqual([true, true, false, false, false, false])
})

test.each([
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-US,en;q=0.5', 'en'],
  ['en;q=0.3, FR-fr;q=0.7', 'fr'],
  ['de-DE, de;q=0.9', null],
  ['fr;q=0, en', 'en'],
  ['*', null],
  ['', null],
  [`${'de,'.repeat(1000)}fr`, null],
  ['frisian, fr;q=nonsense', null],
])('of "%s" it is %s', (asked, language) => {
  expect(preferredLanguage(asked)).toBe(language)
})
