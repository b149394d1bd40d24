import { randomInt } from 'node:crypto'

/** Letters and digits that are not taken for each other when a code is told or copied by hand. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A new request code: ten characters by chance, in groups, "K7QM-2X9D-4F". */
export function newRequestCode(): string {
  const characters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)])
  return [characters.slice(0, 4), characters.slice(4, 8), characters.slice(8)]
    .map(group => group.join(''))
    .join('-')
}
