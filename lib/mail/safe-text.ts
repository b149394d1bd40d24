import { parseEmail } from '#lib/email.ts'

// Names and reasons were typed by people we do not know. In a letter they must not break a header, turn the reading
// direction round, or become a link.

// Control characters, line and paragraph separators, and all invisible format characters (bidi controls, zero-width
// spaces, tags) but the two joiners that scripts and emoji are spelled with.
const controls = /[\p{Cc}\u2028\u2029]+/gu
const invisible = /(?![\u200C\u200D])\p{Cf}/gu

/** One line without control, bidi or invisible characters, at most `longest` characters. */
export function oneLine(text: string, longest = 200): string {
  const clean = text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(controls, ' ')
    // A no-break space on its own keeps a sign with its word; padding is none.
    .replace(/\s+/g, run => (/^[\u00A0\u202F]$/.test(run) ? run : ' '))
    .trim()
  return shortened(clean, longest)
}

/** The same for a text of several lines: lines stay, at most two blank lines in a row. */
export function severalLines(text: string, longest = 4000): string {
  const lines = text.normalize('NFC').split(/\r\n|[\n\r\u2028\u2029]/)
  const clean = lines.map(line => line.replace(invisible, '').replace(controls, ' ').trimEnd())
  return shortened(
    clean
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    longest,
  )
}

function shortened(text: string, longest: number): string {
  const characters = [...text]
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text
}

/**
 * A text in which no mail program finds an address to make a link of. They look for `://`, `www.`, a dot between two
 * letters, and `@`; a zero-width space behind each of these ends what they take for an address, and stays unseen.
 */
export function unlinked(text: string): string {
  return text.replace(/(:\/\/|@|\.(?=[\p{L}\p{N}]))/gu, '$1\u200B')
}

/** The sender as a header holds it: `"Name" <address>`. Throws where the address is not exactly one. */
export function senderOf(name: string, address: string): string {
  const quotable = oneLine(name, 100).replace(/["\\]/g, '\\$&')
  return quotable ? `"${quotable}" <${recipientOf(address)}>` : recipientOf(address)
}

/** The one address a letter goes to, by the strict parser. Throws where it is not exactly one. */
export function recipientOf(address: string): string {
  const parsed = parseEmail(address)
  if (!parsed.ok || parsed.value.address !== address) throw new Error('not exactly one e-mail address')
  return parsed.value.address
}
