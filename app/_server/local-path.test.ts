import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each([
  ['/accounts/harbour-dental', '/accounts/harbour-dental'],
  ['/choose?q=a%20b', '/choose?q=a+b'],
  ['/a/../profile', '/profile'],
  ['/profile?done=saved&x=1', '/profile?x=1'],
  ['/profile#top', '/profile'],
])('%s stays on this host', (text, path) => {
  expect(localPath(text)).toBe(path)
})

test.each([
  undefined,
  null,
  '',
  'profile',
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/api/auth/signout',
  '/x/../api/health',
])('%j leads to the start page', text => {
  expect(localPath(text)).toBe('/')
})

test('an address too long to be meant leads to the start page', () => {
  expect(localPath(`/${'x'.repeat(2001)}`)).toBe('/')
})

test('whatever is asked, the browser stays on its host', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    '@',
    ':',
    '?',
    '#',
    '%2f',
    '\t',
    'evil.example',
    'a',
  )
  const text = fc.array(piece, { maxLength: 8 }).map(pieces => `/${pieces.join('')}`)
  fc.assert(
    fc.property(text, asked => {
      const here = 'https://northwind.example'
      return new URL(localPath(asked), `${here}/sign-in`).origin === here
    }),
    { numRuns: 1000 },
  )
})
