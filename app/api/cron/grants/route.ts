import { after } from 'next/server'
import { refusedCron } from '#app/_server/cron.ts'
import { log } from '#app/_server/log.ts'
import { relaySoon } from '#app/_server/relay.ts'
import { writing } from '#db/client.ts'
import { sealHistory } from '#db/history/seal.ts'
import { type CleanedUp, cleanUp } from '#db/sweep/clean-up.ts'
import { type SweepCounts, sweep } from '#db/sweep/sweep.ts'

export const maxDuration = 60

const sweepBudget = 25_000
const sealBudget = 5_000
const cleanUpBudget = 5_000
const sealBatch = 5_000
const headers = { 'cache-control': 'no-store' }

/**
 * Starts, expires, reminds and lapses what is due, seals the history and clears away what has passed. JSON counts; safe
 * twice, at once, and after any silence. Nobody's access waits for it.
 */
async function tidyUp(request: Request): Promise<Response> {
  const refused = refusedCron(request)
  if (refused) return refused
  const done: Partial<SweepCounts & CleanedUp & { sealed: number }> = {}
  let failed = false
  // A fault in one part keeps no other from its work.
  for (const part of [() => sweep(sweepBudget), seal, () => cleanUp(cleanUpBudget)]) {
    try {
      Object.assign(done, await part())
    } catch (error) {
      failed = true
      log.error({ err: error }, 'a part of the grants cron route failed')
    }
  }
  if (done.setAside) log.error({ setAside: done.setAside }, 'rows could not be swept; they are tried again')
  after(relaySoon)
  return Response.json(failed ? { ...done, error: 'not all could be done; it is tried again' } : done, {
    status: failed ? 503 : 200,
    headers,
  })
}

/** The newest seal goes to the log as well, out of reach of whoever could change the history. */
async function seal(): Promise<{ readonly sealed: number }> {
  const end = Date.now() + sealBudget
  let sealed = 0
  for (let last = sealBatch; last === sealBatch && Date.now() < end; sealed += last) {
    const made = await writing({ role: 'worker' }, tx => sealHistory(tx, sealBatch))
    last = made.sealed
    if (last > 0) log.info({ last: made.last, hash: made.hash }, 'history sealed')
  }
  return { sealed }
}

export { tidyUp as GET, tidyUp as POST }
