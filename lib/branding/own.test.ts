import { describe, expect, test } from 'vitest'
import { packed } from '#lib/edit.ts'
import { hostShown } from '#lib/host.ts'
import { PostedFile } from '#lib/posted-file.ts'
import {
  isDarkOlder,
  type LogoKind,
  linkFields,
  otherSpelling,
  proportionRefused,
  shownLogos,
} from './own.ts'
import { linksForm, logoForm } from './own-forms.ts'

const account = '6f9619ff-8b86-4d01-b42d-00c04fc964ff'
const shown = packed(linkFields, { shopLink: '', supportLink: '' })
const link = (shopLink: string) => linksForm.strict().safeParse({ account, shown, shopLink, supportLink: '' })

test.each([
  ['', ''],
  [' https://Shop.example ', 'https://shop.example/'],
  ['https://érable.example/boutique', 'https://xn--rable-9ra.example/boutique'],
])('%j is taken as %j', (typed, kept) => {
  expect(link(typed).data?.shopLink).toBe(kept)
})

test.each([
  'http://shop.example/',
  'javascript:alert(1)',
  'JavaScript:alert(1)//https://shop.example',
  'https:shop.example',
  'data:text/html,x',
  '//shop.example',
  'https://user:secret@shop.example/',
  'https://user@shop.example/',
  `https://shop.example/${'x'.repeat(500)}`,
  'https://shop.example/\u0000',
  'https://shop.example/\u202Egpj.exe',
  'https://',
])('%j is refused at its field', typed => {
  const parsed = link(typed)
  expect(parsed.success).toBe(false)
  expect(parsed.error?.issues[0]?.path).toEqual(['shopLink'])
})

test('an international host is told in its letters, any other in none', () => {
  expect(otherSpelling('https://xn--rable-9ra.example/x', hostShown)).toBe('érable.example')
  expect(otherSpelling('https://shop.example/', hostShown)).toBeNull()
  expect(otherSpelling('', hostShown)).toBeNull()
})

test('a logo for light pages serves dark ones, and never the other way', () => {
  expect(shownLogos({ logo: 'a', logoDark: null })).toEqual({ light: 'a', dark: 'a' })
  expect(shownLogos({ logo: 'a', logoDark: 'b' })).toEqual({ light: 'a', dark: 'b' })
  expect(shownLogos({ logo: null, logoDark: 'b' })).toBeNull()
})

test('a logo comes as a file of a known kind, with what the page showed', () => {
  const picture = new PostedFile(new Uint8Array([1]))
  const parsed = (more: object) =>
    logoForm.strict().safeParse({ account, kind: 'logo', before: '', picture, ...more }).success
  expect(parsed({})).toBe(true)
  expect(parsed({ before: account })).toBe(true)
  expect(parsed({ before: 'x' })).toBe(false)
  expect(parsed({ kind: 'favicon' })).toBe(false)
  expect(parsed({ picture: 'logo.png' })).toBe(false)
  expect(parsed({ picture: new PostedFile(new Uint8Array()) })).toBe(false)
})

test.each([
  [160, 28, null],
  [600, 100, null],
  [601, 100, 'too-wide'],
  [100, 200, null],
  [100, 201, 'too-high'],
  [1024, 16, 'too-wide'],
])('a logo of %i × %i can be read: %s', (width, height, refusal) => {
  expect(proportionRefused({ width, height })).toBe(refusal)
})

describe('the logo on dark grounds is told to be older', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 12, minute))
  const logo = (kind: LogoKind, from: number, to: number | null = null) => ({
    kind,
    createdAt: at(from),
    endedAt: to === null ? null : at(to),
  })
  test.each<[string, Parameters<typeof isDarkOlder>[0], boolean]>([
    ['light replaced beside it', [logo('logo', 1, 3), logo('logo-dark', 2), logo('logo', 3)], true],
    [
      'both replaced',
      [logo('logo', 1, 3), logo('logo-dark', 2, 4), logo('logo', 3), logo('logo-dark', 4)],
      false,
    ],
    ['light added later, where there was none', [logo('logo-dark', 1), logo('logo', 2)], false],
    ['light replaced before it came', [logo('logo', 1, 2), logo('logo', 2), logo('logo-dark', 3)], false],
    ['light taken off', [logo('logo', 1, 3), logo('logo-dark', 2)], false],
    ['none on dark grounds', [logo('logo', 1, 3), logo('logo', 3)], false],
  ])('%s', (_, logos, older) => {
    expect(isDarkOlder(logos)).toBe(older)
  })
})
