import type pg from 'pg'
import type { Counted } from '#lib/back-office/merge.ts'
import { flatCounts } from '#lib/sync-counts.ts'
import { writing } from '../client.ts'
import { recorded } from '../events.ts'
import { together } from '../write.ts'
import { systemsOf } from './author.ts'
import type { LeasedRun } from './run.ts'

/**
 * Ends a run, with what stopped it where it is not through. The history tells it, unless it was the night's and found all
 * as it was. False where another server has the run.
 */
export async function endRun(run: LeasedRun, problem: string, from?: pg.Pool): Promise<boolean> {
  return writing(
    { role: 'app', providerId: run.providerId, lock: run.accountId },
    async tx => {
      const answer = await tx.$client.query<{ counts: Readonly<Record<string, Counted>> }>(
        `update sync_run set state = $3, problem = $4, ended_at = clock_timestamp(), seen = '{}', cursor = null
          where id = $1 and attempt = $2 and state = 'running' returning counts`,
        [run.id, run.attempt, problem ? 'failed' : 'done', problem],
      )
      const counts = answer.rows[0]?.counts
      if (!counts) return false
      const told = flatCounts(counts)
      const nothing = Object.keys(told).length === 0
      if (run.nightly && nothing && !problem) return true
      const event = {
        action: problem ? 'sync.failed' : 'sync.finished',
        accountId: run.accountId,
        partnerId: null,
        subjectId: run.id,
        facts: { counts: told },
      } as const
      await together(tx, [recorded(tx, systemsOf(run), [event])])
      return true
    },
    from,
  )
}
