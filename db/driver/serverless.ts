import { createPool, VercelClient, type VercelPostgresPoolConfig } from '@vercel/postgres'
import type pg from 'pg'
import { DatabaseSocket } from './web-socket.ts'

interface Settings extends VercelPostgresPoolConfig {
  /** The proxy that leads to a plain PostgreSQL; without it the database's own WebSocket is asked for. */
  readonly proxy: string | undefined
}

/** A client that takes the way of its pool, and whose end is heard. */
class ServerlessClient extends VercelClient {
  #hasEnded = false

  constructor(settings?: Settings) {
    super(settings)
    const { neonConfig } = this
    neonConfig.webSocketConstructor = DatabaseSocket
    neonConfig.coalesceWrites = false
    if (settings?.proxy) {
      // PostgreSQL asks for the password as it likes, and nothing leaves the machine.
      neonConfig.wsProxy = `${settings.proxy}/`
      neonConfig.useSecureWebSocket = false
      neonConfig.pipelineConnect = false
    }
    const { connection } = this as unknown as { connection: NodeJS.EventEmitter }
    connection.once('end', () => {
      this.#hasEnded = true
    })
  }

  override end(): Promise<void>
  override end(callback: (error: Error) => void): void
  /** Where the connection has ended before, the driver's own would never call back, and its pool waits for that. */
  override end(callback?: (error: Error) => void): Promise<void> | undefined {
    if (this.#hasEnded) {
      ;(callback as (() => void) | undefined)?.()
      return Promise.resolve()
    }
    if (!callback) return super.end()
    super.end(callback)
    return undefined
  }
}

/** Opens a pool of the serverless driver; it is made to be node-postgres's, method for method. */
export function openServerless(settings: Settings): pg.Pool {
  const made = createPool(settings)
  made.Client = ServerlessClient
  return made as unknown as pg.Pool
}
