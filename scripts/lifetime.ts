import { StartError } from './project.ts'

/** Longest time that stopping may take before the process leaves anyway. */
const patience = 9_000

type Step = () => unknown

/** What a command has started and must stop again. */
export class Lifetime {
  /** Settles when the command is told to stop. */
  readonly stopped: Promise<string>
  #steps: Step[] = []
  #ending: Promise<void> | undefined

  constructor(stopped: Promise<string>) {
    this.stopped = stopped
  }

  /** Remembers how to undo what was just started. The last one started is the first one stopped. */
  afterwards(step: Step): void {
    this.#steps.push(step)
  }

  /** Undoes everything once, whatever fails on the way. */
  end(): Promise<void> {
    this.#ending ??= this.#undo()
    return this.#ending
  }

  async #undo(): Promise<void> {
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step()
      } catch (error) {
        console.error(error)
      }
    }
  }
}

/** Settles at Ctrl-C, a signal, or the end of the process that started this one. */
function untilStopped(): Promise<string> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
    process.on('disconnect', () => resolve('parent gone'))
    // Hearing of the parent's end must not keep the command alive once its work is done.
    process.channel?.unref()
  })
}

/**
 * Runs a command to its end, or until it is told to stop; undoes what it started and leaves with its exit code.
 *
 * @param main the command; gives its exit code
 * @param whenStopped exit code of a command that was told to stop: 0 for one that only ever ends that way
 */
export async function runCommand(
  main: (life: Lifetime) => Promise<number>,
  whenStopped: number,
): Promise<never> {
  const life = new Lifetime(untilStopped())
  let code = 1
  try {
    code = await Promise.race([main(life), life.stopped.then(() => whenStopped)])
  } catch (error) {
    console.error(error instanceof StartError ? `\n${error.message}` : error)
  }
  setTimeout(() => process.exit(code || 1), patience).unref()
  await life.end()
  process.exit(code)
}
