import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emergencyBeside, emergencyNumbers, refusedAsExtension } from './extension-number.ts'

test.each([
  ['20', null],
  ['201', null],
  ['999999', 'emergency-extension'],
  ['100000', null],
  ['2', 'not-an-extension'],
  ['2012345', 'not-an-extension'],
  ['20a', 'not-an-extension'],
  ['٢٠١', 'not-an-extension'],
  ['', 'not-an-extension'],
  ['911', 'emergency-extension'],
  ['91', 'emergency-extension'],
  ['9110', 'emergency-extension'],
  ['112', 'emergency-extension'],
  ['11', 'emergency-extension'],
  ['1120', 'emergency-extension'],
  ['99', 'emergency-extension'],
  ['00', 'emergency-extension'],
  ['0001', 'emergency-extension'],
  ['113', null],
  ['9210', null],
])('%j as an extension: %j', (number, refusal) => {
  expect(refusedAsExtension(number)).toBe(refusal)
})

test('an emergency number can be dialled beside every extension, digit by digit', () => {
  const extension = fc.stringMatching(/^[0-9]{2,6}$/).filter(number => refusedAsExtension(number) === null)
  fc.assert(
    fc.property(extension, fc.constantFrom(...emergencyNumbers), (number, emergency) => {
      // Whoever dials it never has dialled the extension on the way, and the extension never rings for help.
      for (let digits = 1; digits <= emergency.length; digits += 1)
        if (emergency.slice(0, digits) === number) return false
      return !number.startsWith(emergency)
    }),
  )
  expect(emergencyBeside('9111')).toBe('911')
})
