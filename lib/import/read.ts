import { CsvReader } from '#lib/csv-reader.ts'
import { columnsOf, type ImportFile, neededColumns } from './files.ts'
import type { Problems } from './problem.ts'
import { readRow, type StagedRow } from './rows.ts'

/** Reads one of the files that a provider's data comes in, and tells every problem with its place. */
export class FileReader extends CsvReader<StagedRow> {
  constructor(file: ImportFile, problems: Problems) {
    const shape = {
      columns: columnsOf(file),
      needed: neededColumns(file),
      row: (_: readonly string[], cells: Readonly<Record<string, string>>) => readRow(file, cells),
    }
    super(shape, fault => problems.add({ file, ...fault }))
  }
}
