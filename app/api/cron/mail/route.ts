import { refusedCron } from '#app/_server/cron.ts'
import { log } from '#app/_server/log.ts'
import { relayFor } from '#app/_server/relay.ts'

export const maxDuration = 60

const budget = 25_000
const headers = { 'cache-control': 'no-store' }

/** Sends what the outbox holds. JSON counts; safe twice and at once. */
async function sendWaiting(request: Request): Promise<Response> {
  const refused = refusedCron(request)
  if (refused) return refused
  try {
    return Response.json(await relayFor(budget), { headers })
  } catch (error) {
    log.error({ err: error }, 'the mail cron route failed')
    return Response.json({ error: 'letters could not be sent; they wait' }, { status: 503, headers })
  }
}

export { sendWaiting as GET, sendWaiting as POST }
