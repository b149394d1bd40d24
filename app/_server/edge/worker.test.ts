import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, test, vi } from 'vitest'
import { getPool } from '#db/driver/pool.ts'
import { peerHeader } from '../client-address.ts'
import { csvFile } from '../csv-file.ts'
import { type Portal, workerOf } from './worker.ts'

vi.mock('../brand.ts', () => ({ brandByHost: async () => null }))

/** What a request leaves behind, to be waited for. */
function context() {
  const behind: Promise<unknown>[] = []
  return {
    waitUntil: (work: Promise<unknown>) => void behind.push(work),
    settled: () => Promise.allSettled(behind),
    behind,
  }
}

const settings = { CRON_SECRET: 'the secret of this deployment' }

function portalOf(answer: Portal['fetch']) {
  const asked: Request[] = []
  const worker = workerOf({
    fetch(request, given, behind) {
      asked.push(request)
      return answer(request, given, behind)
    },
  })
  return { worker, asked }
}

const ask = (path: string, init?: RequestInit) => new Request(`http://northwind.localhost${path}`, init)

describe('before the portal', () => {
  test.each([
    '/%ff',
    '/_next/image?url=%2Fa.png',
    '/cdn-cgi/image/width=9/https://elsewhere.example/a.png',
    '/_next/static/chunks/none.js',
  ])('%s never gets there', async path => {
    const { worker, asked } = portalOf(async () => new Response('inside'))
    const answer = await worker.fetch(ask(path), settings, context())
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(asked).toEqual([])
  })

  test.each([
    ['198.51.100.7', '198.51.100.7'],
    [null, ''],
  ])('the client’s address is the platform’s word, whatever a client writes: %s', async (told, read) => {
    const { worker, asked } = portalOf(async () => new Response('inside'))
    const headers = { [peerHeader]: '203.0.113.66', ...(told && { 'cf-connecting-ip': told }) }
    await worker.fetch(ask('/', { headers }), settings, context())
    expect(asked[0]?.headers.get(peerHeader)).toBe(read)
  })
})

describe('behind the answer', () => {
  test('the pool lives while the body is being sent and while something runs behind it, and no longer', async () => {
    let ends: () => void = () => {}
    let later: () => unknown = () => {}
    const { worker } = portalOf(async (_, __, behind) => {
      const running = new Promise<void>(resolve => {
        ends = resolve
      })
      const within = AsyncLocalStorage.snapshot()
      later = () => within(getPool)
      behind.waitUntil(running)
      return new Response('a page')
    })
    const kept = context()
    const answer = await worker.fetch(ask('/'), settings, kept)
    expect(await answer.text()).toBe('a page')
    let closed = false
    const all = kept.settled().then(() => {
      closed = true
    })
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(closed, 'what runs behind it has not ended').toBe(false)
    ends()
    await all
    expect(later).toThrow('the pool of this request is closed')
  })

  test('a portal that throws leaves no pool open', async () => {
    let later: () => unknown = () => {}
    const { worker } = portalOf(async () => {
      const within = AsyncLocalStorage.snapshot()
      later = () => within(getPool)
      throw new Error('broken')
    })
    const kept = context()
    await expect(worker.fetch(ask('/'), settings, kept)).rejects.toThrow('broken')
    await kept.settled()
    expect(later).toThrow('the pool of this request is closed')
  })

  test.each(['a slow reader', 'a reader who goes'])(
    'a file waits for %s, whatever takes all at once',
    async who => {
      let batches = 0
      async function* file() {
        for (; batches < 100; batches++) yield new Uint8Array(1_000_000)
      }
      const { worker } = portalOf(async () => {
        const { body } = csvFile({ batches: file(), of: 'a', what: 'b', zone: 'UTC', now: new Date() })
        // As the edge's adapter does it: no wait for who reads.
        return new Response(
          new ReadableStream({
            async start(controller) {
              for await (const piece of body ?? []) controller.enqueue(piece)
              controller.close()
            },
          }),
        )
      })
      const kept = context()
      const answer = await worker.fetch(ask('/'), settings, kept)
      const reader = answer.body?.getReader()
      await reader?.read()
      await new Promise(resolve => setTimeout(resolve, 50))
      expect(batches).toBeLessThan(10)
      if (who === 'a reader who goes') {
        await reader?.cancel()
        await kept.settled()
        expect(batches, 'nothing more is read').toBeLessThan(10)
      } else {
        let bytes = 1_000_000
        for (let next = await reader?.read(); next?.value; next = await reader?.read())
          bytes += next.value.length
        expect(bytes).toBe(100_000_000)
        await kept.settled()
      }
    },
  )

  test('a reader who goes away ends it, too', async () => {
    const { worker } = portalOf(
      async () =>
        new Response(
          new ReadableStream({ pull: body => body.enqueue(new TextEncoder().encode('a line\r\n')) }),
        ),
    )
    const kept = context()
    const answer = await worker.fetch(ask('/'), settings, kept)
    await answer.body?.cancel()
    await kept.settled()
    expect(kept.behind).toHaveLength(1)
  })
})

describe('the scheduler’s call', () => {
  test('asks for what is due first, then for the letters, with the secret', async () => {
    const { worker, asked } = portalOf(async () => new Response('{}'))
    await worker.scheduled({ cron: '* * * * *' }, settings, context())
    expect(
      asked.map(one => [one.method, new URL(one.url).pathname, one.headers.get('authorization')]),
    ).toEqual([
      ['POST', '/api/cron/grants', 'Bearer the secret of this deployment'],
      ['POST', '/api/cron/mail', 'Bearer the secret of this deployment'],
    ])
  })

  test('asks for the letters though what is due fails, and fails aloud, so that the platform counts it', async () => {
    const { worker, asked } = portalOf(async request =>
      request.url.endsWith('grants') ? new Response('busy', { status: 503 }) : new Response('{}'),
    )
    await expect(worker.scheduled({ cron: '* * * * *' }, settings, context())).rejects.toThrow(
      '/api/cron/grants answered 503: busy',
    )
    expect(asked).toHaveLength(2)
  })
})
