const comma = 0x2c
const carriageReturn = 0x0d
const lineFeed = 0x0a

/** Of the longest thing that a line begins with to say where the next batch goes on. */
const longestKey = 64

/** Collects what the database wrote: each line without its key, and ending as RFC 4180 wants it. */
export class Lines {
  #held = Buffer.allocUnsafe(1 << 20)
  #length = 0
  readonly #key = Buffer.allocUnsafe(longestKey)
  #keyLength = 0
  count = 0

  /** The key of the last line. */
  get last(): string {
    return this.#key.toString('latin1', 0, this.#keyLength)
  }

  /** A line that begins with its key, which holds no comma. */
  add(line: Uint8Array): void {
    let key = 0
    for (let byte = line[key]; byte !== undefined && byte !== comma; byte = line[++key]) this.#key[key] = byte
    const start = key + 1
    const end = line.length - 1
    if (this.#length + end - start + 2 > this.#held.length) this.#grow(end - start + 2)
    this.#held.set(line.subarray(start, end), this.#length)
    this.#length += end - start
    this.#held[this.#length++] = carriageReturn
    this.#held[this.#length++] = lineFeed
    this.#keyLength = key
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
