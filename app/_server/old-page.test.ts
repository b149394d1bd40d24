import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bareWords } from './bare-words.ts'
import { fillOldPage } from './old-page.ts'

/** Answers as the framework does of a form that nobody knows; under /known as of any other. */
const server = http.createServer((request, response) => {
  fillOldPage(response)
  if (request.url !== '/known') response.setHeader('x-nextjs-action-not-found', '1')
  response.statusCode = 409
  response.setHeader('content-type', 'text/plain')
  response.setHeader('content-length', 4)
  response.end('Line')
})
beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

async function ask(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers })
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() }
}

test('an old page without JavaScript is told so, in its reader’s language, with the way to itself', async () => {
  const { status, type, body } = await ask('/profile?a=1', { 'accept-language': 'fr-CA' })
  expect([status, type]).toEqual([409, expect.stringContaining('text/html')])
  expect(body).toContain(bareWords.fr['old-page'].title)
  expect(body).toContain('href="/profile?a=1"')
})

test('a script, and whatever else is answered, hears what the framework says', async () => {
  expect((await ask('/profile', { 'next-action': 'f'.repeat(42) })).body).toBe('Line')
  expect((await ask('/known')).body).toBe('Line')
})
