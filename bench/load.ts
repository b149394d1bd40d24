import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** A question that is asked many times, and how an answer shows that it is the right one. */
export interface Asked {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly method?: 'GET' | 'POST'
  readonly body?: string
  /** Anything but this status is a fault. */
  readonly status: number
  /** Texts that the body must hold, all of them. */
  readonly holds: readonly string[]
}

export interface Heard {
  readonly body: string
  readonly headers: IncomingHttpHeaders
  readonly ms: number
}

/** Asks a server of this machine over connections that stay open, as many at once as its size. */
export class Caller {
  readonly #agent: Agent
  readonly #port: number

  constructor(port: number, connections: number) {
    this.#port = port
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' })
  }

  /** Asks once. Throws when the answer is not the one that was expected: a fast fault is no result. */
  once(asked: Asked): Promise<Heard> {
    const { path, method = 'GET', headers, body, status, holds } = asked
    return new Promise((resolve, reject) => {
      const start = performance.now()
      const outgoing = request(
        { host: '127.0.0.1', port: this.#port, path, method, headers, agent: this.#agent, timeout: 60_000 },
        incoming => {
          const pieces: Buffer[] = []
          incoming.on('data', (piece: Buffer) => pieces.push(piece))
          incoming.on('error', reject)
          incoming.on('end', () => {
            const ms = performance.now() - start
            const text = Buffer.concat(pieces).toString()
            const missing = holds.find(part => !text.includes(part))
            if (incoming.statusCode !== status || missing !== undefined) {
              const wrong = missing === undefined ? '' : `, without "${missing}"`
              reject(new Error(`${path} answered ${incoming.statusCode}${wrong}: ${text.slice(0, 400)}`))
            } else resolve({ body: text, headers: incoming.headers, ms })
          })
        },
      )
      outgoing.on('timeout', () => outgoing.destroy(new Error(`${path}: no answer in time`)))
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  /** Asks the same many times, `lanes` at once. Gives each answer's milliseconds and those of the whole. */
  async many(asked: Asked, times: number, lanes: number): Promise<{ each: number[]; whole: number }> {
    const each: number[] = []
    let left = times
    const lane = async () => {
      while (left-- > 0) each.push((await this.once(asked)).ms)
    }
    const start = performance.now()
    await Promise.all(Array.from({ length: lanes }, lane))
    return { each, whole: performance.now() - start }
  }

  /** Asks many times and leaves within five milliseconds, whatever has come by then. */
  async abandoned({ path, headers }: Asked, times: number, lanes: number): Promise<void> {
    let left = times
    const lane = async () => {
      while (left-- > 0) {
        const outgoing = request({ host: '127.0.0.1', port: this.#port, path, headers })
        outgoing.on('error', () => {})
        outgoing.on('response', incoming => incoming.on('error', () => {}).resume())
        outgoing.end()
        await pause(1 + (left % 5))
        outgoing.destroy()
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }

  /** Reads a long answer without keeping it. Gives its lines and bytes. */
  streamed({ path, headers, status }: Asked): Promise<{ lines: number; bytes: number }> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port: this.#port, path, headers, agent: this.#agent, timeout: 60_000 },
        incoming => {
          let lines = 0
          let bytes = 0
          incoming.on('data', (piece: Buffer) => {
            bytes += piece.length
            for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++
          })
          incoming.on('error', reject)
          incoming.on('end', () =>
            incoming.statusCode === status
              ? resolve({ lines, bytes })
              : reject(new Error(`${path} answered ${incoming.statusCode}`)),
          )
        },
      )
      outgoing.on('timeout', () => outgoing.destroy(new Error(`${path}: no answer in time`)))
      outgoing.on('error', reject)
      outgoing.end()
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
