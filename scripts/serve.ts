import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { nextCommand } from './build.ts'
import { endChild, exitOf, lastOutput, startNode } from './children.ts'
import { onWorkerd } from './edge/serve.ts'
import { ask } from './loopback.ts'
import { StartError } from './project.ts'
import type { ServeOptions, ServerCommand } from './server.ts'

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
  const server = options.mode === 'edge' ? onWorkerd(options) : onNode(options)
  const child = startNode(server.args, {
    env: { ...process.env, ...server.env, NEXT_TELEMETRY_DISABLED: '1' },
    onOutput(text) {
      output.add(text)
      options.onOutput(text)
    },
    apart: true,
  })
  const stop = async (patience: number) => {
    await endChild(child, patience)
    server.forget()
  }
  const trouble = await untilWell(child, options.port)
  if (trouble) {
    await stop(2_000)
    throw new StartError(`The portal did not start (${trouble}):\n${output.text()}`)
  }
  return { port: options.port, pid: child.pid ?? 0, ended: exitOf(child), stop: () => stop(5_000) }
}

function onNode({ mode, build, port, host, settings }: ServeOptions): ServerCommand {
  return {
    args: [nextCommand, mode, '-p', String(port), '-H', host],
    env: { ...settings, PORT: String(port), ...(build && { NEXT_DIST_DIR: build }) },
    forget() {},
  }
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
