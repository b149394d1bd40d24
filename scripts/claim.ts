import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { Lifetime } from './lifetime.ts'
import { StartError } from './project.ts'

interface Claim {
  /** What the holder answers when it is asked whether it is still there. */
  key: string
  port: number
  pid: number
  what: string
}

/**
 * Makes sure that one command at a time works with the kept data. The holder listens on a port of its own and says its
 * key to whoever asks: a process number alone would be somebody else's after a restart of the machine.
 *
 * @param what the command, as the next one is told about it
 * @throws StartError while another command holds it
 */
export async function claimData(folder: string, what: string, life: Lifetime): Promise<void> {
  const file = join(folder, 'claim.json')
  const key = randomUUID()
  const bell = createServer(socket => {
    // Whoever asks may be gone again before the answer.
    socket.on('error', () => socket.destroy())
    socket.end(key)
  })
  bell.listen(0, '127.0.0.1')
  await once(bell, 'listening')
  life.afterwards(() => bell.close())
  const address = bell.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const mine = `${file}.${key}`
  writeFileSync(mine, JSON.stringify({ key, port, pid: process.pid, what } satisfies Claim))
  try {
    for (let tries = 1; !placed(mine, file); tries += 1) {
      const holder = read(file)
      if (holder && (await answers(holder))) {
        throw new StartError(
          `Already running on this folder: ${holder.what} (process ${holder.pid}). Stop that one first.`,
        )
      }
      if (tries === 3) throw new StartError(`${file} could not be replaced. Remove it and start again.`)
      if (existsSync(file)) setAside(file, `${mine}.old`)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  life.afterwards(() => {
    if (read(file)?.key === key) rmSync(file, { force: true })
  })
}

/** Linking puts the whole content in place at once, and only where nothing is. */
function placed(mine: string, file: string): boolean {
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function setAside(file: string, aside: string): void {
  try {
    renameSync(file, aside)
  } catch {
    // Another command was quicker; the next round asks that one.
  }
  rmSync(aside, { force: true })
}

function read(file: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Claim
  } catch {
    return undefined
  }
}

async function answers(holder: Claim): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port: holder.port, timeout: 2_000 })
  socket.on('timeout', () => socket.destroy())
  let heard = ''
  try {
    for await (const piece of socket.setEncoding('utf8')) heard += piece
  } catch {
    return false
  }
  return heard === holder.key
}
