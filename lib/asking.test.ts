import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask, type Question } from './asking.ts'

let answering: (answer: ServerResponse) => void
let asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
const server = createServer((request, answer) => {
  const pieces: Buffer[] = []
  request.on('data', piece => pieces.push(piece))
  request.on('end', () => {
    const { method = '', url = '', headers } = request
    asked.push({ method, url, headers, body: Buffer.concat(pieces).toString() })
    answering(answer)
  })
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  answering = answer => void answer.end('{"well":true}')
})

const put = (more: Partial<Question> = {}) =>
  ask({
    base: `${origin}/v1/`,
    path: ['things'],
    method: 'GET',
    key: 'a key of the tests',
    within: 5_000,
    largest: 1_000,
    ...more,
  })

test.each<[string, Partial<Question>, string]>([
  ['/v1', {}, '/v1/things'],
  ['/v1///', {}, '/v1/things'],
  ['', { path: ['../x', 'a/b', 'ç?&'] }, '/..%2Fx/a%2Fb/%C3%A7%3F%26'],
  ['/v1?tenant=7', {}, '/v1/things?tenant=7'],
  ['/v1?tenant=7', { query: { cursor: 'c/2?&' } }, '/v1/things?tenant=7&cursor=c%2F2%3F%26'],
  ['/v1#part', { query: { cursor: '2' } }, '/v1/things?cursor=2'],
])('behind the base %s, %j is asked at %s', async (base, more, wanted) => {
  await put({ base: `${origin}${base}`, ...more })
  expect(asked.map(one => one.url)).toEqual([wanted])
})

test('the key and what is sent travel as a bearer key and JSON', async () => {
  const answer = await put({ method: 'PUT', body: { a: 'é' }, headers: { 'idempotency-key': 'id-1' } })
  expect(answer).toEqual({ kind: 'answer', status: 200, body: { well: true }, tooLarge: false })
  expect(asked).toMatchObject([
    {
      method: 'PUT',
      body: '{"a":"é"}',
      headers: {
        authorization: 'Bearer a key of the tests',
        'content-type': 'application/json',
        'idempotency-key': 'id-1',
      },
    },
  ])
})

test.each([
  ['no JSON', '<html>', { body: undefined, tooLarge: false }],
  ['nothing', '', { body: undefined, tooLarge: false }],
  ['as much as may be', `"${'x'.repeat(998)}"`, { body: 'x'.repeat(998), tooLarge: false }],
  ['more than may be', `"${'x'.repeat(999)}"`, { body: undefined, tooLarge: true }],
])('%s is read so far and no further', async (_, text, wanted) => {
  answering = answer => void answer.writeHead(422).end(text)
  expect(await put()).toEqual({ kind: 'answer', status: 422, ...wanted })
})

test('an answer whose status says all is not read, however long it takes', async () => {
  answering = answer => void answer.writeHead(503).write('{')
  expect(await put({ reads: status => status < 500 })).toMatchObject({ kind: 'answer', status: 503 })
})

test.each([
  ['7', 7_000],
  ['0', 0],
  ['9'.repeat(400), 86_400_000],
  ['Sat, 01 Jan 2000 00:00:00 GMT', 0],
  ['soon', undefined],
  ['-5 apples', undefined],
])('retry-after %s is %s milliseconds', async (text, wanted) => {
  answering = answer => void answer.writeHead(429, { 'retry-after': text }).end()
  const heard = await put()
  expect(heard.kind === 'answer' && heard.wait).toBe(wanted)
})

test('a redirection is an answer like others, and is not followed', async () => {
  answering = answer => void answer.writeHead(307, { location: `${origin}/elsewhere` }).end()
  expect(await put()).toMatchObject({ kind: 'answer', status: 307 })
  expect(asked).toHaveLength(1)
})

test('no answer in time, in the head or in the body', async () => {
  answering = () => {}
  expect(await put({ within: 80 })).toEqual({ kind: 'no-answer' })
  answering = answer => void answer.writeHead(200).write('{')
  expect(await put({ within: 80 })).toEqual({ kind: 'no-answer' })
})

test('one that hangs up, or no address at all, is told in a word', async () => {
  answering = answer => void answer.destroy()
  expect(await put()).toEqual({ kind: 'unreachable', fault: 'UND_ERR_SOCKET' })
  const nowhere = await put({ base: 'not an address' })
  expect(nowhere.kind).toBe('unreachable')
  expect(JSON.stringify(nowhere)).not.toMatch(/not an address|a key/)
})
