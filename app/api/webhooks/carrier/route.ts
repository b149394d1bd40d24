import { limitedBody } from '#app/_server/limited-body.ts'
import { takeMessage } from '#db/carrier/take.ts'
import { type ReadEvent, readMessage } from '#lib/carrier/message.ts'
import { isSigned } from '#lib/carrier/signature.ts'
import { environment } from '#lib/env.ts'

const headers = { 'cache-control': 'no-store' }
/** A message with a fax in it brings the document along; any other is short. */
const longestMessage = 512 * 1024
const longestWithFax = 15_000_000

/**
 * What a carrier tells of its numbers. A signed message that can be read is answered with 200 and what became of each of its
 * events, also of those that could not be kept: another answer would only bring all of them again.
 */
export async function POST(request: Request): Promise<Response> {
  const secret = environment().CARRIER_WEBHOOK_SECRET
  if (!secret) return plain(404)
  const payload = await limitedBody(request, longestWithFax)
  if (payload === null) return plain(413)
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
  // Whoever is still sending what is too long needs not send the rest.
  return new Response(null, {
    status,
    headers: status === 413 ? { ...headers, connection: 'close' } : headers,
  })
}
