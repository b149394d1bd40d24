import { digitsOf } from '#lib/phone.ts'
import { escaped } from '#lib/xml-text.ts'
import type { KeyKind, TypedKey } from './key.ts'

// A profile as Grandstream's phones take it in: an XML configuration of numbered values. Four belong to each of the keys
// that these phones call virtual multi-purpose keys: what it does, on which account, its label and its value.

const modes: Readonly<Record<KeyKind, number>> = {
  line: 0,
  'speed-dial': 10,
  code: 10,
  blf: 11,
  tones: 15,
  park: 19,
  none: 31,
}

interface Places {
  readonly mode: number
  readonly account: number
  readonly label: number
  readonly value: number
}

/** Of the key with this number, from 1: the first six lie in two rows of old, all others four by four. */
function placesOf(key: number): Places {
  if (key <= 6) {
    const [does, says] = [1363 + 2 * (key - 1), 1465 + 2 * (key - 1)]
    return { mode: does, account: does + 1, label: says, value: says + 1 }
  }
  const first = 23800 + 4 * (key - 7)
  return { mode: first, account: first + 1, label: first + 2, value: first + 3 }
}

/** The whole file: every key of the phone, so that what stood on one before is gone. Nothing of it is secret. */
export function grandstreamXml(keys: readonly TypedKey[]): string {
  const values = keys.flatMap((key, at) => {
    const place = placesOf(at + 1)
    const account = key.kind === 'line' ? Number(key.value) - 1 : 0
    const value = key.kind === 'line' ? '' : key.kind === 'speed-dial' ? plainNumber(key.value) : key.value
    return [
      [place.mode, String(modes[key.kind])],
      [place.account, String(account)],
      [place.label, key.label],
      [place.value, value],
    ] as const
  })
  const lines = values.map(([place, text]) => `    <P${place}>${escaped(text)}</P${place}>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gs_provision version="1">\n  <config version="1">\n${lines.join('\n')}\n  </config>\n</gs_provision>\n`
}

function plainNumber(number: string): string {
  return `${number.startsWith('+') ? '+' : ''}${digitsOf(number)}`
}
