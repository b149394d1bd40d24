import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from './project.ts'

const leash = join(root, 'scripts', 'leash.ts')

export interface NodeOptions {
  env?: NodeJS.ProcessEnv
  /** Called with every piece of output; without it the output goes straight to the terminal. */
  onOutput?: (text: string) => void
  /** Away from the terminal's Ctrl-C, so that the command alone decides the order of stopping. */
  apart?: boolean
}

/** Starts a program in the project's Node. It ends when this process ends, however that happens. */
export function startNode(args: readonly string[], options: NodeOptions = {}): ChildProcess {
  const output = options.onOutput ? 'pipe' : 'inherit'
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', `--import=${leash}`, ...args],
    {
      cwd: root,
      env: { ...(options.env ?? process.env), LATCHKEY_LEASH: String(process.pid) },
      stdio: ['ignore', output, output, 'ipc'],
      detached: options.apart ?? false,
    },
  )
  if (options.onOutput) {
    child.stdout?.setEncoding('utf8').on('data', options.onOutput)
    child.stderr?.setEncoding('utf8').on('data', options.onOutput)
  }
  return child
}

/** Waits for a child to end: its exit code, or 1 when it was ended by a signal or never started. */
export async function exitOf(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return child.exitCode
  if (child.signalCode !== null) return 1
  try {
    const [code] = (await once(child, 'close')) as [number | null]
    return code ?? 1
  } catch {
    return 1
  }
}

/** Asks a child to end, then insists. Settles when it is gone. */
export async function endChild(
  child: ChildProcess,
  patience: number,
  first: NodeJS.Signals = 'SIGTERM',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  child.kill(first)
  const insist = setTimeout(() => child.kill('SIGKILL'), patience)
  await gone
  clearTimeout(insist)
}

/** Keeps the last part of a child's output, to be shown when something went wrong. */
export function lastOutput(limit = 8_000): { add(text: string): void; text(): string } {
  let kept = ''
  return {
    add(text) {
      kept = (kept + text).slice(-limit)
    },
    text: () => kept.trim(),
  }
}
