import { type Language, localeOf } from './language.ts'

// Unicode's rule for names that must not be taken for another's (UTS #39, "highly restrictive"): all letters of one
// script, but for the writing of Chinese, Japanese and Korean, which has several and lives beside Latin.

const alone = [
  ...[
    'Latn',
    'Cyrl',
    'Grek',
    'Arab',
    'Armn',
    'Beng',
    'Cher',
    'Copt',
    'Deva',
    'Ethi',
    'Geor',
    'Gujr',
    'Guru',
    'Hani',
  ],
  ...[
    'Hang',
    'Hebr',
    'Hira',
    'Kana',
    'Bopo',
    'Khmr',
    'Knda',
    'Laoo',
    'Lisu',
    'Mlym',
    'Mymr',
    'Orya',
    'Sinh',
    'Taml',
  ],
  ...['Telu', 'Thaa', 'Thai', 'Tibt'],
]
const together = {
  Jpan: ['Latn', 'Hani', 'Hira', 'Kana'],
  Hanb: ['Latn', 'Hani', 'Bopo'],
  Kore: ['Latn', 'Hani', 'Hang'],
}

const letterOf = (scripts: readonly string[]) =>
  new RegExp(`[${scripts.map(script => `\\p{scx=${script}}`).join('')}]`, 'u')

/** What a text may be written in; the first of two that fit equally well is the likelier one. */
const writings: readonly (readonly [code: string, letter: RegExp])[] = [
  ...alone.map(script => [script, letterOf([script])] as const),
  ...Object.entries(together).map(([code, scripts]) => [code, letterOf(scripts)] as const),
]

/** Signs, digits and marks that every script shares. */
const shared = letterOf(['Zyyy', 'Zinh'])

/** ISO 15924: a script that the lists above don't hold. */
const unlisted = 'Zzzz'

export interface OddLetter {
  readonly letter: string
  /** Counted in characters from 1. */
  readonly at: number
  /** The script of the letter, and that of most others: codes of ISO 15924. */
  readonly script: string
  readonly among: string
}

/** The first letter that is of another script than most of the text; null where all go together. */
export function oddLetter(text: string): OddLetter | null {
  const letters = [...text]
  const bound = letters.filter(letter => !shared.test(letter))
  const [among, most] = mostOf(bound)
  const odd = bound.find(letter => !most.test(letter))
  if (odd === undefined) return null
  return { letter: odd, at: letters.indexOf(odd) + 1, script: mostOf([odd])[0], among }
}

function mostOf(letters: readonly string[]): readonly [code: string, letter: RegExp] {
  let best: readonly [string, RegExp] = [unlisted, /(?:)/u]
  let count = 0
  for (const writing of writings) {
    const own = letters.filter(letter => writing[1].test(letter)).length
    if (own > count) [best, count] = [writing, own]
  }
  return best
}

/** What a script is called: "Cyrillic", « cyrillique ». */
export function scriptName(code: string, language: Language): string {
  return new Intl.DisplayNames(localeOf(language), { type: 'script' }).of(code) ?? code
}
