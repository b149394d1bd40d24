import { limitedBody } from '#app/_server/limited-body.ts'
import { recordDelivery } from '#db/mail/deliveries.ts'
import { environment } from '#lib/env.ts'
import { isSigned, readEvent } from '#lib/mail/resend-event.ts'

const headers = { 'cache-control': 'no-store' }
const longestEvent = 256 * 1024

/**
 * Delivery events. What is signed is answered with 200 even where it concerns no letter of ours: another answer would
 * only bring it again.
 */
export async function POST(request: Request): Promise<Response> {
  const secret = environment().RESEND_WEBHOOK_SECRET
  if (!secret) return plain(404)
  const payload = await limitedBody(request, longestEvent)
  if (payload === null) return plain(413)
  if (!isSigned(payload, request.headers, secret)) return plain(401)
  const event = readEvent(payload)
  const eventId = request.headers.get('svix-id')
  const outcome = event && eventId ? await recordDelivery({ ...event, eventId }) : 'ignored'
  return Response.json({ outcome }, { headers })
}

/** What is off is not there, whatever is asked of it; and what is on takes events alone. */
function noEvent(): Response {
  const on = environment().RESEND_WEBHOOK_SECRET
  return new Response(null, { status: on ? 405 : 404, headers: on ? { ...headers, allow: 'POST' } : headers })
}

export {
  noEvent as DELETE,
  noEvent as GET,
  noEvent as HEAD,
  noEvent as OPTIONS,
  noEvent as PATCH,
  noEvent as PUT,
}

function plain(status: number): Response {
  // Whoever is still sending what is too long needs not send the rest.
  return new Response(null, {
    status,
    headers: status === 413 ? { ...headers, connection: 'close' } : headers,
  })
}
