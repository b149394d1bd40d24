import { z } from 'zod'
import { ask, type Heard } from '#lib/asking.ts'
import { carrierReason, longestPause } from '#lib/sending.ts'
import { type Carrier, type CarrierAnswer, handingOverTakes, type Outgoing } from './carrier.ts'

export interface HttpCarrierSettings {
  /** What is asked, and nothing else ever: no address is taken from an answer or an event. */
  readonly url: string
  readonly key: string
  /** Milliseconds for one try of so many bytes, from beginning to end; for tests. */
  readonly takes?: (bytes?: number) => number
}

const longestAnswer = 64 * 1024

/** The carrier's answer, as far as it matters here. */
const taken = z.object({ reference: z.string().min(1).max(200) })
const refusal = z.object({ reason: z.string().max(100) })

/** It says of the thing itself that it can't be carried. Whatever is wrong with key or address is no fault of the thing. */
const refusing = new Set([400, 402, 409, 410, 413, 415, 422])

/** Carries over HTTP: `POST <url>/messages` and `POST <url>/faxes`, JSON, with a bearer key. */
export function httpCarrier({ url, key, takes = handingOverTakes }: HttpCarrierSettings): Carrier {
  const post = async (path: string, one: Outgoing, body: Readonly<Record<string, unknown>>, within: number) =>
    meant(
      await ask({
        base: url,
        path: [path],
        method: 'POST',
        key,
        body,
        headers: { 'idempotency-key': one.id },
        within,
        largest: longestAnswer,
      }),
    )
  const common = ({ id, provider, account, from, to }: Outgoing) => ({ id, provider, account, from, to })
  return {
    sendText: (one, within = Number.POSITIVE_INFINITY) =>
      post('messages', one, { ...common(one), text: one.text }, Math.min(takes(), within)),
    sendFax: (one, within = Number.POSITIVE_INFINITY) => {
      const document = Buffer.from(one.document).toString('base64')
      const body = { ...common(one), pages: one.pages, document }
      return post('faxes', one, body, Math.min(takes(one.document.length), within))
    },
  }
}

function meant(heard: Heard): CarrierAnswer {
  if (heard.kind === 'no-answer') return { kind: 'again', fault: 'no answer in time' }
  if (heard.kind === 'unreachable') return { kind: 'again', fault: heard.fault }
  const { status, body, wait } = heard
  if (status >= 200 && status < 300) {
    const parsed = taken.safeParse(body)
    // Whether it was taken nobody knows; asked again under the same key, it says so or takes it now.
    return parsed.success
      ? { kind: 'taken', reference: parsed.data.reference }
      : { kind: 'again', fault: `answered ${status} without a reference` }
  }
  if (refusing.has(status))
    return { kind: 'refused', reason: carrierReason(refusal.safeParse(body).data?.reason) }
  const milliseconds = wait === undefined ? undefined : Math.min(Math.max(wait, 1000), longestPause)
  return { kind: 'again', fault: `answered ${status}`, ...(milliseconds !== undefined && { milliseconds }) }
}
