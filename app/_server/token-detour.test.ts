import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { tokenDetour } from './token-detour.ts'

const origin = 'http://northwind.localhost:3000'
const token = 'a'.repeat(43)
const ask = (path: string, method = 'GET') =>
  tokenDetour(new NextRequest(`http://127.0.0.1:3000${path}`, { method }), origin)

const addresses = [
  ['/sign-in/link/', '/sign-in/link'],
  ['/sign-in/hand-over/', '/sign-in/hand-over'],
  ['/activate/', '/activate'],
  ['/reset/', '/reset/new'],
] as const

test.each(addresses)('a token under %s leaves the address for a cookie', (path, to) => {
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
  const names = addresses.map(
    ([path]) =>
      ask(path + token)
        ?.headers.get('set-cookie')
        ?.split('=')[0],
  )
  expect(new Set(names).size).toBe(addresses.length)
})

const cookieOf = (path: string) => /latchkey-token-[a-z-]+=([^;]*)/.exec(cookies(path))?.[1]
const cookies = (path: string) => ask(path)?.headers.get('set-cookie') ?? ''

/** What stands behind a link in a letter, a chat or a sentence, as browsers send it. */
const endings = [
  ...['.', ',', ';', ':', '!', ')', ']', "'", '*', '~', '|', '=', '/', '...', ').', '),', '.)', '/.'],
  ...['&gt;', '&gt;.', '&#39;', '&quot;)', '&amp;gt;', '%26gt%3B', '&gt;&gt;'],
  ...['>', '"', '>.', '">', '>,', '<', ' ', '`', '}', '\\'],
  ...['»', '”', '’', '…', '。', '）', '\u00a0', '\u202f»', '\u200b'],
  ...[
    '%3E',
    '%3e',
    '%22',
    '%29',
    '%2C',
    '%2E',
    '%20',
    '%5D',
    '%0D%0A',
    '%C2%BB',
    '%E2%80%9D',
    '%253E',
    '%3E.',
  ],
]

test.each(addresses)('what was left behind a link under %s is no part of its token', (path, to) => {
  for (const own of [token, `${'a1_-'.repeat(10)}b-_`])
    for (const ending of endings) {
      const answer = ask(path + own + ending)
      expect(answer?.status, ending).toBe(303)
      expect(answer?.headers.get('location'), ending).toBe(origin + to)
      expect(cookieOf(path + own + ending), ending).toBe(own)
    }
})

test('a token that was written in percent codes is the same token', () => {
  expect(cookieOf(`/activate/${'%61'.repeat(20)}%2D%5F%39%5A%7A.`)).toBe(`${'a'.repeat(20)}-_9Zz`)
})

test.each(['fr', 'fr.', 'fr>', 'fr%3E', 'fr).', 'fr%C2%A0%C2%BB'])('language=%s is French', language => {
  expect(cookies(`/activate/${token}?language=${language}`)).toContain('latchkey-language=fr;')
})

test.each([
  ['/sign-in/link', 'GET'],
  [`/sign-in/link/${token}`, 'POST'],
  [`/sign-in/link/${token}/more`, 'GET'],
  [`/sign-in/link/${token}.more`, 'GET'],
  [`/sign-in/link/${token}%3Emore`, 'GET'],
  [`/sign-in/link/.${token}`, 'GET'],
  ['/sign-in/link/short', 'GET'],
  ['/sign-in/link/short...................', 'GET'],
  ['/reset/new', 'GET'],
  [`/x/sign-in/link/${token}`, 'GET'],
])('%s by %s goes its usual way', (path, method) => {
  expect(ask(path, method)).toBeNull()
})
