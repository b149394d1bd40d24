type Listener = (event: { readonly data?: unknown }) => void

/** A connection that never came about, and one that went away on the way, by the names that TCP has for them. */
class SocketFault extends Error {
  readonly code: 'ECONNREFUSED' | 'ECONNRESET'
  constructor(wasOpen: boolean, event: unknown) {
    const why = event instanceof Object && 'message' in event ? String(event.message) : ''
    super(
      `the WebSocket to the database ${wasOpen ? 'broke off' : 'could not be opened'}${why && `: ${why}`}`,
    )
    this.code = wasOpen ? 'ECONNRESET' : 'ECONNREFUSED'
  }
}

/**
 * The runtime's WebSocket as the serverless driver is to see it. A fault is an error with a code, where a WebSocket only
 * has an event that no `catch` can read; and what is written in one turn leaves in one message, with no wait for a timer.
 */
export class DatabaseSocket {
  readonly #socket: WebSocket
  #waiting: Uint8Array[] = []

  constructor(address: string) {
    this.#socket = new WebSocket(address)
  }

  get readyState(): number {
    return this.#socket.readyState
  }

  get binaryType(): BinaryType {
    return this.#socket.binaryType
  }

  set binaryType(type: BinaryType) {
    this.#socket.binaryType = type
  }

  addEventListener(
    name: 'open' | 'message' | 'close' | 'error',
    listener: Listener | ((fault: Error) => void),
  ): void {
    if (name !== 'error') {
      this.#socket.addEventListener(name, listener as EventListener)
      return
    }
    let wasOpen = false
    this.#socket.addEventListener('open', () => {
      wasOpen = true
    })
    const told = listener as (fault: Error) => void
    this.#socket.addEventListener('error', event => told(new SocketFault(wasOpen, event)))
  }

  send(bytes: Uint8Array): void {
    this.#waiting.push(bytes)
    if (this.#waiting.length === 1) queueMicrotask(() => this.#flush())
  }

  /** The last word, with which the driver takes its leave, is sent before. */
  close(): void {
    this.#flush()
    this.#socket.close()
  }

  #flush(): void {
    const [first, ...more] = this.#waiting.splice(0)
    if (!first || this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send((more.length > 0 ? Buffer.concat([first, ...more]) : first) as Uint8Array<ArrayBuffer>)
  }
}
