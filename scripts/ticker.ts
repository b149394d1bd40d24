import { ask } from './loopback.ts'

/** The machine routes that a deployment's scheduler calls, and how often the demo does. */
const beats = [
  { path: '/api/cron/mail', every: 5_000 },
  { path: '/api/cron/grants', every: 30_000 },
]

/**
 * Stands in for the scheduler of a deployment. A beat waits for the one before it.
 *
 * @param onTrouble told once about each trouble until the route is well again
 * @returns stops the beats
 */
export function startTicker(port: number, cronSecret: string, onTrouble: (line: string) => void): () => void {
  let stopped = false
  const timers = new Set<NodeJS.Timeout>()
  const told = new Map<string, string>()

  const beat = async (path: string, every: number): Promise<void> => {
    const trouble = await troubleOf(port, path, cronSecret)
    if (stopped) return
    if (trouble && told.get(path) !== trouble) onTrouble(`${path}: ${trouble}`)
    told.set(path, trouble)
    next(path, every)
  }
  const next = (path: string, every: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      void beat(path, every)
    }, every)
    timers.add(timer)
  }
  for (const { path, every } of beats) void beat(path, every)

  return () => {
    stopped = true
    for (const timer of timers) clearTimeout(timer)
  }
}

async function troubleOf(port: number, path: string, cronSecret: string): Promise<string> {
  try {
    const { status } = await ask(port, {
      path,
      method: 'POST',
      headers: { authorization: `Bearer ${cronSecret}` },
    })
    return status === 200 ? '' : `answered ${status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
