import { foldedText } from '../fold.ts'
import { ok, type Result, refuse } from '../result.ts'
import { commonPieces } from './common-pieces.ts'

export const shortestPassword = 12

export const newPasswordRefusals = ['too-short', 'guessable', 'too-near', 'same-as-before'] as const
export type NewPasswordRefusal = (typeof newPasswordRefusals)[number]

/** What a guesser tries first for this very person on this very portal. */
export interface PasswordContext {
  readonly name: string
  readonly email: string
  /** What the portal is called: names of the brand and of the provider, the host. */
  readonly portal: readonly string[]
}

/** What stands behind every portal, and in the password of its demo, which is no secret. */
const product = 'Latchkey'

/** Letters that must be left of a password once names of here are taken out of it. */
const leastLeft = 4

/**
 * Whether a new password may be taken: at least 12 characters, and not one that is guessed early: few different
 * characters, a run of the keyboard, nothing but common words and digits, or little beside the names of person and
 * portal (NIST SP 800-63B: common values, and "context-specific words" with what is derived from them). No rule about
 * kinds of characters. Expects the text as typed; blanks count.
 */
export function newPassword(text: string, context: PasswordContext): Result<string, NewPasswordRefusal> {
  const characters = [...text.normalize('NFKC')]
  if (characters.length < shortestPassword) return refuse('too-short')
  if (new Set(characters.map(one => one.toLowerCase())).size < 5) return refuse('guessable')
  const readings = lettersOf(text.slice(0, 200))
  if (readings.some(letters => lettersLeft(letters, commonPieces) === 0)) return refuse('guessable')
  const own = namesIn([context.name, context.email, ...context.portal, product])
  return readings.some(letters => isNear(letters, own)) ? refuse('too-near') : ok(text)
}

/** Every name of here, and every part of one, as letters. */
function namesIn(texts: readonly string[]): ReadonlySet<string> {
  const parts = texts.flatMap(text => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  return new Set(parts.flatMap(part => lettersOf(part)).filter(part => part.length > 1))
}

/** Whether letters are made of names of here and common words alone, or hold such a name and little else. */
function isNear(letters: string, names: ReadonlySet<string>): boolean {
  if (lettersLeft(letters, new Set([...commonPieces, ...names])) === 0) return true
  if (![...names].some(name => name.length >= leastLeft && letters.includes(name))) return false
  const words = [...commonPieces].filter(piece => piece.length >= leastLeft)
  return lettersLeft(letters, new Set([...words, ...names])) < leastLeft
}

/** How good a new password is, for whoever types it: shown while they do, decided on by `newPassword`. */
export type Strength = 'empty' | 'short' | 'guessable' | 'good' | 'strong'

/** Characters from which a password that can be taken counts as strong. */
const strongFrom = 18

export function strengthOf(text: string, context: PasswordContext): Strength {
  if (text === '') return 'empty'
  const chosen = newPassword(text, context)
  if (!chosen.ok) return chosen.refusal === 'too-short' ? 'short' : 'guessable'
  return [...text.normalize('NFKC')].length >= strongFrom ? 'strong' : 'good'
}

/**
 * The letters of a text, digits and signs left out, in small unaccented form. Read twice: as it stands, and with the
 * digits and signs that people write for letters read as those letters.
 */
function lettersOf(text: string): string[] {
  const plain = foldedText(text.normalize('NFKD').replace(/\p{M}/gu, ''))
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

/**
 * How many letters are left when known pieces, runs of three or more keys, and one letter over and over are taken out
 * as well as can be. Looks at each place once, so that no text takes long.
 */
function lettersLeft(letters: string, pieces: ReadonlySet<string>): number {
  const longest = Math.max(20, ...[...pieces].map(piece => piece.length))
  const left = Array.from({ length: letters.length + 1 }, (_, at) => at)
  for (let from = 0; from < letters.length; from++) {
    const before = left[from] ?? from
    left[from + 1] = Math.min(left[from + 1] ?? 0, before + 1)
    for (let to = from + 1; to <= Math.min(letters.length, from + longest); to++) {
      const piece = letters.slice(from, to)
      if (pieces.has(piece) || isRun(piece)) left[to] = Math.min(left[to] ?? 0, before)
    }
  }
  return left[letters.length] ?? 0
}

function isRun(piece: string): boolean {
  if (piece.length < 3) return false
  if (piece === piece.charAt(0).repeat(piece.length)) return true
  const back = [...piece].reverse().join('')
  return rows.some(row => row.includes(piece) || row.includes(back))
}
