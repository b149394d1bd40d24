/** One question to another system over HTTP: JSON, with a bearer key. */
export interface Question {
  /** Where it stands, as it was set up: its path goes before, its query stays. No address is ever taken from an answer. */
  readonly base: string
  /** Parts of the path; each is one, whatever stands in it. */
  readonly path: readonly string[]
  readonly query?: Readonly<Record<string, string>>
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly key: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds, from beginning to end. */
  readonly within: number
  /** Bytes: an answer is read no further. */
  readonly largest: number
  /** Of which statuses the answer is read at all; of every one where it is left out. */
  readonly reads?: (status: number) => boolean
}

export interface Answered {
  readonly kind: 'answer'
  readonly status: number
  /** What the JSON says; undefined where there is none, or it was not read. */
  readonly body: unknown
  readonly tooLarge: boolean
  /** Milliseconds for which they ask to be left alone (retry-after), up to a day. */
  readonly wait?: number
}

export type Heard =
  | Answered
  | { readonly kind: 'no-answer' }
  /** `fault` in a word: an error's own text may hold the address. */
  | { readonly kind: 'unreachable'; readonly fault: string }

/** Asks once. Never throws for what the other side does, and follows no redirection: that would carry the key there. */
export async function ask(question: Question): Promise<Heard> {
  const { method, key, body, headers, within, largest, reads = () => true } = question
  const signal = AbortSignal.timeout(Math.max(0, Math.round(within)))
  try {
    const answer = await fetch(addressOf(question), {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal,
    })
    const { status } = answer
    const heard = { kind: 'answer', status, ...waitOf(answer.headers) } as const
    if (!reads(status)) {
      await answer.body?.cancel()
      return { ...heard, body: undefined, tooLarge: false }
    }
    const text = await bounded(answer, largest)
    return { ...heard, body: text === null ? undefined : parsed(text), tooLarge: text === null }
  } catch (fault) {
    return signal.aborted ? { kind: 'no-answer' } : { kind: 'unreachable', fault: faultOf(fault) }
  }
}

function addressOf({ base, path, query = {} }: Question): URL {
  const url = new URL(base)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path.map(encodeURIComponent).join('/')}`
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url
}

const day = 24 * 3_600_000

/** `retry-after` in seconds, or as a day and time. */
function waitOf(headers: Headers): { readonly wait?: number } {
  const text = headers.get('retry-after')?.trim() ?? ''
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isNaN(wait) ? {} : { wait: Math.min(Math.max(0, wait), day) }
}

/** The body, read no further than it may be long; null where it is longer. */
async function bounded(answer: Response, largest: number): Promise<string | null> {
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

function faultOf(fault: unknown): string {
  const cause = fault instanceof Error ? (fault.cause as { code?: unknown } | undefined) : undefined
  return typeof cause?.code === 'string' ? cause.code : 'no connection'
}
