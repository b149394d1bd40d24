// A text message travels in parts. The alphabet of the network (GSM 03.38) has 160 places in one part, or 153 in each of
// several; a text with a letter outside it travels in UCS-2, with 70 or 67.

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Letters that take two places. */
const extended = '^{}\\[~]|€\f'

/** More of them are refused: networks drop what is longer, and it is not a message any more. */
export const mostSegments = 10

const room = { gsm: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } } as const

export interface Segments {
  readonly alphabet: keyof typeof room
  /** In how many parts the text travels; an empty one takes none. */
  readonly count: number
  /** The letters that make it travel in UCS-2, each once. */
  readonly unusual: readonly string[]
}

/** How a text travels. No letter is cut in two: one that needs two places stands whole in the next part. */
export function segmentsOf(text: string): Segments {
  const letters = [...text]
  const unusual = [
    ...new Set(letters.filter(letter => !basic.includes(letter) && !extended.includes(letter))),
  ]
  const alphabet = unusual.length > 0 ? 'ucs2' : 'gsm'
  const places = letters.map(letter =>
    alphabet === 'ucs2' ? letter.length : extended.includes(letter) ? 2 : 1,
  )
  const { alone, joined } = room[alphabet]
  const all = places.reduce((sum, one) => sum + one, 0)
  if (all <= alone) return { alphabet, count: all === 0 ? 0 : 1, unusual }
  let [count, used] = [1, 0]
  for (const one of places) {
    if (used + one > joined) [count, used] = [count + 1, 0]
    used += one
  }
  return { alphabet, count, unusual }
}
