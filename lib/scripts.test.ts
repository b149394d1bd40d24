import { expect, test } from 'vitest'
import { oddLetter, scriptName } from './scripts.ts'

test.each([
  ['', 'nothing'],
  ['anna.o-neil+2026', 'Latin with signs and digits'],
  ['élise', 'Latin with accents'],
  ['e\u0301lise', 'Latin with an accent of its own'],
  ['анна.петрова', 'Cyrillic'],
  ['γιώργος', 'Greek'],
  ['أحمد', 'Arabic'],
  ['أحمد٢', 'Arabic with its own digits'],
  ['דוד', 'Hebrew'],
  ['नेहा', 'Devanagari'],
  ['王小明', 'Chinese'],
  ['王小明abc', 'Chinese beside Latin'],
  ['ㄅ王abc', 'Chinese with Bopomofo beside Latin'],
  ['山田たろう', 'Han and Hiragana'],
  ['スーパー山田さんabc', 'all that Japanese is written with'],
  ['김철수', 'Korean'],
  ['金철수abc', 'Korean with Han beside Latin'],
  ['𐐨𐐩', 'a script that is not listed'],
])('%s goes together: %s', text => {
  expect(oddLetter(text)).toBeNull()
})

test.each([
  ['аnna', { letter: 'а', at: 1, script: 'Cyrl', among: 'Latn' }],
  ['northwind.telеcom', { letter: 'е', at: 14, script: 'Cyrl', among: 'Latn' }],
  ['раураl', { letter: 'l', at: 6, script: 'Latn', among: 'Cyrl' }],
  ['gοοgle', { letter: 'ο', at: 2, script: 'Grek', among: 'Latn' }],
  ['aа', { letter: 'а', at: 2, script: 'Cyrl', among: 'Latn' }],
  ['аa', { letter: 'а', at: 1, script: 'Cyrl', among: 'Latn' }],
  ['annaأ', { letter: 'أ', at: 5, script: 'Arab', among: 'Latn' }],
  ['αнна', { letter: 'α', at: 1, script: 'Grek', among: 'Cyrl' }],
  ['王小明а', { letter: 'а', at: 4, script: 'Cyrl', among: 'Hani' }],
  ['山田たろう김', { letter: '김', at: 6, script: 'Hang', among: 'Jpan' }],
  ['anna𐐨', { letter: '𐐨', at: 5, script: 'Zzzz', among: 'Latn' }],
  ['😀аnna', { letter: 'а', at: 2, script: 'Cyrl', among: 'Latn' }],
])('in %s one letter is odd', (text, odd) => {
  expect(oddLetter(text)).toEqual(odd)
})

test('a script is called as the reader calls it', () => {
  expect([scriptName('Cyrl', 'en'), scriptName('Cyrl', 'fr')]).toEqual(['Cyrillic', 'cyrillique'])
})
