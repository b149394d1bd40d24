import { ok, type Result, refuse } from './result.ts'

// What a spreadsheet does with the cells of a file: those that begin with some signs it executes. What we write begins
// with an apostrophe then, and whoever writes another file does so, too.

/** The signs with which a spreadsheet begins a formula: = + - @, tab, line ends, and the full-width forms. */
export const formulaSigns = ['=', '+', '-', '@', '\t', '\n', '\r', '＝', '＋', '－', '＠'] as const

/** Whether a text begins as a formula does, behind whatever apostrophes: those are told from the guard by one more. */
const begins = (text: string) => {
  const bare = text.replace(/^'+/, '')
  return formulaSigns.some(sign => bare.startsWith(sign))
}

/** A cell as our own files hold it: never taken for a formula, nor for a number whose zeros don't count; `unguarded` reads it back. */
export function guarded(text: string, isText: boolean): string {
  return begins(text) || (!isText && /^0\d/.test(text)) ? `'${text}` : text
}

/**
 * A cell without the apostrophe that keeps a spreadsheet from executing it, or from taking the zeros off a number. Refuses a
 * text that begins as a formula does and has none; numbers of telephones begin so, and are held to what can be dialled.
 */
export function unguarded(cell: string, isText: boolean): Result<string, 'formula'> {
  const bare = cell.trimStart()
  if (bare.startsWith("'") && (!isText || begins(bare.slice(1)))) return ok(bare.slice(1))
  return isText && begins(bare) ? refuse('formula') : ok(cell)
}
