import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentsOf } from './segments.ts'

describe('parts of a text message', () => {
  test.each<[string, string, 'gsm' | 'ucs2', number]>([
    ['nothing', '', 'gsm', 0],
    ['one letter', 'a', 'gsm', 1],
    ['160 letters', 'a'.repeat(160), 'gsm', 1],
    ['161 letters', 'a'.repeat(161), 'gsm', 2],
    ['306 letters', 'a'.repeat(306), 'gsm', 2],
    ['307 letters', 'a'.repeat(307), 'gsm', 3],
    ['French within the alphabet', 'à bientôt'.replace('ô', 'o'), 'gsm', 1],
    ['the euro, which takes two places', '€'.repeat(80), 'gsm', 1],
    ['81 of them', '€'.repeat(81), 'gsm', 2],
    ['one that would be cut in two', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm', 3],
    ['a letter outside the alphabet', 'ô', 'ucs2', 1],
    ['70 of them', 'ê'.repeat(70), 'ucs2', 1],
    ['71 of them', 'ê'.repeat(71), 'ucs2', 2],
    ['emoji, which take two places', '😀'.repeat(35), 'ucs2', 1],
    ['36 of them', '😀'.repeat(36), 'ucs2', 2],
    ['67 places of emoji, none of them cut', '😀'.repeat(67), 'ucs2', 3],
    ['ten parts', 'a'.repeat(1530), 'gsm', 10],
    ['eleven', 'a'.repeat(1531), 'gsm', 11],
  ])('%s', (_, text, alphabet, count) => {
    expect(segmentsOf(text)).toMatchObject({ alphabet, count })
  })

  test('the letters that make it long are named once each', () => {
    expect(segmentsOf('Été, été: ê ê').unusual).toEqual(['ê'])
  })

  test('a longer text never takes fewer parts, and no part holds more than there is room for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ maxLength: 100 }),
        (text, more) => {
          const { count, alphabet } = segmentsOf(text)
          expect(segmentsOf(text + more).count).toBeGreaterThanOrEqual(count)
          expect(text.length).toBeLessThanOrEqual(count * (alphabet === 'gsm' ? 160 : 70))
        },
      ),
    )
  })
})
