import { expect, test } from 'vitest'
import { type TokenFacts, tokenState } from './one-time-token.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute))
const token: TokenFacts = { createdAt: at(0), expiresAt: at(10), usedAt: null, flowHash: 'mine' }

test.each([
  ['a live one in its own browser', token, 'mine', 5, 'ready'],
  ['a live one in another browser', token, 'theirs', 5, 'elsewhere'],
  ['a live one where nobody asked', token, null, 5, 'elsewhere'],
  ['one bound to no browser', { ...token, flowHash: null }, null, 5, 'ready'],
  ['the last moment', token, 'mine', 9, 'ready'],
  ['the end itself', token, 'mine', 10, 'expired'],
  ['one that ran out, in another browser', token, 'theirs', 11, 'expired'],
  ['a used one', { ...token, usedAt: at(1) }, 'mine', 5, 'used'],
  ['a used one that has run out since', { ...token, usedAt: at(1) }, 'mine', 50, 'used'],
  ['a replaced one', { ...token, expiresAt: at(0) }, 'theirs', 5, 'replaced'],
  ['none', null, 'mine', 5, 'unknown'],
] as const)('%s', (_, facts, flow, minute, state) => {
  expect(tokenState(facts, flow, at(minute))).toBe(state)
})
