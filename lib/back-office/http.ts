import { setTimeout as sleep } from 'node:timers/promises'
import type { BackOffice, InTrouble, OutgoingChange, ReadAnswer, SendAnswer, Whose } from './adapter.ts'
import { outgoingFields, type PulledKind } from './items.ts'
import { readPage, readSettled } from './wire.ts'

export interface HttpSettings {
  /** BACKOFFICE_URL: nothing else is ever asked, whatever an answer says. */
  readonly url: string
  /** BACKOFFICE_KEY. */
  readonly key: string
  /** For tests. Milliseconds. */
  readonly timeout?: number
  readonly pause?: (milliseconds: number) => Promise<unknown>
}

const answersWithin = 10_000
const largest = 4 * 1024 * 1024
const tries = 3
/** Longer than this nobody waits within one run. */
const longestPause = 10_000

interface Asked {
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly method: 'GET' | 'PUT'
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Answered {
  readonly kind: 'answer'
  readonly status: number
  readonly body: unknown
}

/** The provider's systems over HTTP, as the README describes: JSON, a bearer key, pages with a cursor. */
export function httpBackOffice(settings: HttpSettings): BackOffice {
  return {
    async read(whose, kind, cursor): Promise<ReadAnswer> {
      const query = cursor === null ? {} : { cursor }
      const answer = await patiently(settings, { method: 'GET', path: pathOf(whose, kind), query })
      if (answer.kind === 'trouble') return answer
      if (answer.status !== 200) return troubleOf(answer.status)
      return readPage(answer.body)
    },
    async send(whose, { id, kind, key, set }): Promise<SendAnswer> {
      const body = { kind, key, set: outgoingFields(set) } satisfies Omit<OutgoingChange, 'id'>
      const headers = { 'idempotency-key': id }
      // What waits has its own pace: it is not asked again here.
      const answer = await once(settings, {
        method: 'PUT',
        path: pathOf(whose, 'changes', id),
        body,
        headers,
      })
      if (answer.kind === 'trouble') return answer
      return readSettled(answer.status, answer.body) ?? troubleOf(answer.status)
    },
  }
}

function pathOf({ provider, account }: Whose, kind: PulledKind | 'changes', id?: string): readonly string[] {
  return ['providers', provider, 'accounts', account, kind, ...(id ? [id] : [])]
}

/** Asks again where they are busy or out of order, a few times and never for long; they may say how long to wait. */
async function patiently(settings: HttpSettings, asked: Asked): Promise<Answered | InTrouble> {
  const pause = settings.pause ?? sleep
  for (let attempt = 1; ; attempt++) {
    const answer = await once(settings, asked)
    const again = answer.kind === 'trouble' && ['busy', 'failed'].includes(answer.trouble)
    if (!again) return answer
    const wait = answer.wait ?? 500 * 2 ** (attempt - 1)
    if (attempt >= tries || wait > longestPause) return answer
    await pause(wait)
  }
}

async function once(settings: HttpSettings, asked: Asked): Promise<Answered | InTrouble> {
  const { timeout = answersWithin } = settings
  const signal = AbortSignal.timeout(timeout)
  try {
    const answer = await fetch(addressOf(settings.url, asked), {
      method: asked.method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${settings.key}`,
        ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      // An answer that points elsewhere would carry the key there.
      redirect: 'manual',
      signal,
    })
    if (isTrouble(answer.status)) {
      await answer.body?.cancel()
      return { ...troubleOf(answer.status), ...waitOf(answer.headers) }
    }
    const text = await bounded(answer)
    if (text === null) return { kind: 'trouble', trouble: 'too-large' }
    return { kind: 'answer', status: answer.status, body: parsed(text) }
  } catch {
    return { kind: 'trouble', trouble: signal.aborted ? 'no-answer' : 'unreachable' }
  }
}

/** Every part of the path is one, whatever stands in it. */
function addressOf(base: string, { path, query = {} }: Asked): URL {
  const url = new URL(base)
  const parts = path.map(encodeURIComponent).join('/')
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${parts}`
  url.search = new URLSearchParams(query).toString()
  return url
}

function isTrouble(status: number): boolean {
  return (
    status === 401 || status === 403 || status === 404 || status === 429 || status >= 500 || is3xx(status)
  )
}

const is3xx = (status: number) => status >= 300 && status < 400

function troubleOf(status: number): InTrouble {
  if (status === 401 || status === 403) return { kind: 'trouble', trouble: 'wrong-key' }
  if (status === 404) return { kind: 'trouble', trouble: 'not-known' }
  if (status === 429) return { kind: 'trouble', trouble: 'busy' }
  if (is3xx(status) || status === 0) return { kind: 'trouble', trouble: 'redirected' }
  return status >= 500
    ? { kind: 'trouble', trouble: 'failed', status }
    : { kind: 'trouble', trouble: 'garbage', status }
}

/** `retry-after` in seconds or as a day and time. */
function waitOf(headers: Headers): { readonly wait?: number } {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,6}$/.test(text)) return { wait: Number(text) * 1000 }
  const at = Date.parse(text)
  return text !== '' && !Number.isNaN(at) ? { wait: Math.max(0, at - Date.now()) } : {}
}

/** The body, read no further than it may be long; null where it is longer. */
async function bounded(answer: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = answer.body?.getReader()
  if (!reader) return ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(pieces).toString('utf8')
    length += value.length
    if (length > largest) {
      await reader.cancel()
      return null
    }
    pieces.push(value)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
