import { createHmac, timingSafeEqual } from 'node:crypto'

// Messages of a carrier are signed as Standard Webhooks has it (standardwebhooks.com): an HMAC-SHA-256 over the message's
// id, its time and its body, byte for byte, under a secret that both sides hold.

/** Seconds by which a message's time may differ from ours. */
const tolerance = 300

/** The key that a secret stands for: base64 behind `whsec_`, else the secret's own letters. */
function keyOf(secret: string): Buffer {
  const encoded = /^whsec_(.+)$/.exec(secret)?.[1]
  return encoded ? Buffer.from(encoded, 'base64') : Buffer.from(secret)
}

/** The signature of a message, as it stands in its header. */
export function signatureOf(id: string, timestamp: string, payload: string, secret: string): string {
  const mark = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${payload}`).digest('base64')
  return `v1,${mark}`
}

/** Signatures of which a header may hold several: of other versions too, which say nothing here. */
const shape = /^v1,[A-Za-z0-9+/]{43}=$/

/** Whether a message says that it is signed, within five minutes of `now`: what can be known before its body is read. */
export function saysSigned(headers: Headers, now: Date): boolean {
  const timestamp = headers.get('webhook-timestamp') ?? ''
  if ((headers.get('webhook-id') ?? '') === '' || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > tolerance) return false
  return givenIn(headers).some(one => shape.test(one))
}

function givenIn(headers: Headers): readonly string[] {
  return (headers.get('webhook-signature') ?? '').split(' ', 10)
}

/**
 * Whether whoever holds the secret signed this, within five minutes of `now`. A header may hold several signatures, while a
 * secret is being replaced. Comparing takes as long whether they are the same or not.
 */
export function isSigned(payload: string, headers: Headers, secret: string, now: Date): boolean {
  const id = headers.get('webhook-id') ?? ''
  const timestamp = headers.get('webhook-timestamp') ?? ''
  if (!saysSigned(headers, now)) return false
  const wanted = Buffer.from(signatureOf(id, timestamp, payload, secret))
  return givenIn(headers)
    .map(one => Buffer.from(one))
    .some(one => one.length === wanted.length && timingSafeEqual(one, wanted))
}
