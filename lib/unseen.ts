/**
 * Control characters, half surrogates, and whatever takes no ink: directions, joiners, fillers, tags. The selectors of a
 * letter's form are let through, since names in Han letters and signs are spelled with them.
 */
const unseen = /\p{Cc}|\p{Cs}|[\u2028\u2029\u2800\ufff9-\ufffb]|(?!\p{VS})\p{DI}/u

/** Where the first character stands that nobody sees, counted in characters from 1; null = there is none. */
export function unseenAt(text: string): number | null {
  const found = unseen.exec(text)
  return found ? [...text.slice(0, found.index)].length + 1 : null
}
