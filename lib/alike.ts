import { foldedText } from './fold.ts'

// Names that a hasty reader takes for each other.

/** Letters of other scripts that look like Latin ones. */
export const letterTwins: Readonly<Record<string, string>> = {
  ...pairs('авекмнорстухіјѕԁԛԝһӏѵꙅ', 'abekmhopctyxijsdqwhlvs'),
  ...pairs('αβεικνορτυχωγηѡ', 'abeikvoptuxwynw'),
}

function pairs(theirs: string, latin: string): Record<string, string> {
  const letters = [...latin]
  return Object.fromEntries([...theirs].map((letter, i) => [letter, letters[i] ?? letter]))
}

/** Pairs of letters that read as one. */
export const pairTwins = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['cl', 'd'],
] as const

/** Digits that read as letters, and two letters that read as one. */
export const digitTwins = { '1': 'l', i: 'l', '0': 'o', '5': 's' } as const

/** Signs, blanks and marks, as a pattern that PostgreSQL and JavaScript read alike. */
export const nothingRead =
  '[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u02b0-\\u036f\\u2000-\\u2bff\\u3000-\\u303f\\ufe00-\\ufe0f]+'
const unread = new RegExp(nothingRead, 'gu')

/** What is left of a name when everything is taken away that a hasty reader does not see; its twin in SQL is `alike`. */
export function skeleton(name: string): string {
  const letters = [...foldedText(name.normalize('NFKC'))]
    .map(letter => letterTwins[letter] ?? letter)
    .join('')
  const joined = pairTwins.reduce(
    (text, [two, one]) => text.replaceAll(two, one),
    letters.replaceAll(unread, ''),
  )
  return joined.replaceAll(/[1i05]/g, sign => digitTwins[sign as keyof typeof digitTwins])
}

/** The first of these names that stands anywhere in the other; too short ones stand in too many. */
export function namedIn(name: string, names: readonly string[]): string | undefined {
  const bare = skeleton(name)
  return names.find(one => skeleton(one).length > 3 && bare.includes(skeleton(one)))
}
