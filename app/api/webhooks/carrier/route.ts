import { Gate, readBody } from '#app/_server/limited-body.ts'
import { takeMessage } from '#db/carrier/take.ts'
import { type ReadEvent, readMessage } from '#lib/carrier/message.ts'
import { isSigned, saysSigned } from '#lib/carrier/signature.ts'
import { environment } from '#lib/env.ts'

const headers = { 'cache-control': 'no-store' }
/** A message with a fax in it brings the document along; any other is short. */
const longestMessage = 512 * 1024
const longestWithFax = 15_000_000
/** Nobody knows yet who brings them: each may take three times its length in memory, so few at once, and none for long. */
const large = new Gate(3)
const longestReading = 60_000
const faults = { 'too-long': 413, 'no-room': 503, 'too-slow': 408 } as const

/**
 * What a carrier tells of its numbers. A signed message that can be read is answered with 200 and what became of each of its
 * events, also of those that could not be kept: another answer would only bring all of them again.
 */
export async function POST(request: Request): Promise<Response> {
  const secret = environment().CARRIER_WEBHOOK_SECRET
  if (!secret) return plain(404)
  if (!saysSigned(request.headers, new Date())) return plain(401)
  let inside = false
  try {
    const read = await readBody(request, {
      most: longestWithFax,
      large: longestMessage,
      mayBeLarge: () => {
        inside = large.enter()
        return inside
      },
      milliseconds: longestReading,
    })
    return 'text' in read ? await taken(read.text, request, secret) : plain(faults[read.fault])
  } finally {
    if (inside) large.leave()
  }
}

async function taken(payload: string, request: Request, secret: string): Promise<Response> {
  if (!isSigned(payload, request.headers, secret, new Date())) return plain(401)
  const events = readMessage(payload)
  if (!events) return plain(400)
  if (payload.length > longestMessage && !events.some(isFax)) return plain(413)
  return Response.json({ events: await takeMessage(events) }, { headers })
}

const isFax = (one: ReadEvent) => 'event' in one && one.event.type === 'fax'

/** What is off is not there, whatever is asked of it; and what is on takes messages alone. */
function noMessage(): Response {
  const on = environment().CARRIER_WEBHOOK_SECRET
  return new Response(null, { status: on ? 405 : 404, headers: on ? { ...headers, allow: 'POST' } : headers })
}

export {
  noMessage as DELETE,
  noMessage as GET,
  noMessage as HEAD,
  noMessage as OPTIONS,
  noMessage as PATCH,
  noMessage as PUT,
}

function plain(status: number): Response {
  // Whoever is still sending what is not read needs not send the rest.
  const close = status === 401 || status === 413 || status === 503 ? { connection: 'close' } : {}
  const again = status === 503 ? { 'retry-after': '10' } : {}
  return new Response(null, { status, headers: { ...headers, ...close, ...again } })
}
