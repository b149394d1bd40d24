import { readCsvLine } from './csv-line.ts'
import { type Line, LineSplitter, looksLikeUtf16, withoutMark } from './file-lines.ts'

/** What is wrong with one cell: a code, with what its sentence needs behind a colon. */
export interface CellFault {
  readonly column: string
  readonly code: string
  /** As it stands in the file. */
  readonly value: string
}

/** The same with its line, from 1; null where the file as a whole is meant. */
export interface PlacedFault extends CellFault {
  readonly line: number | null
}

export type ReadRow<Row> =
  | { readonly ok: true; readonly row: Row }
  | {
      readonly ok: false
      readonly faults: readonly CellFault[]
      /** What of it other rows may name all the same. */
      readonly still?: Row
    }

/** The columns that a file may have, and how a row of it is read once it has as many fields as its first line. */
export interface CsvShape<Row> {
  readonly columns: readonly string[]
  readonly needed: readonly string[]
  /** The column that a heading of the first line names; its own name where it says nothing else. */
  readonly named?: (heading: string) => string
  readonly row: (columns: readonly string[], cells: Readonly<Record<string, string>>) => ReadRow<Row>
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Reads one file as its pieces come: rows that hold by themselves, with their line, and every problem with its place. A
 * file whose first line can't be used gives no rows.
 */
export class CsvReader<Row> {
  readonly #shape: CsvShape<Row>
  readonly #problem: (fault: PlacedFault) => void
  readonly #splitter = new LineSplitter()
  #columns: readonly string[] | null = null
  #begun = false
  #over = false
  rows = 0

  constructor(shape: CsvShape<Row>, problem: (fault: PlacedFault) => void) {
    this.#shape = shape
    this.#problem = problem
  }

  *push(piece: Uint8Array): Generator<{ readonly line: number } & Row> {
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

  *end(): Generator<{ readonly line: number } & Row> {
    for (const line of this.#splitter.end()) yield* this.#take(line)
    if (!this.#over && !this.#columns) this.#tell(null, '', 'empty', '')
  }

  *#take(line: Line): Generator<{ readonly line: number } & Row> {
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
    const row = readCells(this.#shape, this.#columns, read.fields)
    const held = row.ok ? row.row : row.still
    if (!row.ok)
      for (const { column, code, value } of row.faults) this.#tell(line.number, column, code, value)
    if (held) yield { line: line.number, ...held }
  }

  #header(line: Line, fields: readonly string[]): void {
    if (fields.some(field => field.includes('\r'))) {
      this.#over = true
      this.#tell(line.number, '', 'old-line-ends', '')
      return
    }
    const header = readHeader(this.#shape, fields)
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
    this.#problem({ line, column, code, value })
  }
}

/** The columns of a file by its first line, or what is wrong with that line. Their order is free. */
function readHeader<Row>(
  { columns: known, needed, named = heading => heading }: CsvShape<Row>,
  fields: readonly string[],
):
  | { readonly ok: true; readonly columns: readonly string[] }
  | { readonly ok: false; readonly faults: readonly CellFault[] } {
  const columns = fields.map(field => named(field.trim()))
  const faults: CellFault[] = []
  const tell = (column: string, code: string) => faults.push({ column, code, value: column })
  const [first = ''] = columns
  if (columns.length === 1 && /[;\t]/.test(first))
    return { ok: false, faults: [{ column: '', code: 'other-separator', value: first }] }
  columns.forEach((column, at) => {
    if (!known.includes(column)) tell(column, `unknown-column:${known.join(', ')}`)
    else if (columns.indexOf(column) !== at) tell(column, 'column-twice')
  })
  for (const column of needed) if (!columns.includes(column)) tell(column, 'column-missing')
  return faults.length > 0 ? { ok: false, faults } : { ok: true, columns }
}

/** A row of a file, checked by itself: as many fields as columns, nothing lost, then cell by cell. */
function readCells<Row>(
  shape: CsvShape<Row>,
  columns: readonly string[],
  fields: readonly string[],
): ReadRow<Row> {
  if (fields.length !== columns.length)
    return {
      ok: false,
      faults: [
        {
          column: columns[fields.length] ?? '',
          code: `${fields.length < columns.length ? 'too-few-fields' : 'too-many-fields'}:${columns.length}`,
          value: String(fields.length),
        },
      ],
    }
  const cells = Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? '']))
  const lost = columns.filter(column => cells[column]?.includes('\ufffd'))
  if (lost.length > 0)
    return refusedCells(
      cells,
      lost.map(column => [column, 'not-utf8']),
    )
  return shape.row(columns, cells)
}

/** The faults of some cells, each with what stands in it. */
export function refusedCells(
  cells: Readonly<Record<string, string>>,
  found: readonly (readonly [column: string, code: string])[],
): { readonly ok: false; readonly faults: readonly CellFault[] } {
  return { ok: false, faults: found.map(([column, code]) => ({ column, code, value: cells[column] ?? '' })) }
}

/** The first fault of each column that a schema found. */
export function firstFaults(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): readonly (readonly [column: string, code: string])[] {
  const first = new Map<string, string>()
  for (const { path, message } of issues) {
    const column = String(path[0] ?? '')
    if (!first.has(column)) first.set(column, message)
  }
  return [...first]
}
