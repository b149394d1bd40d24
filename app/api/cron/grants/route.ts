import { after } from 'next/server'
import { refusedCron } from '#app/_server/cron.ts'
import { log } from '#app/_server/log.ts'
import { relaySoon } from '#app/_server/relay.ts'
import { watchRestore, watchTime } from '#app/_server/watch.ts'
import { writing } from '#db/client.ts'
import { sealHistory } from '#db/history/seal.ts'
import { type ToldCounts, tellRestored } from '#db/restore/tell.ts'
import { type CleanedUp, cleanUp } from '#db/sweep/clean-up.ts'
import { type SweepCounts, sweep } from '#db/sweep/sweep.ts'
import { environment } from '#lib/env.ts'

export const maxDuration = 60

const tellBudget = 5_000
const sweepBudget = 25_000
const sealBudget = 5_000
const cleanUpBudget = 5_000
const sealBatch = 5_000
const headers = { 'cache-control': 'no-store' }

interface Watched {
  /** Milliseconds by which the database's clock is ahead of the server's, and by which it went back. */
  readonly clockApart: number
  readonly clockBack: number
  /** Whether what time has brought was not written down, because the clock is far ahead. */
  readonly clockHeld: boolean
}

/**
 * Starts, expires, reminds and lapses what is due, seals the history and clears away what has passed. JSON counts; safe
 * twice, at once, and after any silence. Nobody's access waits for it. Before that it looks whether the database was
 * restored, and whether its clock can be believed: as long as that is far ahead, nothing is written by it.
 */
async function tidyUp(request: Request): Promise<Response> {
  const refused = refusedCron(request)
  if (refused) return refused
  const done: Partial<Watched & ToldCounts & SweepCounts & CleanedUp & { sealed: number }> = {}
  let failed = false
  // A fault in one part keeps no other from its work.
  const attempt = async (part: () => Promise<typeof done>) => {
    try {
      Object.assign(done, await part())
    } catch (error) {
      failed = true
      log.error({ err: error }, 'a part of the grants cron route failed')
    }
  }
  for (const part of [restored, time]) await attempt(part)
  // A clock that could not be looked at is not believed either.
  if (done.clockHeld === false)
    for (const part of [() => sweep(sweepBudget), seal, clearedAway]) await attempt(part)
  if (done.setAside) log.error({ setAside: done.setAside }, 'rows could not be swept; they are tried again')
  after(relaySoon)
  return Response.json(failed ? { ...done, error: 'not all could be done; it is tried again' } : done, {
    status: failed ? 503 : 200,
    headers,
  })
}

function clearedAway(): Promise<CleanedUp> {
  const { CALL_LOG_MONTHS, MESSAGE_MONTHS } = environment()
  return cleanUp(cleanUpBudget, { calls: CALL_LOG_MONTHS, messages: MESSAGE_MONTHS })
}

async function restored(): Promise<ToldCounts> {
  await watchRestore()
  const told = await tellRestored(tellBudget)
  if (told.restored) log.warn(told, 'after a restore: accounts get a list of access to look at again')
  return told
}

async function time(): Promise<Watched> {
  const { apart, back, held } = await watchTime()
  return { clockApart: apart, clockBack: back, clockHeld: held }
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
