import { ok, type Result, refuse } from '../result.ts'
import { commonPieces } from './common-pieces.ts'

export const shortestPassword = 12

export const newPasswordRefusals = ['too-short', 'guessable', 'same-as-before'] as const
export type NewPasswordRefusal = (typeof newPasswordRefusals)[number]

/**
 * Whether a new password may be taken: at least 12 characters, and not one that is guessed early: few different
 * characters, a run of the keyboard, or nothing but common words, the person's own name or address, and digits. No rule
 * about kinds of characters. Expects the text as typed; blanks count.
 */
export function newPassword(
  text: string,
  person: { readonly name: string; readonly email: string },
): Result<string, NewPasswordRefusal> {
  const characters = [...text.normalize('NFKC')]
  if (characters.length < shortestPassword) return refuse('too-short')
  if (new Set(characters.map(one => one.toLowerCase())).size < 5) return refuse('guessable')
  const own = `${person.name} ${person.email}`.split(/[^\p{L}\p{N}]+/u).flatMap(part => lettersOf(part))
  const pieces = new Set([...commonPieces, ...own.filter(part => part.length > 1)])
  const readings = lettersOf(text.slice(0, 200))
  return readings.some(letters => isMadeOf(letters, pieces)) ? refuse('guessable') : ok(text)
}

/** How good a new password is, for whoever types it: shown while they do, decided on by `newPassword`. */
export type Strength = 'empty' | 'short' | 'guessable' | 'good' | 'strong'

/** Characters from which a password that can be taken counts as strong. */
const strongFrom = 18

export function strengthOf(
  text: string,
  person: { readonly name: string; readonly email: string },
): Strength {
  if (text === '') return 'empty'
  const chosen = newPassword(text, person)
  if (!chosen.ok) return chosen.refusal === 'too-short' ? 'short' : 'guessable'
  return [...text.normalize('NFKC')].length >= strongFrom ? 'strong' : 'good'
}

/**
 * The letters of a text, digits and signs left out, in small unaccented form. Read twice: as it stands, and with the
 * digits and signs that people write for letters read as those letters.
 */
function lettersOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const stood = [...plain].map(one => lookalikes[one] ?? one).join('')
  return [plain, stood].map(one => one.replace(/[^\p{L}]/gu, ''))
}

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qsdfghjklm']
const longestPiece = 20

/**
 * Whether letters fall apart into known pieces, runs of three or more keys, and one letter over and over. Reaches each
 * place once, so that no text takes long.
 */
function isMadeOf(letters: string, pieces: ReadonlySet<string>): boolean {
  const reached = new Array<boolean>(letters.length + 1).fill(false)
  reached[0] = true
  for (let from = 0; from < letters.length; from++) {
    if (!reached[from]) continue
    for (let to = from + 1; to <= Math.min(letters.length, from + longestPiece); to++) {
      const piece = letters.slice(from, to)
      if (pieces.has(piece) || isRun(piece)) reached[to] = true
    }
  }
  return reached[letters.length] ?? false
}

function isRun(piece: string): boolean {
  if (piece.length < 3) return false
  if (piece === piece.charAt(0).repeat(piece.length)) return true
  const back = [...piece].reverse().join('')
  return rows.some(row => row.includes(piece) || row.includes(back))
}
