import { expect, test } from 'vitest'
import { unseenAt } from './unseen.ts'

test.each([
  ['a NUL at the end', 'Ana\u0000', 4],
  ['a bell', 'A\u0007na', 2],
  ['a line break', 'An\na', 3],
  ['a line separator', 'A\u2028na', 2],
  ['a control character of Latin-1', 'Ana\u0085', 4],
  ['a direction turned round', '\u202eanA', 1],
  ['an isolate', 'A\u2067na', 2],
  ['a zero-width space', 'An\u200ba', 3],
  ['a joiner', 'An\u200da', 3],
  ['a soft hyphen', 'An\u00ada', 3],
  ['a byte order mark', 'An\ufeffa', 3],
  ['a Hangul filler', 'An\u3164a', 3],
  ['a tag', 'Ana\u{e0041}', 4],
  ['a blank of Braille', 'An\u2800a', 3],
  ['half a surrogate', 'An\ud800a', 3],
  ['one behind a sign of two halves', '😀\u0000', 2],
])('%s is told with its place', (_, text, at) => {
  expect(unseenAt(text)).toBe(at)
})

test.each(['', 'Ana', 'Élise', 'E\u0301lise', 'أحمد', '葛\u{e0100}城', '☎\ufe0f', 'नेहा', '👩🏽'])(
  '%s is seen',
  text => {
    expect(unseenAt(text)).toBeNull()
  },
)
