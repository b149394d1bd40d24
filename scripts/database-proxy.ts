import { createServer, type IncomingMessage, STATUS_CODES } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { type Duplex, pipeline } from 'node:stream'
import { createWebSocketStream, type WebSocket, WebSocketServer } from 'ws'

// The serverless driver speaks over WebSockets; a plain PostgreSQL does not. This stands between the two, for tests and
// on one's own machine. It is no door for a network: whoever reaches it reaches the database, as if by its own port.

export interface DatabaseProxy {
  /** Its host and port, as POSTGRES_PROXY names them. */
  readonly address: string
  /** Ends every connection that goes through it, and takes no more. */
  close(): Promise<void>
}

/**
 * Hands WebSockets on to databases, byte for byte. It listens on the loopback address alone, on a free port, and ends with
 * this process at the latest. What one side sends is read only as fast as the other takes it.
 *
 * @param targets the databases that may be reached, each as `host:port`, exactly as connection strings name them
 * @returns the proxy, once it listens. Any other target is answered with 403 and a sentence, one that can't be reached
 *   with 502, and a request that is no WebSocket with 426
 */
export async function startDatabaseProxy(targets: readonly string[]): Promise<DatabaseProxy> {
  const upgrader = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: 0 })
  const open = new Set<Duplex>()
  const server = createServer((_, answer) => {
    answer.writeHead(426, { connection: 'close', upgrade: 'websocket' }).end('This speaks WebSocket only.\n')
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    held(open, socket)
    const target = new URL(request.url ?? '/', 'ws://loopback').searchParams.get('address') ?? ''
    if (!targets.includes(target))
      return refuse(socket, 403, `${target || 'Nothing'} may not be reached from here.`)
    const database = reach(target)
    held(open, database)
    database.once('error', error => refuse(socket, 502, `${target} can’t be reached: ${error.message}`))
    socket.once('close', () => database.destroy())
    database.once('connect', () => {
      database.removeAllListeners('error')
      upgrader.handleUpgrade(request, socket, head, webSocket => join(webSocket, database))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      for (const end of open) end.destroy()
      return new Promise(resolve => server.close(() => resolve()))
    },
  }
}

function held(open: Set<Duplex>, end: Duplex): void {
  open.add(end)
  end.once('close', () => open.delete(end))
  // Whatever goes wrong is heard by the other side, as an end of the connection.
  end.on('error', () => {})
}

function reach(target: string): Socket {
  const { hostname, port } = new URL(`tcp://${target}`)
  return connect({ host: hostname, port: Number(port), noDelay: true })
}

/** Neither side outlives the other. */
function join(webSocket: WebSocket, database: Socket): void {
  const client = createWebSocketStream(webSocket)
  pipeline(client, database, client, () => database.destroy())
}

function refuse(socket: Duplex, status: number, why: string): void {
  const body = `${why}\n`
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: text/plain; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
