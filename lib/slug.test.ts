import { describe, expect, test } from 'vitest'
import { slugCandidates, slugOf } from './slug.ts'

describe('a slug', () => {
  test.each([
    ['Harbour Dental', 'harbour-dental'],
    ['Érable Santé', 'erable-sante'],
    ['O’Brien & Sons, Ltd.', 'obrien-sons-ltd'],
    ['  Łódź Œuvre Straße ', 'lodz-oeuvre-strasse'],
    ['ＦＵＬＬ Ｗｉｄｔｈ', 'full-width'],
    ['東京', 'account'],
    ['---', 'account'],
    ['a'.repeat(10_000), 'a'.repeat(60)],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name, 'account')).toBe(slug)
  })

  test('is numbered where the name is taken, and never stands where a page of its own does', () => {
    expect(slugCandidates('Harbour Dental', 'account').slice(0, 3)).toEqual([
      'harbour-dental',
      'harbour-dental-2',
      'harbour-dental-3',
    ])
    expect(slugCandidates('New', 'account')[0]).toBe('new-2')
  })
})
