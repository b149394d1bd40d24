import { connect, createServer, type Socket } from 'node:net'
import type { Lifetime } from '#scripts/lifetime.ts'

/** A statement as it went over the wire. */
export interface Sent {
  readonly text: string
  /** The values it was run with, as texts; none for plain statements. */
  readonly values: readonly (string | null)[]
  /** Which of the client's waits it belongs to: what is sent before an answer comes travels together. */
  readonly trip: number
}

/**
 * A relay before PostgreSQL that notes what passes: the statements, and how often the client had to wait for an answer
 * before it went on. It knows as much of the protocol as node-postgres uses.
 */
export class Wire {
  readonly url: string
  #sent: Sent[] = []
  #trips = 0

  private constructor(url: string) {
    this.url = url
  }

  static async before(databaseUrl: string, life: Lifetime): Promise<Wire> {
    const target = new URL(databaseUrl)
    const url = new URL(databaseUrl)
    const sockets = new Set<Socket>()
    const server = createServer(client => {
      const upstream = connect({ host: '127.0.0.1', port: Number(target.port) })
      wire.#watch(client, upstream)
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        one.setNoDelay(true)
        sockets.add(one)
        one.on('error', () => other.destroy())
        one.on('close', () => sockets.delete(one))
        one.pipe(other)
      }
    })
    await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
    url.port = String(address.port)
    const wire = new Wire(url.href)
    life.afterwards(() => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
    return wire
  }

  /** What passed since the last call. */
  taken(): { readonly sent: readonly Sent[]; readonly trips: number } {
    const taken = { sent: this.#sent, trips: this.#trips }
    this.#sent = []
    this.#trips = 0
    return taken
  }

  #watch(client: Socket, upstream: Socket): void {
    const known = new Map<string, string>()
    let rest: Buffer = Buffer.alloc(0)
    let isStarted = false
    let isAnswered = true
    upstream.on('data', () => {
      isAnswered = true
    })
    client.on('data', piece => {
      rest = Buffer.concat([rest, piece])
      let carries = false
      const trip = this.#trips + (isAnswered ? 1 : 0)
      for (;;) {
        // The first message has no letter before its length.
        const head = isStarted ? 1 : 0
        if (rest.length < head + 4) break
        const end = head + rest.readInt32BE(head)
        if (rest.length < end) break
        if (isStarted)
          carries =
            this.#note(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end), known, trip) || carries
        isStarted = true
        rest = rest.subarray(end)
      }
      if (!carries) return
      this.#trips = trip
      isAnswered = false
    })
  }

  /** Gives whether the message is part of a statement. */
  #note(kind: string, body: Buffer, known: Map<string, string>, trip: number): boolean {
    if (kind === 'Q') this.#sent.push({ text: textAt(body, 0).text, values: [], trip })
    else if (kind === 'P') {
      const name = textAt(body, 0)
      known.set(name.text, textAt(body, name.next).text)
    } else if (kind === 'B') this.#sent.push({ ...boundIn(body, known), trip })
    return 'QPB'.includes(kind)
  }
}

function textAt(body: Buffer, from: number): { text: string; next: number } {
  const end = body.indexOf(0, from)
  return { text: body.toString('utf8', from, end), next: end + 1 }
}

function boundIn(body: Buffer, known: ReadonlyMap<string, string>): Omit<Sent, 'trip'> {
  const portal = textAt(body, 0)
  const statement = textAt(body, portal.next)
  let at = statement.next + 2 + 2 * body.readInt16BE(statement.next)
  const many = body.readInt16BE(at)
  at += 2
  const values: (string | null)[] = []
  for (let i = 0; i < many; i++) {
    const length = body.readInt32BE(at)
    at += 4
    values.push(length < 0 ? null : body.toString('utf8', at, at + length))
    at += Math.max(length, 0)
  }
  return { text: known.get(statement.text) ?? '', values }
}
