import { backOfficeFor } from '#app/_server/back-office.ts'
import { refusedCron } from '#app/_server/cron.ts'
import { log } from '#app/_server/log.ts'
import { relayFor } from '#app/_server/relay.ts'

export const maxDuration = 60

const budget = 25_000
const headers = { 'cache-control': 'no-store' }

/**
 * Sends what the outbox holds, changes to the provider’s systems too, and goes on with what is being pulled from them. JSON
 * counts; safe twice and at once. Neither half waits for the other, nor falls with it.
 */
async function sendWaiting(request: Request): Promise<Response> {
  const refused = refusedCron(request)
  if (refused) return refused
  try {
    const [letters, rest] = await Promise.allSettled([relayFor(budget), backOfficeFor(budget)])
    if (letters.status === 'rejected') throw letters.reason
    if (rest.status === 'rejected') throw rest.reason
    return Response.json({ ...letters.value, ...rest.value }, { headers })
  } catch (error) {
    log.error({ err: error }, 'the mail cron route failed')
    return Response.json({ error: 'not all could be sent; what is left waits' }, { status: 503, headers })
  }
}

export { sendWaiting as GET, sendWaiting as POST }
