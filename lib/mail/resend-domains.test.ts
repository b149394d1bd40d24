import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { senderSetUp } from './resend-domains.ts'

type Respond = (path: string) => { status?: number; body: unknown } | 'hang'
const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** A service on this machine that speaks like Resend's domains. */
async function service(respond: Respond) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    const answer = respond(request.url ?? '')
    if (answer === 'hang') return
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer.body))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  open.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const records = [
  {
    record: 'SPF',
    name: 'send',
    type: 'MX',
    ttl: 'Auto',
    status: 'verified',
    value: 'feedback-smtp.example',
    priority: 10,
  },
  {
    record: 'SPF',
    name: 'send',
    type: 'TXT',
    ttl: 'Auto',
    status: 'pending',
    value: 'v=spf1 include:x ~all',
  },
  { record: 'DKIM', name: 'resend._domainkey', type: 'TXT', ttl: 'Auto', status: 'failed', value: 'p=MIGf' },
  { record: 'Tracking', name: 'links', type: 'CNAME', ttl: 'Auto', status: 'pending', value: 'x' },
]
const domain = (id: string, name: string) => ({
  id,
  name,
  status: 'pending',
  created_at: '',
  region: 'us-east-1',
})

test('tells the records of the very domain, wherever it stands in the list', async () => {
  const { asked, url } = await service(path => {
    if (path.startsWith('/domains/two')) return { body: { ...domain('two', 'b.example'), records } }
    if (path.includes('after=one'))
      return { body: { object: 'list', has_more: false, data: [domain('two', 'b.example')] } }
    return { body: { object: 'list', has_more: true, data: [domain('one', 'a.example')] } }
  })
  expect(await senderSetUp('re_key', url, 'b.example')).toEqual({
    kind: 'known',
    verified: false,
    records: [
      {
        purpose: 'return-path',
        type: 'MX',
        name: 'send',
        value: 'feedback-smtp.example',
        priority: 10,
        state: 'verified',
      },
      { purpose: 'spf', type: 'TXT', name: 'send', value: 'v=spf1 include:x ~all', state: 'pending' },
      { purpose: 'dkim', type: 'TXT', name: 'resend._domainkey', value: 'p=MIGf', state: 'failed' },
    ],
  })
  expect(asked).toHaveLength(3)
  // What somebody typed is compared, never asked for.
  expect(asked.join()).not.toContain('b.example')
  expect(asked.every(one => one.endsWith('Bearer re_key'))).toBe(true)
})

test('a domain that the service does not know', async () => {
  const { url } = await service(() => ({ body: { object: 'list', has_more: false, data: [] } }))
  expect(await senderSetUp('re_key', url, 'b.example')).toEqual({ kind: 'unknown' })
})

test.each<[string, Respond]>([
  ['refuses', () => ({ status: 401, body: { name: 'invalid_api_key', message: 'no', statusCode: 401 } })],
  [
    'is too busy',
    () => ({ status: 429, body: { name: 'rate_limit_exceeded', message: 'no', statusCode: 429 } }),
  ],
  ['answers something else', () => ({ body: { data: 'x' } })],
  ['answers a list that never ends', () => ({ body: { has_more: true, data: [{ id: 7 }] } })],
  ['never answers', () => 'hang'],
])('a service that %s is out of reach, and nothing is thrown', async (_, respond) => {
  const { url } = await service(respond)
  expect(await senderSetUp('re_key', url, 'b.example', 300)).toEqual({ kind: 'unreachable' })
})

test('a list that goes on for ever is read so far and no further', async () => {
  const { asked, url } = await service(() => ({
    body: { has_more: true, data: [domain('one', 'a.example')] },
  }))
  expect(await senderSetUp('re_key', url, 'b.example')).toEqual({ kind: 'unknown' })
  expect(asked).toHaveLength(10)
})

test('a service that is not there', async () => {
  expect(await senderSetUp('re_key', 'http://127.0.0.1:1', 'b.example')).toEqual({ kind: 'unreachable' })
})
