import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { tokenDetour } from './token-detour.ts'

const origin = 'http://northwind.localhost:3000'
const token = 'a'.repeat(43)
const ask = (path: string, method = 'GET') =>
  tokenDetour(new NextRequest(`http://127.0.0.1:3000${path}`, { method }), origin)

test.each([
  ['/sign-in/link/', '/sign-in/link'],
  ['/sign-in/hand-over/', '/sign-in/hand-over'],
])('a token under %s leaves the address for a cookie', (path, to) => {
  for (const method of ['GET', 'HEAD']) {
    const answer = ask(path + token, method)
    expect(answer?.status).toBe(303)
    expect(answer?.headers.get('location')).toBe(origin + to)
    expect(answer?.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer?.headers.get('cache-control')).toBe('no-store')
    expect(answer?.headers.get('set-cookie')).toMatch(/HttpOnly/)
    expect(answer?.headers.get('set-cookie')).toContain(token)
  }
})

test('two kinds of token never share a cookie', () => {
  const names = ['/sign-in/link/', '/sign-in/hand-over/'].map(
    path =>
      ask(path + token)
        ?.headers.get('set-cookie')
        ?.split('=')[0],
  )
  expect(new Set(names).size).toBe(2)
})

test.each([
  ['/sign-in/link', 'GET'],
  [`/sign-in/link/${token}`, 'POST'],
  [`/sign-in/link/${token}/more`, 'GET'],
  ['/sign-in/link/short', 'GET'],
  [`/x/sign-in/link/${token}`, 'GET'],
])('%s by %s goes its usual way', (path, method) => {
  expect(ask(path, method)).toBeNull()
})
