import { setTimeout as pause } from 'node:timers/promises'
import { ensureBuilt, nextCommand } from '#scripts/build.ts'
import { endChild, lastOutput, startNode } from '#scripts/children.ts'
import type { Lifetime } from '#scripts/lifetime.ts'
import { freePort } from '#scripts/ports.ts'
import { bareApp } from './bare-page.ts'
import { keep } from './cores.ts'
import { type Finding, ms, ratio, rounded } from './figure.ts'
import { type Asked, Caller } from './load.ts'
import { inRounds } from './numbers.ts'
import { used } from './process-tree.ts'
import { brandHost, build, type World } from './world.ts'

/** An app that `next start` serves. */
interface App {
  /** Where its build is, as the command takes it. */
  readonly place: readonly string[]
  env(port: number): Record<string, string>
  asked(port: number): Asked
}

interface Life {
  /** Milliseconds from the start of the process to its first whole answer. */
  readonly start: number
  /** Bytes in memory after all that was asked. */
  readonly memory: number
}

const longestStart = 60_000

/** Measure 9: how soon the portal answers, and what it holds on to, beside an app of one page that does nothing. */
export async function starting(world: World): Promise<Finding> {
  const { url } = await world.database('bench_start')
  await ensureBuilt(build, world.life)
  world.portalIsMeasured()
  const ours: App = {
    place: [],
    env: port => world.settings(url, port),
    asked: port => ({
      path: '/sign-in',
      headers: { host: `${brandHost}:${port}` },
      status: 200,
      holds: ['Northwind Telecom', '</html>'],
    }),
  }
  const bare: App = {
    place: [await bareApp(world.life)],
    env: () => ({}),
    asked: () => ({ path: '/', headers: {}, status: 200, holds: ['<p>Empty</p>', '</html>'] }),
  }
  const [rounds, finished, aborted] = world.options.quick ? [3, 100, 150] : [5, 3000, 4500]
  const measured = await inRounds(
    rounds,
    () => lifeOf(ours, { finished, aborted }, world.life),
    () => lifeOf(bare, { finished, aborted }, world.life),
  )
  await world.drop('bench_start')
  return {
    figures: [
      ratio({
        what: 'start to first answer',
        target: { most: 1.3 },
        tries: `${rounds} starts each`,
        rounds: measured,
        of: { ours: one => one.start, theirs: one => one.start },
        show: ms,
      }),
      ratio({
        what: 'memory after the requests',
        target: { most: 1.25 },
        tries: `${rounds} × ${finished} finished and ${aborted} aborted requests each`,
        rounds: measured,
        of: { ours: one => one.memory, theirs: one => one.memory },
        show: bytes => `${rounded(bytes / 1e6)} MB`,
      }),
    ],
    notes: [
      'Both by `next start`, from the start of the process to the last byte of a right answer: the portal’s sign-in page with its brand from the database, and the only page of an app that does nothing, which is made at build time.',
      'Eight connections at once. An aborted request is left by its reader within five milliseconds. Memory is what the processes hold two seconds after the last of them.',
    ],
  }
}

async function lifeOf(
  app: App,
  { finished, aborted }: { readonly finished: number; readonly aborted: number },
  life: Lifetime,
): Promise<Life> {
  const port = await freePort()
  const output = lastOutput(4_000)
  const began = performance.now()
  const child = startNode([nextCommand, 'start', ...app.place, '-p', String(port), '-H', '127.0.0.1'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...app.env(port) },
    onOutput: output.add,
  })
  life.afterwards(() => endChild(child, 2_000))
  keep(child.pid ?? 0, 'measured')
  const caller = new Caller(port, 8)
  const asked = app.asked(port)
  try {
    await firstAnswer(caller, asked).catch(fault => {
      throw new Error(`${fault.message}\n${output.text()}`)
    })
    const start = performance.now() - began
    await caller.many(asked, finished, 8)
    await caller.abandoned(asked, aborted, 8)
    await pause(2_000)
    return { start, memory: used(child.pid ?? 0).memory }
  } finally {
    caller.close()
    await endChild(child, 2_000)
  }
}

async function firstAnswer(caller: Caller, asked: Asked): Promise<void> {
  const deadline = performance.now() + longestStart
  for (;;) {
    try {
      await caller.once(asked)
      return
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'ECONNREFUSED')) throw fault
      if (performance.now() > deadline) throw new Error('it never answered')
      await pause(5)
    }
  }
}
