import { MissingCSRF } from '@auth/core/errors'
import { expect, test } from 'vitest'
import { faultName } from './fault-name.ts'

test('a fault of next-auth is called by its type, whatever the build made of its class', () => {
  expect(faultName(Object.assign(new MissingCSRF(), { name: 'j' }))).toBe('MissingCSRF')
  expect(faultName(new TypeError('x'))).toBe('TypeError')
})
