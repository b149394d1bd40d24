import { AsyncLocalStorage } from 'node:async_hooks'

// Between what writes a long answer and its reader may stand something that takes all it is given at once, as the edge's
// adapter does. Where the server that stands outside of it counts what has left, the writer waits for that.

/** Bytes that may be on their way to a reader: a batch that is read while the one before it leaves. */
const mostOnTheWay = 2_000_000

/** How far the reader of one answer has come. */
export class Flow {
  #onTheWay = 0
  #over = false
  #waiting: (() => void)[] = []

  /** So many bytes of the answer have left for the reader. */
  left(bytes: number): void {
    this.#onTheWay -= bytes
    this.#wake()
  }

  /** The answer was read to its end, or its reader has gone. */
  end(): void {
    this.#over = true
    this.#wake()
  }

  /** So many bytes were written. */
  wrote(bytes: number): void {
    this.#onTheWay += bytes
  }

  /** Waits until there is room for more; false once nobody reads any longer. */
  async room(): Promise<boolean> {
    while (!this.#over && this.#onTheWay > mostOnTheWay)
      await new Promise<void>(resolve => this.#waiting.push(resolve))
    return !this.#over
  }

  #wake(): void {
    for (const go of this.#waiting.splice(0)) go()
  }
}

// The server and the portal's routes each hold this module; the flow of a request is one.
const kept = Symbol.for('latchkey.flow')
const everywhere = globalThis as typeof globalThis & { [kept]?: AsyncLocalStorage<Flow> }

function flows(): AsyncLocalStorage<Flow> {
  everywhere[kept] ??= new AsyncLocalStorage()
  return everywhere[kept]
}

/** Runs the work of one request, whose answer leaves through this flow. */
export function withFlow<T>(flow: Flow, work: () => T): T {
  return flows().run(flow, work)
}

/** The flow of the answer that is being written; none where the server itself waits for its reader. */
export function flowHere(): Flow | undefined {
  return flows().getStore()
}
