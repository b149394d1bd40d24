import { type Figure, type Finding, ms, perSecond, ratio, rounded } from './figure.ts'
import { type Asked, Caller } from './load.ts'
import { inRounds, type Round } from './numbers.ts'
import { used } from './process-tree.ts'
import { seedLists } from './seed.ts'
import { type BenchPortal, brandHost, headersOf, type World } from './world.ts'

interface Block {
  /** Processor milliseconds per request of the server and of all that it started. */
  readonly cpu: number
  readonly perSecond: number
}

/** The main pages: who reads each, and what it holds. */
const pages: readonly {
  readonly name: string
  readonly path: string
  readonly email?: string
  readonly holds: string
}[] = [
  { name: 'sign-in', path: '/sign-in', holds: 'Northwind Telecom' },
  {
    name: 'overview',
    path: '/accounts/harbour-dental',
    email: 'owner@harbour-dental.example',
    holds: 'Brightline IT',
  },
  {
    name: 'authorisation, 25 grants',
    path: '/accounts/bench-list-25/settings/authorisation',
    email: 'owner@harbour-dental.example',
    holds: 'Firm 26',
  },
  {
    name: 'activity',
    path: '/accounts/harbour-dental/settings/activity',
    email: 'owner@harbour-dental.example',
    holds: 'Harbour Dental',
  },
  {
    name: 'a partner’s customers',
    path: '/partner/brightline-it/customers',
    email: 'tech@brightline.example',
    holds: 'Harbour Dental',
  },
]

/** A server that was started for a while, with what it takes to ask it. */
interface Runner {
  readonly portal: BenchPortal
  readonly caller: Caller
  readonly asked: readonly Asked[]
}

/** Measure 11: the very same pages from the same commit, on workerd and on Node. */
export async function runtimes(world: World): Promise<Finding> {
  const { pool, url } = await world.database('bench_runtimes')
  await seedLists(pool, [25])
  world.portalIsMeasured()
  const [starts, rounds, times] = world.options.quick ? [1, 3, 20] : [3, 7, 120]
  const started = await inRounds(
    starts,
    () => startOf(() => world.portalAtTheEdge(url)),
    () => startOf(() => world.portal(url)),
  )
  const prepare = async (portal: BenchPortal): Promise<Runner> => {
    const asked = pages.map(async ({ path, email, holds }) => ({
      path,
      headers: email ? await headersOf(pool, portal.port, email) : { host: `${brandHost}:${portal.port}` },
      status: 200,
      holds: [holds, '</html>'],
    }))
    return { portal, caller: new Caller(portal.port, 8), asked: await Promise.all(asked) }
  }
  const edge = await prepare(await world.portalAtTheEdge(url))
  const node = await prepare(await world.portal(url))
  const figures: Figure[] = []
  for (const [index, { name }] of pages.entries()) {
    const block = ({ portal, caller, asked }: Runner) => blockOf(portal, caller, asked[index], times)
    // Compiled code, not the compiler, is what is measured.
    for (const one of [edge, node, edge, node]) await block(one)
    const measured = await inRounds(
      rounds,
      () => block(edge),
      () => block(node),
    )
    figures.push(...figuresOf(name, measured, `${rounds} × ${times} requests each`))
  }
  const memory = { ours: used(edge.portal.pid).memory, theirs: used(node.portal.pid).memory }
  for (const { portal, caller } of [edge, node]) {
    caller.close()
    await portal.stop()
  }
  await world.drop('bench_runtimes')
  const each = { ours: (one: number) => one, theirs: (one: number) => one }
  const megabytes = (bytes: number) => `${rounded(bytes / 1e6)} MB`
  return {
    figures: [
      ...figures,
      ratio({
        what: 'memory after them',
        target: null,
        tries: '1',
        rounds: [memory],
        of: each,
        show: megabytes,
      }),
      ratio({
        what: 'start to first answer',
        target: null,
        tries: `${starts} starts each`,
        rounds: started,
        of: each,
        show: ms,
      }),
    ],
    notes: [
      'Ours is workerd as wrangler serves it on one’s own machine, with the serverless driver and a pool for each request; against it `next start` with node-postgres and one pool. Eight connections at once, the same sessions and database, every body checked.',
      'CPU and memory are those of all processes of a side, wrangler’s own server before the worker included, which a deployment does not have; the WebSocket proxy before PostgreSQL runs with the load and is not in it.',
      'The start is that of the whole command, with the worker’s code compiled once for each start: a deployment compiles it when it is uploaded.',
    ],
  }
}

async function startOf(start: () => Promise<BenchPortal>): Promise<number> {
  const began = performance.now()
  const portal = await start()
  const took = performance.now() - began
  await portal.stop()
  return took
}

async function blockOf(
  { pid }: BenchPortal,
  caller: Caller,
  asked: Asked | undefined,
  times: number,
): Promise<Block> {
  if (!asked) throw new Error('there is no such page')
  const before = used(pid).cpu
  const { whole } = await caller.many(asked, times, 8)
  return { cpu: (used(pid).cpu - before) / times, perSecond: (times / whole) * 1000 }
}

function figuresOf(name: string, rounds: readonly Round<Block, Block>[], tries: string): readonly Figure[] {
  const told = { target: null, tries, rounds }
  const [cpu, speed] = [(one: Block) => one.cpu, (one: Block) => one.perSecond]
  return [
    ratio({
      ...told,
      what: `${name}: requests per second`,
      of: { ours: speed, theirs: speed },
      show: perSecond,
    }),
    ratio({ ...told, what: `${name}: CPU per request`, of: { ours: cpu, theirs: cpu }, show: ms }),
  ]
}
