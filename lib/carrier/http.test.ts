import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { handingOverTakes } from './carrier.ts'
import { httpCarrier } from './http.ts'

// A carrier's server of our own, which answers as it is told.

interface Heard {
  readonly method: string
  readonly url: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}
type Answering = (response: http.ServerResponse, heard: Heard) => void

const heard: Heard[] = []
let answering: Answering
const server = http.createServer((request, response) => {
  let body = ''
  request.on('data', piece => {
    body += piece
  })
  request.on('end', () => {
    const { method = '', url = '', headers } = request
    const one = { method, url, headers, body }
    heard.push(one)
    answering(response, one)
  })
})
let base = ''

beforeAll(async () => {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  heard.length = 0
  answering = json(201, { reference: 'ref-1' })
})

function json(status: number, value: unknown, headers: Record<string, string> = {}): Answering {
  return response =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(value))
}
const carrier = (timeout?: number) =>
  httpCarrier({ url: base, key: 'a-key', ...(timeout && { takes: () => timeout }) })
const text = {
  id: '0b2f6a34-9f6e-4f0e-8a51-0e5b7c9a1d11',
  provider: 'northwind',
  account: 'harbour-dental',
  from: '+16045550123',
  to: '+16045550199',
  text: 'Your crown is ready. Ça va?',
}

test('a text message is handed over with its key, the bearer key, provider and account', async () => {
  expect(await carrier().sendText(text)).toEqual({ kind: 'taken', reference: 'ref-1' })
  const [one] = heard
  expect(one).toMatchObject({
    method: 'POST',
    url: '/v1/messages',
    headers: {
      authorization: 'Bearer a-key',
      'idempotency-key': text.id,
      'content-type': 'application/json',
    },
  })
  expect(JSON.parse(one?.body ?? '')).toEqual(text)
})

test('a fax is handed over with its document', async () => {
  const { text: _, ...common } = text
  const fax = { ...common, pages: 2, document: Buffer.from('%PDF-1.7') }
  expect(await carrier().sendFax(fax)).toEqual({ kind: 'taken', reference: 'ref-1' })
  expect(heard[0]?.url).toBe('/v1/faxes')
  expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ ...common, pages: 2, document: 'JVBERi0xLjc=' })
})

test.each<[string, Answering, unknown]>([
  [
    'a refusal with a reason',
    json(422, { reason: 'no-such-number' }),
    { kind: 'refused', reason: 'no-such-number' },
  ],
  [
    'one with a reason that nobody knows',
    json(400, { reason: 'moon' }),
    { kind: 'refused', reason: 'other' },
  ],
  ['one without', json(413, {}), { kind: 'refused', reason: 'other' }],
  ['a fault of its own', json(500, { reason: 'busy' }), { kind: 'again', fault: 'answered 500' }],
  ['a key that it does not know', json(401, {}), { kind: 'again', fault: 'answered 401' }],
  [
    'that it has too much to do',
    json(429, {}, { 'retry-after': '7' }),
    { kind: 'again', fault: 'answered 429', milliseconds: 7000 },
  ],
  [
    'that it wants to be left alone for a year',
    json(503, {}, { 'retry-after': '31536000' }),
    { kind: 'again', fault: 'answered 503', milliseconds: 1_800_000 },
  ],
  [
    'a pause that makes no sense',
    json(429, {}, { 'retry-after': 'soon' }),
    { kind: 'again', fault: 'answered 429' },
  ],
  [
    'with nonsense',
    response => void response.writeHead(200).end('<html>hello'),
    { kind: 'again', fault: 'answered 200 without a reference' },
  ],
  [
    'with another shape',
    json(200, { reference: 7 }),
    { kind: 'again', fault: 'answered 200 without a reference' },
  ],
  [
    'with far too much',
    json(200, { reference: 'x', more: 'y'.repeat(100_000) }),
    { kind: 'again', fault: 'answered 200 without a reference' },
  ],
])('it answers %s', async (_, answer, wanted) => {
  answering = answer
  expect(await carrier().sendText(text)).toEqual(wanted)
})

test('a redirection is followed nowhere', async () => {
  answering = response => void response.writeHead(307, { location: `${base}elsewhere` }).end()
  expect(await carrier().sendText(text)).toEqual({ kind: 'again', fault: 'answered 307' })
  expect(heard).toHaveLength(1)
})

test('a carrier that hangs is given up, before its answer or within it', async () => {
  answering = () => {}
  expect(await carrier(80).sendText(text)).toEqual({ kind: 'again', fault: 'no answer in time' })
  answering = response => void response.writeHead(200).write('{"reference"')
  expect(await carrier(80).sendText(text)).toEqual({ kind: 'again', fault: 'no answer in time' })
})

test('the time is by the size of a document, and never longer than is left', async () => {
  expect([0, 1, 250_000, 10_000_000].map(handingOverTakes)).toEqual([10_000, 11_000, 11_000, 50_000])
  const sizes: (number | undefined)[] = []
  const takes = (bytes?: number) => sizes.push(bytes) * 80
  answering = () => {}
  const slow = httpCarrier({ url: base, key: 'a-key', takes })
  const fax = { ...text, pages: 1, document: Buffer.alloc(600_000) }
  expect(await slow.sendFax(fax)).toEqual({ kind: 'again', fault: 'no answer in time' })
  expect(sizes).toEqual([600_000])
  const begun = performance.now()
  expect(await carrier().sendFax(fax, 80)).toEqual({ kind: 'again', fault: 'no answer in time' })
  expect(await carrier().sendText(text, 80)).toEqual({ kind: 'again', fault: 'no answer in time' })
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test('one that hangs up, or is not there, is tried again under the same key', async () => {
  // Of an id of its own: one that was given up before may come in late.
  const mine = { ...text, id: '7c1d0a52-3a51-4a7e-9a0b-6f2f6d1f0c22' }
  const keys = () => heard.map(one => one.headers['idempotency-key']).filter(key => key === mine.id)
  answering = (response, one) => {
    if (one.headers['idempotency-key'] !== mine.id || keys().length === 1) response.destroy()
    else json(200, { reference: `for-${mine.id}` })(response, one)
  }
  expect(await carrier().sendText(mine)).toMatchObject({ kind: 'again' })
  expect(await carrier().sendText(mine)).toEqual({ kind: 'taken', reference: `for-${mine.id}` })
  expect(keys()).toHaveLength(2)
  const gone = httpCarrier({ url: 'http://127.0.0.1:9', key: 'k' })
  expect(await gone.sendText(text)).toMatchObject({ kind: 'again' })
})

test('what goes wrong is told without what was sent, and without the key', async () => {
  const answers = await Promise.all([
    httpCarrier({ url: 'http://127.0.0.1:9', key: 'a-key' }).sendText(text),
    httpCarrier({ url: 'not an address', key: 'a-key' }).sendText(text),
  ])
  expect(JSON.stringify(answers)).not.toMatch(/crown|a-key|6045550199/)
})
