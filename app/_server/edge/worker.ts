import { bareAnswer, type Header, languagesAt } from '#app/_server/bare-answer.ts'
import type { BareFault } from '#app/_server/bare-words.ts'
import { peerHeader } from '#app/_server/client-address.ts'
import { withNotThere } from '#app/_server/not-there-page.ts'
import { unknownAction } from '#app/_server/old-page.ts'
import { headFault } from '#app/_server/refuse-early.ts'
import { type OwnPool, ownPool } from '#db/driver/pool.ts'
import { Flow, withFlow } from '../flow.ts'

// What a server on Node does before and after the framework (peer.ts, refuse-early.ts, not-there-page.ts), done round it on
// an edge runtime; and what only such a runtime asks for: a pool for each request, and a scheduler that calls a function.

/** What a request leaves to be done after its answer. */
interface Context {
  waitUntil(work: Promise<unknown>): void
}

/** The settings and what else the platform hands in. */
interface Settings {
  readonly CRON_SECRET?: string
}

/** The portal as it was built for the edge. */
export interface Portal {
  fetch(request: Request, settings: Settings, context: Context): Promise<Response>
}

interface Scheduled {
  readonly cron: string
}

export interface Worker extends Portal {
  scheduled(event: Scheduled, settings: Settings, context: Context): Promise<void>
}

/** Puts round the portal what it needs of its server. */
export function workerOf(portal: Portal): Worker {
  const fetch: Portal['fetch'] = (request, settings, context) => {
    const pool = ownPool()
    const behind = new Behind(context)
    const flow = new Flow()
    return pool.run(() =>
      withFlow(flow, async () => {
        try {
          const answer = await answered(portal, request, settings, behind)
          return closingAfter(answer, { pool, behind, flow })
        } catch (fault) {
          behind.last(closed(Promise.resolve(), { pool, behind, flow }))
          throw fault
        }
      }),
    )
  }
  return {
    fetch,
    /**
     * What a deployment elsewhere has called by its scheduler's requests. Grants first: what they end writes letters, which
     * leave all the same where the first job fails.
     */
    async scheduled(_, settings, context) {
      const faults: string[] = []
      for (const job of ['grants', 'mail']) {
        const headers = { authorization: `Bearer ${settings.CRON_SECRET ?? ''}` }
        const asked = new Request(`https://scheduler.invalid/api/cron/${job}`, { method: 'POST', headers })
        try {
          const answer = await fetch(asked, settings, context)
          const told = await answer.text()
          if (answer.status !== 200) faults.push(`/api/cron/${job} answered ${answer.status}: ${told}`)
        } catch (fault) {
          faults.push(`/api/cron/${job}: ${fault instanceof Error ? fault.message : String(fault)}`)
        }
      }
      if (faults.length > 0) throw new Error(faults.join('\n'))
    },
  }
}

async function answered(
  portal: Portal,
  request: Request,
  settings: Settings,
  behind: Context,
): Promise<Response> {
  const header: Header = name => request.headers.get(name)
  const { pathname, search } = new URL(request.url)
  const fault = headFault(request.method, pathname + search, header)
  if (fault) return bare(fault, header)
  // A file of the build that is there was found before anybody asked us.
  if (pathname.startsWith('/_next/static/')) return new Response('Not Found', { status: 404 })
  const headers = new Headers(request.headers)
  headers.set(peerHeader, header('cf-connecting-ip') ?? '')
  const answer = await portal.fetch(new Request(request, { headers }), settings, behind)
  if (answer.headers.has(unknownAction) && !header('next-action')) {
    void answer.body?.cancel()
    return bare('old-page', header, pathname + search)
  }
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') && request.method !== 'HEAD'
  return answer.status === 404 && isPage ? filledIn(answer, header, pathname) : answer
}

async function bare(fault: BareFault, header: Header, again = ''): Promise<Response> {
  const asked = { byScript: Boolean(header('next-action')), again }
  const { body, ...head } = bareAnswer(fault, await languagesAt(header), asked)
  return new Response(body, head)
}

/** A page that is not there, with its words for readers without JavaScript. */
async function filledIn(answer: Response, header: Header, path: string): Promise<Response> {
  const [language = 'en'] = await languagesAt(header)
  return new Response(withNotThere(await answer.text(), language, path), answer)
}

/** What is still running behind an answer. */
class Behind implements Context {
  readonly #context: Context
  readonly #running = new Set<Promise<unknown>>()

  constructor(context: Context) {
    this.#context = context
  }

  waitUntil(work: Promise<unknown>): void {
    const ended = work.catch(() => {}).finally(() => this.#running.delete(ended))
    this.#running.add(ended)
    this.#context.waitUntil(work)
  }

  /** Settles once nothing runs any more, what was begun meanwhile included. */
  async ended(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  /** Keeps the request alive for work that nobody else waits for. */
  last(work: Promise<unknown>): void {
    this.#context.waitUntil(work)
  }
}

interface Scope {
  readonly pool: OwnPool
  readonly behind: Behind
  readonly flow: Flow
}

/** Hands the answer on, and closes the pool once it was sent, or its reader went, and nothing runs behind it. */
function closingAfter(answer: Response, scope: Scope): Response {
  if (!answer.body) {
    scope.behind.last(closed(Promise.resolve(), scope))
    return answer
  }
  const through = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      scope.flow.left(piece.length)
      controller.enqueue(piece)
    },
  })
  scope.behind.last(closed(answer.body.pipeTo(through.writable), scope))
  return new Response(through.readable, answer)
}

async function closed(sent: Promise<unknown>, { pool, behind, flow }: Scope): Promise<void> {
  await sent.catch(() => {})
  flow.end()
  await behind.ended()
  await pool.close()
}
