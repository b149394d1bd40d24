import { expect, test } from 'vitest'
import { browserMark, hashCode, isBrowserMark, newCode, newFlow, readFlow, writeFlow } from './flow.ts'

const secret = 'a secret that is long enough for anything'

test('a flow comes back as it was written', () => {
  const flow = newFlow('élise@example.com')
  expect(readFlow(writeFlow(flow, secret), secret)).toEqual(flow)
})

test('a flow that was not written here is none', () => {
  const cookie = writeFlow(newFlow('owner@example.com'), secret)
  const [id = '', , mac = ''] = cookie.split('.')
  const other = Buffer.from('other@example.com').toString('base64url')
  for (const forged of [
    undefined,
    '',
    'x',
    id,
    `${id}.${other}.${mac}`,
    `${cookie}.x`,
    cookie.slice(0, -1),
    `${'a'.repeat(43)}${cookie.slice(43)}`,
  ])
    expect(readFlow(forged, secret)).toBeNull()
  expect(readFlow(cookie, `${secret}!`)).toBeNull()
})

test('two flows for one address have nothing in common', () => {
  expect(newFlow('a@example.com').id).not.toBe(newFlow('a@example.com').id)
})

test('a code is six digits, leading noughts too, and hashes differently for every flow', () => {
  const codes = Array.from({ length: 500 }, newCode)
  expect(codes.every(code => /^\d{6}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBeGreaterThan(450)
  const [one, two] = [newFlow('a@example.com'), newFlow('a@example.com')]
  expect(hashCode('123456', one, secret)).toBe(hashCode('123456', one, secret))
  expect(hashCode('123456', one, secret)).not.toBe(hashCode('123456', two, secret))
  expect(hashCode('123456', one, secret)).not.toBe(hashCode('123457', one, secret))
})

test('the mark of a known browser is of one person at one provider', () => {
  const mark = browserMark('northwind', 'owner@example.com', secret)
  expect(isBrowserMark(mark, mark)).toBe(true)
  expect(isBrowserMark(undefined, mark)).toBe(false)
  expect(isBrowserMark(browserMark('southern', 'owner@example.com', secret), mark)).toBe(false)
  expect(isBrowserMark(browserMark('northwind', 'desk@example.com', secret), mark)).toBe(false)
})
