import { csvLabels, csvWords } from '#lib/history/csv-words.ts'
import type { Tx } from '../client.ts'
import { copyOut } from '../copy-out.ts'
import { inlined } from '../sql-text.ts'
import { boundsFor } from './bounds.ts'
import { csvCells, csvValues, eventColumns } from './csv-columns.ts'
import { type HistoryQuestion, narrowed, narrowedValues, type OwnerKind, ownerOf } from './narrow.ts'

/** Some lines of the file, and the event after which it goes on; null = that was the end. */
export interface CsvBatch {
  readonly lines: Uint8Array
  readonly last: string | null
}

const statement = (of: OwnerKind, withAddress: boolean, before: string | null) => {
  const bounds = boundsFor(of)
  return `copy (
  select r.id, ${csvCells(of, withAddress)} from (select ${eventColumns(of)} from event e
    where ${before === null ? bounds.all : bounds.before('$13')} and ${narrowed(of)}
    order by ${bounds.newestFirst} limit $14) r)
  to stdout (format csv)`
}

/** The lines of the events before `before`, the newest first. The transaction's time zone becomes the reader's. */
export async function csvBatch(
  tx: Tx,
  question: HistoryQuestion,
  before: string | null,
  size: number,
): Promise<CsvBatch> {
  const { language, zone, view } = question
  await tx.$client.query(`select set_config('timezone', $1, true)`, [zone])
  const labels = csvLabels(language)
  const { ongoing, until, hours } = csvWords[language]
  const maps = [labels.title, labels.side, labels.what, labels.scope, labels.page, labels.state]
  const words = {
    maps: [...maps, labels.field, labels.value],
    durations: [ongoing, until, hours],
    clients: labels.clients,
  }
  const text = inlined(statement(ownerOf(question).kind, view.addresses, before), [
    ...narrowedValues(question),
    ...csvValues(before, size, words),
  ])
  const file = new Lines()
  await copyOut(tx, text, line => file.add(line))
  return { lines: file.bytes(), last: file.count === size ? file.last : null }
}

const zero = 0x30
const comma = 0x2c
const carriageReturn = 0x0d
const lineFeed = 0x0a

/** Collects what the database wrote: each line without its id, and ending as RFC 4180 wants it. */
class Lines {
  #held = Buffer.allocUnsafe(1 << 20)
  #length = 0
  #id = 0
  count = 0

  get last(): string {
    return String(this.#id)
  }

  add(line: Uint8Array): void {
    let start = 0
    let id = 0
    for (let digit = line[start++]; digit !== undefined && digit !== comma; digit = line[start++])
      id = id * 10 + digit - zero
    const end = line.length - 1
    if (this.#length + end - start + 2 > this.#held.length) this.#grow(end - start + 2)
    this.#held.set(line.subarray(start, end), this.#length)
    this.#length += end - start
    this.#held[this.#length++] = carriageReturn
    this.#held[this.#length++] = lineFeed
    this.#id = id
    this.count += 1
  }

  bytes(): Uint8Array {
    return this.#held.subarray(0, this.#length)
  }

  #grow(by: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.#held.length * 2, this.#length + by))
    larger.set(this.bytes())
    this.#held = larger
  }
}
