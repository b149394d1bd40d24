import { backOfficeFor } from '#app/_server/back-office.ts'
import { carryFor } from '#app/_server/carry.ts'
import { refusedCron } from '#app/_server/cron.ts'
import { log } from '#app/_server/log.ts'
import { relayFor } from '#app/_server/relay.ts'

export const maxDuration = 60

const budget = 25_000
const headers = { 'cache-control': 'no-store' }

/**
 * Sends what the outboxes hold: letters, what waits for the carrier, changes to the provider’s systems; and goes on with
 * what is being pulled from these. JSON counts; safe twice and at once. None waits for another, nor falls with it.
 */
async function sendWaiting(request: Request): Promise<Response> {
  const refused = refusedCron(request)
  if (refused) return refused
  const all = await Promise.allSettled([relayFor(budget), carryFor(budget), backOfficeFor(budget)])
  const done = Object.assign({}, ...all.map(one => (one.status === 'fulfilled' ? one.value : {})))
  const failed = all.flatMap(one => (one.status === 'rejected' ? [one.reason] : []))
  if (failed.length === 0) return Response.json(done, { headers })
  for (const error of failed) log.error({ err: error }, 'the mail cron route failed')
  const error = 'not all could be sent; what is left waits'
  return Response.json({ ...done, error }, { status: 503, headers })
}

export { sendWaiting as GET, sendWaiting as POST }
