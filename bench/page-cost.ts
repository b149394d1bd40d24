import { count, type Finding, ms, perSecond, ratio } from './figure.ts'
import { type Asked, Caller } from './load.ts'
import { inRounds } from './numbers.ts'
import { used } from './process-tree.ts'
import { seedLists } from './seed.ts'
import { headersOf, type World } from './world.ts'

export const owner = 'owner@harbour-dental.example'

interface Block {
  /** Processor milliseconds of the server per request. */
  readonly cpu: number
  readonly perSecond: number
}

/** Measure 1: what the list of 25 grants costs, beside a page of nothing. */
export async function pageCost(world: World): Promise<Finding> {
  const { pool, url } = await world.database('bench_page')
  await seedLists(pool, [25])
  world.portalIsMeasured()
  const portal = await world.portal(url)
  const caller = new Caller(portal.port, 8)
  const headers = await headersOf(pool, portal.port, owner)
  const [rounds, times] = world.options.quick ? [3, 60] : [7, 400]
  const page: Asked = {
    path: '/accounts/bench-list-25/settings/authorisation',
    headers,
    status: 200,
    holds: ['Account 0', 'Harriet Osei', 'Firm 2', 'Firm 26', '</html>'],
  }
  const empty: Asked = { path: '/demo/empty', headers, status: 200, holds: ['<p>Empty</p>', '</html>'] }
  const block = async (asked: Asked): Promise<Block> => {
    const before = used(portal.pid).cpu
    const { whole } = await caller.many(asked, times, 8)
    return { cpu: (used(portal.pid).cpu - before) / times, perSecond: (times / whole) * 1000 }
  }
  // Compiled code, not the compiler, is what is measured.
  for (const asked of [page, empty, page, empty]) await block(asked)
  const measured = await inRounds(
    rounds,
    () => block(page),
    () => block(empty),
  )
  const size = (await caller.once(page)).body.length
  caller.close()
  await portal.stop()
  await world.drop('bench_page')
  const tries = `${rounds} × ${times} requests each`
  return {
    figures: [
      ratio({
        what: 'CPU per request',
        target: { most: 2 },
        tries,
        rounds: measured,
        of: { ours: one => one.cpu, theirs: one => one.cpu },
        show: ms,
      }),
      ratio({
        what: 'requests per second',
        target: { least: 0.5 },
        tries,
        rounds: measured,
        of: { ours: one => one.perSecond, theirs: one => one.perSecond },
        show: perSecond,
      }),
      count('HTML of the page', size / 1000, 'kB', null, '1'),
    ],
    notes: [
      'Account authorisation with 25 live grants against /demo/empty of the same build: same session cookie, proxy, brand, language and root layout. Eight connections at once, uncompressed answers, every body checked.',
      'CPU is user and system time of the portal’s processes from /proc; PostgreSQL’s is not in it.',
    ],
  }
}
