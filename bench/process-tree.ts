import { readdirSync, readFileSync } from 'node:fs'

/** What a process and all that it started have used, from /proc. */
interface Used {
  /** Milliseconds of processor time, of user and system together. */
  readonly cpu: number
  /** Bytes that are in memory now. */
  readonly memory: number
}

/** Linux counts in hundredths of a second, on every machine that Node runs on. */
const tick = 10

/** Sums a process and its descendants; those that have ended count for the processor. */
export function used(pid: number): Used {
  let cpu = 0
  let memory = 0
  for (const one of [pid, ...descendants(pid)]) {
    const stat = fieldsOf(one)
    if (!stat) continue
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = stat.slice(11, 15).map(Number)
    cpu += (user + system + endedUser + endedSystem) * tick
    memory += residentOf(one)
  }
  return { cpu, memory }
}

/** All processes below one. */
export function descendants(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const id = Number(name)
    if (!Number.isInteger(id)) continue
    const parent = Number(fieldsOf(id)?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const below = (id: number): number[] => (children.get(id) ?? []).flatMap(child => [child, ...below(child)])
  return below(pid)
}

/** The fields of /proc/PID/stat from the state on: the name before it may hold anything. */
function fieldsOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function residentOf(pid: number): number {
  try {
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(found?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
