import { z } from 'zod'
import { carrierReason, longestPause } from '#lib/sending.ts'
import type { Carrier, CarrierAnswer, Outgoing } from './carrier.ts'

export interface HttpCarrierSettings {
  /** What is asked, and nothing else ever: no address is taken from an answer or an event. */
  readonly url: string
  readonly key: string
  /** Milliseconds for one try, from beginning to end. */
  readonly timeout?: number
}

const usualTimeout = 10_000
const longestAnswer = 64 * 1024

/** The carrier's answer, as far as it matters here. */
const taken = z.object({ reference: z.string().min(1).max(200) })
const refusal = z.object({ reason: z.string().max(100) })

/** It says of the thing itself that it can't be carried. Whatever is wrong with key or address is no fault of the thing. */
const refusing = new Set([400, 402, 409, 410, 413, 415, 422])

/** Carries over HTTP: `POST <url>/messages` and `POST <url>/faxes`, JSON, with a bearer key. */
export function httpCarrier({ url, key, timeout = usualTimeout }: HttpCarrierSettings): Carrier {
  const base = url.replace(/\/+$/, '')
  const post = async (path: string, one: Outgoing, body: Readonly<Record<string, unknown>>) => {
    try {
      const answer = await fetch(`${base}${path}`, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          accept: 'application/json',
          'idempotency-key': one.id,
        },
        body: JSON.stringify(body),
      })
      return await read(answer)
    } catch (fault) {
      return { kind: 'again', fault: faultOf(fault) } satisfies CarrierAnswer
    }
  }
  const common = ({ id, provider, account, from, to }: Outgoing) => ({ id, provider, account, from, to })
  return {
    sendText: one => post('/messages', one, { ...common(one), text: one.text }),
    sendFax: one =>
      post('/faxes', one, {
        ...common(one),
        pages: one.pages,
        document: Buffer.from(one.document).toString('base64'),
      }),
  }
}

async function read(answer: Response): Promise<CarrierAnswer> {
  const { status } = answer
  const said = await boundedJson(answer)
  if (status >= 200 && status < 300) {
    const parsed = taken.safeParse(said)
    // Whether it was taken nobody knows; asked again under the same key, it says so or takes it now.
    return parsed.success
      ? { kind: 'taken', reference: parsed.data.reference }
      : { kind: 'again', fault: `answered ${status} without a reference` }
  }
  if (refusing.has(status))
    return { kind: 'refused', reason: carrierReason(refusal.safeParse(said).data?.reason) }
  const wait = pauseFrom(answer.headers.get('retry-after'))
  return { kind: 'again', fault: `answered ${status}`, ...(wait !== null && { milliseconds: wait }) }
}

/** What the answer says, as far as anybody needs to read; nothing where that is no JSON. */
async function boundedJson(answer: Response): Promise<unknown> {
  const decoder = new TextDecoder()
  let [text, length] = ['', 0]
  for await (const piece of answer.body ?? []) {
    length += piece.length
    if (length > longestAnswer) return null
    text += decoder.decode(piece, { stream: true })
  }
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** In seconds, or as a day and time. */
function pauseFrom(header: string | null): number | null {
  if (!header) return null
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(milliseconds) ? null : Math.min(Math.max(milliseconds, 1000), longestPause)
}

/** What went wrong on the way, in a word: an error's own text may hold the address. */
function faultOf(fault: unknown): string {
  if (fault instanceof Error && fault.name === 'TimeoutError') return 'no answer in time'
  const cause = fault instanceof Error ? (fault.cause as { code?: unknown } | undefined) : undefined
  return typeof cause?.code === 'string' ? cause.code : 'no connection'
}
