import { readCsvLine } from './csv.ts'
import type { ImportFile } from './files.ts'
import { type Line, LineSplitter, looksLikeUtf16, withoutMark } from './lines.ts'
import type { Problems } from './problem.ts'
import { readHeader, readRow, type StagedRow } from './rows.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Reads one file as its pieces come: rows that hold by themselves, with their line, and every problem with its place. A
 * file whose first line can't be used gives no rows.
 */
export class FileReader {
  readonly #file: ImportFile
  readonly #problems: Problems
  readonly #splitter = new LineSplitter()
  #columns: readonly string[] | null = null
  #begun = false
  #over = false
  rows = 0

  constructor(file: ImportFile, problems: Problems) {
    this.#file = file
    this.#problems = problems
  }

  *push(piece: Uint8Array): Generator<StagedRow> {
    if (this.#over || piece.length === 0) return
    if (!this.#begun && looksLikeUtf16(piece)) {
      this.#over = true
      this.#tell(null, '', 'utf16', '')
      return
    }
    for (const line of this.#splitter.push(this.#begun ? piece : withoutMark(piece))) {
      this.#begun = true
      yield* this.#take(line)
    }
    this.#begun = true
  }

  *end(): Generator<StagedRow> {
    for (const line of this.#splitter.end()) yield* this.#take(line)
    if (!this.#over && !this.#columns) this.#tell(null, '', 'empty', '')
  }

  *#take(line: Line): Generator<StagedRow> {
    if (this.#over) return
    const text = decoder.decode(line.bytes)
    if (line.cut) return this.#cut(line, text)
    if (text.trim() === '') return
    const read = readCsvLine(text)
    if (!read.ok) {
      const column = this.#columns?.[read.fields.length] ?? `${read.fields.length + 1}`
      this.#over ||= !this.#columns
      return this.#tell(line.number, column, `${read.fault}:${read.character}`, '')
    }
    if (!this.#columns) return this.#header(line, read.fields)
    this.rows += 1
    const row = readRow(this.#file, this.#columns, read.fields)
    if (row.ok) yield { line: line.number, ...row.row }
    else for (const { column, code, value } of row.faults) this.#tell(line.number, column, code, value)
  }

  #header(line: Line, fields: readonly string[]): void {
    if (fields.some(field => field.includes('\r'))) {
      this.#over = true
      this.#tell(line.number, '', 'old-line-ends', '')
      return
    }
    const header = readHeader(this.#file, fields)
    if (header.ok) {
      this.#columns = header.columns
      return
    }
    this.#over = true
    for (const { column, code, value } of header.faults) this.#tell(line.number, column, code, value)
  }

  /** The column in which the line grew too long is the last one of what was kept of it. */
  #cut(line: Line, text: string): void {
    const read = readCsvLine(text)
    const field = read.ok ? read.fields.length - 1 : read.fields.length
    this.#over ||= !this.#columns
    this.rows += 1
    this.#tell(line.number, this.#columns?.[field] ?? `${field + 1}`, 'line-too-long', '')
  }

  #tell(line: number | null, column: string, code: string, value: string): void {
    this.#problems.add({ file: this.#file, line, column, code, value })
  }
}
