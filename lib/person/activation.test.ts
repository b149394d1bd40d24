import { expect, test } from 'vitest'
import { languages } from '../language.ts'
import { linkState } from './activation.ts'
import { linkText } from './words.ts'

const states = ['ready', 'unknown', 'used', 'replaced', 'expired', 'elsewhere'] as const

test.each(states)('a link that is %s, by what is left to come in to', state => {
  expect(linkState(state, { isOpen: true })).toBe(state)
  // Of a person who is not known here, or is shut out of the portal, nothing else is said.
  expect(linkState(state, null)).toBe(state)
  const told = ['ready', 'replaced', 'expired'].includes(state) ? 'ended' : state
  expect(linkState(state, { isOpen: false })).toBe(told)
})

test('a link that has ended has a sentence of its own for each purpose', () => {
  for (const language of languages) {
    expect(linkText('ended', 'activation', language)).not.toBe(linkText('ended', 'reset', language))
    expect(linkText('replaced', 'activation', language)).not.toBe(linkText('ended', 'activation', language))
  }
})
