import type { Brand } from '#lib/branding/brand.ts'
import { environment } from '#lib/env.ts'
import { isSameMark, keyedMark } from '#lib/keyed-mark.ts'

/**
 * What the proxy found out about a request, carried to the page in one signed header. A server action that redirects
 * makes the server fetch its own page under a loopback Host: the header is then taken at its word, since only this
 * deployment can have signed it. Anything else must resolve its Host against the branding domains.
 */
export interface Arrival {
  readonly brand: Brand
  /** The client's address as far as it can be believed; empty = unknown. */
  readonly address: string
}

export const arrivalHeader = 'x-latchkey-arrival'

export function signArrival(arrival: Arrival): string {
  const body = Buffer.from(JSON.stringify(arrival)).toString('base64url')
  return `${body}.${seal(body)}`
}

/** The arrival that a header carries, or null when it was not signed here. */
export function readArrival(header: string | null): Arrival | null {
  const [body, mac, ...rest] = header?.split('.') ?? []
  if (!body || !mac || rest.length > 0) return null
  if (!isSameMark(mac, seal(body))) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Arrival
}

function seal(body: string): string {
  return keyedMark('arrival', body, environment().AUTH_SECRET)
}
