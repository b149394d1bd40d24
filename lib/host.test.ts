import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostShown, isLoopbackHost, parseHost } from './host.ts'

test.each([
  'portal.example.com',
  'northwind.localhost',
  'a.b',
  'xn--rable-9ra.example',
  'my-portal.co.uk',
  `${'a'.repeat(63)}.example`,
  '1.example',
])('takes %s', text => {
  expect(parseHost(text)).toBe(text)
})

test.each([
  '',
  'localhost',
  'portal',
  'Portal.example.com',
  'portal.example.com.',
  '.portal.example',
  'portal..example',
  'https://portal.example',
  'portal.example:443',
  'portal.example/path',
  'portal.example?x',
  'user@portal.example',
  '10.0.0.1',
  '127.1',
  '1.2.3.0x4',
  '[::1]',
  '::1',
  '-portal.example',
  'portal-.example',
  'por_tal.example',
  'por tal.example',
  'érable.example',
  'portal。example',
  'xn--a.example',
  'xn--zzzzzz.example',
  'portal.example\n',
  'portal.example\u0000',
  ' portal.example',
  '\u202Eportal.example',
  `${'a'.repeat(64)}.example`,
  `${'a.'.repeat(126)}example`,
  'x'.repeat(10_000),
  null,
  undefined,
  7,
  ['portal.example'],
])('refuses %j', text => {
  expect(parseHost(text)).toBeNull()
})

test('takes nothing that a browser would write in another way, whatever is tried', () => {
  let taken = 0
  const part = fc.string({
    unit: fc.constantFrom(...'abzxn019-'.repeat(3), ...'._@:/ é%'),
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), parts => {
      const text = parts.join('.')
      const host = parseHost(text)
      if (host === null) return
      taken += 1
      expect(host).toBe(text)
      expect(new URL(`https://${host}/x`).host).toBe(text)
      expect(host).toMatch(/^[a-z0-9.-]+$/)
      expect(host).not.toMatch(/^\d+(?:\.\d+)*$/)
    }),
    { numRuns: 3000 },
  )
  expect(taken).toBeGreaterThan(10)
})

test('names of this very machine are told apart', () => {
  expect(isLoopbackHost('northwind.localhost')).toBe(true)
  expect(isLoopbackHost('localhost.example')).toBe(false)
  expect(isLoopbackHost('mylocalhost')).toBe(false)
})

test('a host is shown in its own letters, and one that has no others as it is', () => {
  expect(hostShown('xn--boral-dsa.example:3000')).toBe('bor\u00e9al.example:3000')
  expect(hostShown('northwind.localhost:3000')).toBe('northwind.localhost:3000')
  expect(hostShown('xn--zzzzzz.example')).toBe('xn--zzzzzz.example')
})
