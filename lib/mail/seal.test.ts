import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const secret = 'a secret of at least thirty-two characters'

test('what was sealed opens again, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      const wellFormed = text.toWellFormed()
      expect(unseal(seal(wellFormed, secret), secret)).toBe(wellFormed)
    }),
    { numRuns: 30 },
  )
})

test('the same text seals differently every time, and shows nothing of itself', () => {
  const text = '{"token":"abcdefghijkl","code":"123456"}'
  expect(seal(text, secret)).not.toBe(seal(text, secret))
  expect(Buffer.from(seal(text, secret).slice(3), 'base64url').toString('latin1')).not.toContain(
    'abcdefghijkl',
  )
})

test('another secret, a changed bit or anything else does not open', () => {
  const sealed = seal('hello', secret)
  expect(() => unseal(sealed, `${secret}!`)).toThrow()
  const bytes = Buffer.from(sealed.slice(3), 'base64url')
  for (let i = 0; i < bytes.length; i++) {
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(i) ^ 1, i)
    expect(() => unseal(`v1.${changed.toString('base64url')}`, secret)).toThrow()
  }
  for (const text of ['', 'v1.', 'v1.AAAA', 'hello', sealed.slice(3)])
    expect(() => unseal(text, secret)).toThrow()
})
