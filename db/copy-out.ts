import pg from 'pg'
import type { Tx } from './client.ts'

/** A query of one's own: the driver's, but for what becomes of its rows. */
class CopyOut extends pg.Query {
  readonly done: Promise<void>
  readonly #row: (line: Uint8Array) => void
  #resolve: () => void = () => {}
  #reject: (error: Error) => void = () => {}

  constructor(text: string, row: (line: Uint8Array) => void) {
    super(text)
    this.#row = row
    this.submit = connection => connection.query(text)
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  /** The driver's own looks for what only its own connection has. */
  override submit: pg.Query['submit']

  handleCopyData(message: { readonly chunk: Uint8Array }): void {
    this.#row(message.chunk)
  }

  handleError(error: Error): void {
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    this.#resolve()
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
}

/**
 * Runs `copy (…) to stdout` and gives every line as the database wrote it. The bytes belong to the driver and are only
 * good until `row` returns. The statement takes no parameters: its values are quoted by `inlined`.
 */
export function copyOut(tx: Tx, text: string, row: (line: Uint8Array) => void): Promise<void> {
  return tx.$client.query(new CopyOut(text, row)).done
}
