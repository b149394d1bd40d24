import { watchClock } from '#db/clock/watch.ts'
import { getPool } from '#db/driver/pool.ts'
import { epochsToTell, noticeRestore } from '#db/restore/notice.ts'
import type { ClockState } from '#lib/clock.ts'
import { tellsItsServer } from '#lib/restore/identity.ts'
import { log } from './log.ts'

/** Whether the database is another one than before. Connections are looked at as they are made; some poolers keep theirs. */
export async function watchRestore(): Promise<void> {
  const client = await getPool().connect()
  let broken: Error | boolean = true
  try {
    const { seen, begun } = await noticeRestore(client)
    broken = false
    for (const epoch of [...epochsToTell(), ...(begun ? [begun] : [])])
      log.error(epoch, 'the database was restored from a backup: everybody is signed out')
    if (!tellsItsServer(seen))
      log.warn({ seen }, 'the database hides where it runs: after a restore, run npm run restored')
  } finally {
    client.release(broken)
  }
}

/** Whether the database's clock can be believed; says so loudly where not. */
export async function watchTime(): Promise<ClockState> {
  const state = await watchClock()
  if (state.alarm)
    log.error(state, 'the database’s clock can’t be believed: milliseconds apart from the server’s, and back')
  return state
}

/** At the start. A database that is not there yet must not keep the server from saying so. */
export async function watchAtStart(): Promise<void> {
  for (const look of [watchRestore, watchTime]) {
    try {
      await look()
    } catch (error) {
      log.error({ err: error }, 'the database could not be looked at')
    }
  }
}
