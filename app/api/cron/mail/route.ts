import { carryFor } from '#app/_server/carry.ts'
import { refusedCron } from '#app/_server/cron.ts'
import { log } from '#app/_server/log.ts'
import { relayFor } from '#app/_server/relay.ts'

export const maxDuration = 60

const budget = 25_000
const headers = { 'cache-control': 'no-store' }

/** Sends what the outboxes hold: letters, and what waits for the carrier. JSON counts; safe twice and at once. */
async function sendWaiting(request: Request): Promise<Response> {
  const refused = refusedCron(request)
  if (refused) return refused
  // The one keeps the other from nothing.
  const [letters, carried] = await Promise.allSettled([relayFor(budget), carryFor(budget)])
  const done = { ...valueIn(letters), ...valueIn(carried) }
  const failed = [letters, carried].flatMap(one => (one.status === 'rejected' ? [one.reason] : []))
  if (failed.length === 0) return Response.json(done, { headers })
  for (const error of failed) log.error({ err: error }, 'the mail cron route failed')
  const error = 'letters could not be sent; they wait'
  return Response.json({ ...done, error }, { status: 503, headers })
}

function valueIn<T>(settled: PromiseSettledResult<T>): T | undefined {
  return settled.status === 'fulfilled' ? settled.value : undefined
}

export { sendWaiting as GET, sendWaiting as POST }
