import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { httpBackOffice } from './http.ts'

type Answer = (asked: IncomingMessage, answer: ServerResponse, body: string) => void

let answering: Answer
let asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', piece => pieces.push(piece))
  request.on('end', () => {
    const body = Buffer.concat(pieces).toString()
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
    answering(request, response, body)
  })
})
let url = ''
beforeAll(async () => {
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  pauses.length = 0
})

const pauses: number[] = []
const pause = async (milliseconds: number) => void pauses.push(milliseconds)
const office = (more: { timeout?: number; url?: string } = {}) =>
  httpBackOffice({ url, key: 'a key of the tests', pause, ...more })
const whose = { provider: 'northwind', account: 'harbour-dental' }
const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, answer) => {
    answer.writeHead(status, { 'content-type': 'application/json', ...headers })
    answer.end(JSON.stringify(body))
  }
const raw =
  (status: number, text: string, headers: Record<string, string> = {}): Answer =>
  (_, answer) => {
    answer.writeHead(status, headers)
    answer.end(text)
  }
const read = (more = {}) => office(more).read(whose, 'services', null)

describe('reading', () => {
  test('asks with provider and account in the path, the key and the cursor', async () => {
    answering = json(200, { items: [{ key: 'a' }], next: 'c/2?&' })
    expect(await read()).toEqual({ kind: 'page', items: [{ key: 'a' }], next: 'c/2?&' })
    await office().read({ provider: '../x', account: 'a/b' }, 'invoices', 'c/2?&')
    expect(asked.map(one => one.url)).toEqual([
      '/base/providers/northwind/accounts/harbour-dental/services',
      '/base/providers/..%2Fx/accounts/a%2Fb/invoices?cursor=c%2F2%3F%26',
    ])
    expect(asked[0]?.headers.authorization).toBe('Bearer a key of the tests')
  })

  test.each<[string, Answer, Record<string, unknown>]>([
    ['a wrong key', json(401, {}), { trouble: 'wrong-key' }],
    ['an account that they do not know', json(404, {}), { trouble: 'not-known' }],
    ['no JSON', raw(200, '<html>'), { trouble: 'garbage' }],
    ['JSON of another shape', json(200, { rows: [] }), { trouble: 'garbage' }],
    ['more things than a page holds', json(200, { items: Array(501).fill(0) }), { trouble: 'garbage' }],
    ['a status that says nothing', json(418, { items: [] }), { trouble: 'garbage', status: 418 }],
    ['a page of 10 MB', raw(200, `{"items":["${'x'.repeat(10_000_000)}"]}`), { trouble: 'too-large' }],
  ])('%s is a trouble, told at once', async (_, answer, trouble) => {
    answering = answer
    expect(await read()).toMatchObject({ kind: 'trouble', ...trouble })
    expect(asked).toHaveLength(1)
  })

  test('an answer that points elsewhere is not followed, and the key goes nowhere', async () => {
    answering = raw(302, '', { location: `${url}elsewhere` })
    expect(await read()).toMatchObject({ trouble: 'redirected' })
    expect(asked).toHaveLength(1)
  })

  test('no answer in time, in the head or in the body', async () => {
    answering = () => {}
    expect(await read({ timeout: 150 })).toMatchObject({ trouble: 'no-answer' })
    answering = (_, answer) => {
      answer.writeHead(200)
      answer.write('{"items":')
    }
    expect(await read({ timeout: 150 })).toMatchObject({ trouble: 'no-answer' })
  })

  test('nobody there', async () => {
    expect(await read({ url: 'http://127.0.0.1:1/' })).toMatchObject({ trouble: 'unreachable' })
  })

  test('a fault of theirs is asked again a few times, further and further apart', async () => {
    let left = 2
    answering = (...given) => (left-- > 0 ? json(503, {}) : json(200, { items: [] }))(...given)
    expect(await read()).toMatchObject({ kind: 'page' })
    expect(pauses).toEqual([500, 1000])
    left = 99
    expect(await read()).toMatchObject({ trouble: 'failed', status: 503 })
    expect(asked).toHaveLength(6)
  })

  test('nobody is asked once more than the time allows, nor waited for longer', async () => {
    answering = json(503, {})
    expect(await office().read(whose, 'services', null, 1_400)).toMatchObject({ trouble: 'failed' })
    expect(asked).toHaveLength(1)
    answering = () => {}
    const begun = performance.now()
    expect(await office().read(whose, 'services', null, 150)).toMatchObject({ trouble: 'no-answer' })
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  test('they may say how long to wait, up to what a run waits', async () => {
    answering = json(429, {}, { 'retry-after': '2' })
    expect(await read()).toMatchObject({ trouble: 'busy', wait: 2000 })
    expect(pauses).toEqual([2000, 2000])
    answering = json(429, {}, { 'retry-after': '3600' })
    expect(await read()).toMatchObject({ trouble: 'busy', wait: 3_600_000 })
    expect(asked).toHaveLength(4)
  })
})

describe('a change', () => {
  const change = {
    id: 'id-1',
    kind: 'services',
    key: 'n/1',
    set: { forwardTo: '204', enabled: false },
  } as const
  const send = () => office().send(whose, change)

  test('goes out under its id, with the names that they use', async () => {
    answering = json(200, { status: 'confirmed' })
    expect(await send()).toEqual({ kind: 'confirmed' })
    expect(asked[0]).toMatchObject({
      method: 'PUT',
      url: '/base/providers/northwind/accounts/harbour-dental/changes/id-1',
      body: JSON.stringify({ kind: 'services', key: 'n/1', set: { forward_to: '204', enabled: false } }),
    })
    expect(asked[0]?.headers['idempotency-key']).toBe('id-1')
  })

  test.each<[string, Answer, Record<string, unknown>]>([
    ['taken', json(202, { status: 'taken' }), { kind: 'taken' }],
    [
      'refused',
      json(409, { status: 'refused', reason: 'No\u0000 such\n number' }),
      { kind: 'refused', reason: 'No such number' },
    ],
    ['something else', json(200, { status: 'perhaps' }), { trouble: 'garbage' }],
    ['a fault', json(500, {}), { trouble: 'failed', status: 500 }],
    ['a wrong key', json(403, {}), { trouble: 'wrong-key' }],
  ])('%s', async (_, answer, wanted) => {
    answering = answer
    expect(await send()).toMatchObject(wanted)
    expect(asked).toHaveLength(1)
  })
})
