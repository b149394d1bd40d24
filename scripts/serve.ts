import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { nextCommand } from './build.ts'
import { endChild, exitOf, lastOutput, startNode } from './children.ts'
import { ask } from './loopback.ts'
import { StartError } from './project.ts'

export interface ServeOptions {
  /** `start` serves a production build, `dev` compiles as it goes. */
  mode: 'start' | 'dev'
  port: number
  /** Address to listen on. */
  host: string
  /** The portal's settings, on top of this process's own environment. */
  settings: Record<string, string>
  /** Every piece of output. */
  onOutput: (text: string) => void
}

export interface Served {
  port: number
  /** The process that serves, or the parent of those that do. */
  pid: number
  /** Settles with the exit code if the portal ends by itself. */
  ended: Promise<number>
  /** Lets it answer what it has begun, then ends it. */
  stop(): Promise<void>
}

/** How long a portal may take until it answers. */
const patience = 90_000

/**
 * Starts the portal and waits until it says that it is well.
 *
 * @throws StartError with its last output when it ends or does not get well in time
 */
export async function servePortal(options: ServeOptions): Promise<Served> {
  const output = lastOutput()
  const child = startNode([nextCommand, options.mode, '-p', String(options.port), '-H', options.host], {
    env: { ...process.env, ...options.settings, PORT: String(options.port), NEXT_TELEMETRY_DISABLED: '1' },
    onOutput(text) {
      output.add(text)
      options.onOutput(text)
    },
    apart: true,
  })
  const trouble = await untilWell(child, options.port)
  if (trouble) {
    await endChild(child, 2_000)
    throw new StartError(`The portal did not start (${trouble}):\n${output.text()}`)
  }
  return { port: options.port, pid: child.pid ?? 0, ended: exitOf(child), stop: () => endChild(child, 5_000) }
}

/** Gives nothing once the health address answers 200, or what is wrong. */
async function untilWell(child: ChildProcess, port: number): Promise<string | undefined> {
  const deadline = Date.now() + patience
  let last = 'no answer'
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      return `it ended with code ${child.exitCode ?? 1}`
    try {
      const answer = await ask(port, { path: '/api/health' })
      if (answer.status === 200) return undefined
      last = `its health is ${answer.status}: ${answer.body.slice(0, 300)}`
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
    await pause(100)
  }
  return last
}
