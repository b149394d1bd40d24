/** Bytes of a line that are looked at. Nothing that a row of ours can hold comes near it. */
export const longestLine = 65_536

export interface Line {
  /** From 1, as editors count. */
  readonly number: number
  /** Without its end (LF or CRLF); good until the next piece is pushed. */
  readonly bytes: Uint8Array
  /** There was more of it than `longestLine`; the rest was passed over. */
  readonly cut: boolean
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Splits a file into lines as its pieces come, and never holds more than one line of bounded length. */
export class LineSplitter {
  #number = 0
  #kept: Uint8Array[] = []
  #length = 0
  #cut = false

  #keep(bytes: Uint8Array): void {
    const room = longestLine - this.#length
    if (bytes.length > room) this.#cut = true
    const taken = bytes.length > room ? bytes.slice(0, room) : bytes
    if (taken.length === 0) return
    this.#kept.push(taken)
    this.#length += taken.length
  }

  #line(): Line {
    this.#number += 1
    const [only] = this.#kept
    const whole = this.#kept.length === 1 && only ? only : Buffer.concat(this.#kept)
    const ends = !this.#cut && whole.at(-1) === carriageReturn
    const line = { number: this.#number, bytes: ends ? whole.subarray(0, -1) : whole, cut: this.#cut }
    this.#kept = []
    this.#length = 0
    this.#cut = false
    return line
  }

  *push(piece: Uint8Array): Generator<Line> {
    let from = 0
    for (let at = piece.indexOf(lineFeed); at >= 0; at = piece.indexOf(lineFeed, from)) {
      this.#keep(piece.subarray(from, at))
      yield this.#line()
      from = at + 1
    }
    this.#keep(piece.slice(from))
  }

  /** What stands behind the last line end, if anything does. */
  *end(): Generator<Line> {
    if (this.#length > 0) yield this.#line()
  }
}

/** Whether a file begins as one of UTF-16 does: with its mark, or with every other byte empty. */
export function looksLikeUtf16(start: Uint8Array): boolean {
  const [first, second] = start
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return start.length > 3 && [0, 1].some(at => [0, 2].every(step => start[at + step] === 0))
}

const mark = [0xef, 0xbb, 0xbf]

/** A file's first piece without the mark that some programs put before UTF-8. */
export function withoutMark(start: Uint8Array): Uint8Array {
  return mark.every((byte, at) => start[at] === byte) ? start.subarray(mark.length) : start
}
