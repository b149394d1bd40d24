import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { signatureOf } from '#lib/carrier/signature.ts'
import { POST } from './route.ts'

const secret = 'secret-of-the-carrier-that-is-long-enough'
beforeEach(() => vi.stubEnv('CARRIER_WEBHOOK_SECRET', secret))
afterEach(() => vi.unstubAllEnvs())

/** A message whose body is sent piece by piece, and what was read of it. */
function message(pieces: readonly string[], more: Record<string, string> = {}, ends = true) {
  const read = { pieces: 0 }
  let end = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      pull(stream) {
        const piece = pieces[read.pieces]
        if (piece === undefined) {
          end = () => stream.close()
          if (ends) end()
          return ends ? undefined : new Promise(() => {})
        }
        read.pieces += 1
        stream.enqueue(Buffer.from(piece))
      },
    },
    { highWaterMark: 0 },
  )
  const at = String(Math.floor(Date.now() / 1000))
  const headers = {
    'webhook-id': 'msg-1',
    'webhook-timestamp': at,
    'webhook-signature': signatureOf('msg-1', at, 'another body', secret),
    ...more,
  }
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
  return {
    read,
    request: new Request('http://portal.localhost/api/webhooks/carrier', init),
    end: () => end(),
  }
}

const large = 'x'.repeat(600 * 1024)

test.each<[string, Record<string, string>]>([
  ['without an id', { 'webhook-id': '' }],
  ['of long ago', { 'webhook-timestamp': '1700000000' }],
  ['without a signature', { 'webhook-signature': '' }],
  ['with an odd signature', { 'webhook-signature': 'v1,AAAA' }],
])('a message %s is refused before anything of it is read', async (_, more) => {
  const { request, read } = message([large], more)
  expect((await POST(request)).status).toBe(401)
  expect(read.pieces).toBe(0)
})

test('three large messages are read at once; a further one comes again later, and a short one passes', async () => {
  const held = [1, 2, 3].map(() => message([large, large], {}, false))
  const answers = held.map(one => POST(one.request))
  await vi.waitFor(() => expect(held.map(one => one.read.pieces)).toEqual([2, 2, 2]))
  const further = await POST(message([large]).request)
  expect([further.status, further.headers.get('retry-after')]).toEqual([503, '10'])
  expect((await POST(message([], { 'content-length': '9000000' }).request)).status).toBe(503)
  expect((await POST(message(['short']).request)).status).toBe(401)
  for (const one of held) one.end()
  expect((await Promise.all(answers)).map(one => one.status)).toEqual([401, 401, 401])
  expect((await POST(message([large]).request)).status).toBe(401)
  expect((await POST(message([], { 'content-length': '16000000' }).request)).status).toBe(413)
})
