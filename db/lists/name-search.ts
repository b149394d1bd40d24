import { digitTwins, letterTwins, nothingRead, pairTwins } from '#lib/alike.ts'
import { foldedText, stroked } from '#lib/fold.ts'
import { anywhere } from './like.ts'

// Names are found and ordered without regard to case and accents, by rules that every PostgreSQL has.

const [from, to] = [Object.keys(stroked).join(''), Object.values(stroked).join('')]

/** The SQL of a name as it is compared, the twin of `foldedText`: "Érable Santé" reads "erable sante", "Łódź" "lodz". */
export function folded(expression: string): string {
  const bare = `regexp_replace(normalize(lower(${expression}), NFD), '[\\u0300-\\u036f]', '', 'g')`
  return `(translate(${bare}, '${from}', '${to}') collate "C")`
}

/** The SQL of what a hasty reader sees of a name, the twin of `skeleton`: "Harbour-Dental" reads "harbourdental", with l for i. */
export function alike(expression: string): string {
  const latin = `translate(${folded(`normalize(${expression}, NFKC)`)}, '${Object.keys(letterTwins).join('')}', '${Object.values(letterTwins).join('')}')`
  const read = `regexp_replace(${latin}, '${nothingRead}', '', 'g')`
  const joined = pairTwins.reduce((sql, [two, one]) => `replace(${sql}, '${two}', '${one}')`, read)
  return `(translate(${joined}, '${Object.keys(digitTwins).join('')}', '${Object.values(digitTwins).join('')}') collate "C")`
}

/** What stands between the words of a name or a slug, as a pattern that PostgreSQL and JavaScript read alike. */
export const betweenWords =
  '[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\u3000-\\u303f]+'
/** Longer ones are found by their beginning. */
const longestWord = 60
const between = new RegExp(betweenWords, 'u')

/** The words of what somebody typed, folded, the longest first; few enough to look each of them up. */
export function foldedWords(typed: string): readonly string[] {
  const words = foldedText(typed.slice(0, 200).replaceAll('\0', '')).split(between)
  const whole = [...new Set(words.filter(word => word !== '').map(word => word.slice(0, longestWord)))]
  return whole.sort((a, b) => b.length - a.length).slice(0, 6)
}

/** What no text that begins with `word` comes after, where texts are compared byte by byte. */
export const lastWith = (word: string) => `${word}\u{10ffff}`

/** A LIKE pattern for names that contain what was typed; null where nothing was. Its characters stand for themselves. */
export function containing(typed: string | undefined): string | null {
  const text = foldedText(
    (typed ?? '')
      .slice(0, 200)
      .replace(/\p{Cc}/gu, '')
      .trim(),
  )
  return text === '' ? null : anywhere(text)
}

/** Where a list ordered by name goes on: after this name, and after this id where names are the same. */
export interface NamePosition {
  readonly id: string
  readonly name: string
}

const cursorForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(.{0,300})$/su

/** Reads a cursor from an address; one that is none begins at the first page. */
export function namePosition(cursor: string | undefined): NamePosition | null {
  const [, id, name] = cursorForm.exec(cursor ?? '') ?? []
  return id === undefined || name === undefined || name.includes('\0') ? null : { id, name }
}

export function nameCursor({ id, name }: NamePosition): string {
  return `${id}_${name}`
}
