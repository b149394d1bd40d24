const shape = /^\+?[0-9(][0-9 ()-]*$/

/** The fewest digits of a number that is called from outside. */
const shortestOutside = 7

/**
 * A telephone number as it is kept: digits with spaces, hyphens and brackets, and a + before a country code.
 * Null where it is none: other characters, fewer digits than `shortest` or more than the 15 that the world's plan allows.
 */
export function parsePhone(text: string, shortest = shortestOutside): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s.]+/g, ' ')
    .trim()
  const digits = digitsOf(plain)
  if (plain.length > 40 || !shape.test(plain) || plain.startsWith('+0')) return null
  return digits.length >= shortest && digits.length <= 15 ? plain : null
}

/** Whether two texts mean the same number, however they are spaced. A number without its country code is another. */
export function isSameNumber(one: string, other: string): boolean {
  const digits = digitsOf(one)
  return digits !== '' && digits === digitsOf(other)
}

/** Its digits alone: what counts of a number, however it is spaced. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
