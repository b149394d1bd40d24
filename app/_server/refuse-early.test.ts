import http from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { FoundBrand } from '#db/brand.ts'
import { bareWords } from './bare-words.ts'
import { answerBroken, earlyFault, refuse } from './refuse-early.ts'

vi.mock('#db/brand.ts', () => ({
  brandByHost: async (host: string) =>
    host === 'boreal.localhost' ? ({ brand: { defaultLanguage: 'fr' } } as FoundBrand) : null,
}))

let reached = 0
const server = http.createServer((request, response) => {
  const fault = earlyFault(request)
  if (fault) return void refuse(request, response, fault)
  reached += 1
  request.resume().on('end', () => response.end('reached'))
})
server.on('clientError', answerBroken)
beforeAll(() => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

/** What comes back for these lines, and after how many milliseconds; `then` is said once the first of it is there. */
function said(lines: readonly string[], body = '', then = ''): Promise<{ answer: string; after: number }> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    let answer = ''
    let after = 0
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.setEncoding('utf8').on('data', piece => {
      if (answer === '' && then) socket.write(then)
      after ||= performance.now() - started
      answer += piece
      if (/<\/html>|Latchkey: /.test(answer)) socket.end()
    })
    socket.on('error', reject).on('close', () => resolve({ answer, after }))
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  })
}

const post = (length: string, host = 'boreal.localhost:3000', more: readonly string[] = []) => [
  'POST /sign-in HTTP/1.1',
  `Host: ${host}`,
  length,
  ...more,
]

test('a body that says it is too large is refused before any of it came, in the language of the brand', async () => {
  const { answer, after } = await said(
    post('Content-Length: 50000000'),
    'x'.repeat(1000),
    'x'.repeat(100_000),
  )
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  expect(answer).toMatch(/\r\nconnection: close\r\n/i)
  expect(answer).toContain(bareWords.fr['too-large'].title)
  expect(after).toBeLessThan(2000)
  expect(reached).toBe(0)
})

test('one without a length is refused at once, in the language of the browser where no brand is known', async () => {
  const length = 'Transfer-Encoding: chunked'
  const { answer } = await said(
    post(length, 'unknown.localhost', ['Accept-Language: fr-FR,fr;q=0.9']),
    '5\r\nhello',
  )
  expect(answer).toMatch(/^HTTP\/1\.1 411 /)
  expect(answer).toContain(bareWords.fr['no-length'].title)
  expect(answer).not.toContain(bareWords.en['no-length'].title)
})

test('whoever sends all of it first still gets the answer', async () => {
  const size = 3_000_000
  const { answer } = await said(post(`Content-Length: ${size}`), 'x'.repeat(size))
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
})

test('whoever sends without end is hung up on, having been told', async () => {
  const flood = new Promise<number>(resolve => {
    let sent = 0
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    const more = () => {
      while (!socket.destroyed && socket.write('x'.repeat(100_000))) sent += 100_000
    }
    socket
      .on('error', () => {})
      .on('drain', more)
      .on('close', () => resolve(sent))
    socket.write(`${post('Content-Length: 9000000000').join('\r\n')}\r\n\r\n`)
    more()
  })
  expect(await flood).toBeLessThan(100_000_000)
})

test('a script of ours is told by its sentence', async () => {
  const { answer } = await said(
    post('Content-Length: 50000000', 'boreal.localhost', ['Next-Action: a', 'Connection: close']),
    '',
    '',
  )
  expect(answer).toMatch(/\r\ncontent-type: text\/plain\r\n/)
  expect(answer).toContain(`Latchkey: ${bareWords.fr['too-large'].title}`)
})

test.each([
  [
    'headers that are too long',
    ['GET / HTTP/1.1', 'Host: boreal.localhost', `X: ${'x'.repeat(100_000)}`],
    431,
    'head-too-large',
  ],
  ['what is no request', ['HELO boreal.localhost'], 400, 'unreadable'],
] as const)('%s: both languages, since nobody knows the reader', async (_, lines, status, fault) => {
  const { answer } = await said(lines)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  for (const language of ['en', 'fr'] as const) expect(answer).toContain(bareWords[language][fault].title)
})

test.each([
  ['TRACE', { method: 'TRACE', url: '/' }, 'no-method'],
  ['a whole address', { method: 'GET', url: 'http://evil.example/' }, 'unreadable'],
  ['a path that can’t be decoded', { method: 'GET', url: '/%E0%A4%A' }, 'unreadable'],
  ['two hosts', { method: 'GET', url: '/', rawHeaders: ['Host', 'a', 'host', 'b'] }, 'unreadable'],
  [
    'a page with a large body',
    { method: 'GET', url: '/', headers: { 'content-length': '1000001' } },
    'too-large',
  ],
  ['a form without its length', { method: 'POST', url: '/sign-in' }, 'no-length'],
  [
    'a machine with a large body',
    { method: 'POST', url: '/api/x', headers: { 'content-length': '1000001' } },
    'too-large',
  ],
  [
    'the optimizer of pictures',
    { method: 'GET', url: '/_next/image?url=%2Fbrand%2Flogo&w=64&q=75' },
    'no-address',
  ],
  ['a machine without a body', { method: 'POST', url: '/api/cron/grants' }, null],
  ['a form', { method: 'POST', url: '/sign-in', headers: { 'content-length': '1000000' } }, null],
  ['a page', { method: 'GET', url: '/sign-in?next=%2F' }, null],
] as const)('%s', (_, request, fault) => {
  const whole = { headers: {}, rawHeaders: [], ...request } as unknown as http.IncomingMessage
  expect(earlyFault(whole)).toBe(fault)
})
