import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** What runs where. The one that is measured has the first core for itself, whoever asks it has the others. */
export interface Cores {
  readonly separate: boolean
  /** For the report. */
  readonly told: string
}

const others = availableParallelism() > 2 ? `1-${availableParallelism() - 1}` : '1'

/** Whether this machine lets processes be kept apart. */
export function cores(): Cores {
  if (availableParallelism() < 2) return { separate: false, told: 'one core for everything' }
  try {
    execFileSync('taskset', ['-V'], { stdio: 'ignore' })
  } catch {
    return { separate: false, told: 'no taskset: the system spreads the processes over the cores' }
  }
  return { separate: true, told: 'the measured server on core 0, load and all else on the others (taskset)' }
}

/** Keeps a process and all its threads on the measured core, on the others, or lets it go anywhere. */
export function keep(pid: number, where: 'measured' | 'others' | 'anywhere'): void {
  if (!cores().separate) return
  const list = { measured: '0', others, anywhere: `0-${availableParallelism() - 1}` }[where]
  try {
    execFileSync('taskset', ['-a', '-c', '-p', list, String(pid)], { stdio: 'ignore' })
  } catch {
    // A process that is gone needs no place.
  }
}
