import type pg from 'pg'
import { type ImportFile, importFiles } from '#lib/import/files.ts'
import type { Problems } from '#lib/import/problem.ts'
import { FileReader } from '#lib/import/read.ts'
import type { StagedRow } from '#lib/import/rows.ts'
import { makeTables, settleTables, stageStatement } from './tables.ts'

/** The files of a folder, as streams of bytes; those that are not there are missing. */
export type ImportSources = Partial<Readonly<Record<ImportFile, AsyncIterable<Uint8Array>>>>

/** How far reading has come: bytes of all files together. */
export type OnRead = (file: ImportFile, bytes: number) => void

const batchRows = 2_000

/** Reads all files into the transaction's own tables, in batches; tells every problem of a row by itself. */
export async function stage(
  client: pg.ClientBase,
  sources: ImportSources,
  problems: Problems,
  onRead: OnRead,
): Promise<Readonly<Record<ImportFile, number>>> {
  for (const statement of makeTables) await client.query(statement)
  const rows = Object.fromEntries(importFiles.map(file => [file, 0])) as Record<ImportFile, number>
  for (const file of importFiles) {
    const source = sources[file]
    if (source) rows[file] = await stageFile(client, file, source, problems, onRead)
  }
  for (const statement of settleTables) await client.query(statement)
  return rows
}

async function stageFile(
  client: pg.ClientBase,
  file: ImportFile,
  source: AsyncIterable<Uint8Array>,
  problems: Problems,
  onRead: OnRead,
): Promise<number> {
  const reader = new FileReader(file, problems)
  const text = stageStatement(file)
  let batch: StagedRow[] = []
  const take = async (rows: Iterable<StagedRow>) => {
    for (const row of rows) {
      batch.push(row)
      if (batch.length === batchRows) await flush()
    }
  }
  const flush = async () => {
    if (batch.length > 0) await client.query(text, [JSON.stringify(batch)])
    batch = []
  }
  for await (const piece of source) {
    await take(reader.push(piece))
    onRead(file, piece.length)
  }
  await take(reader.end())
  await flush()
  return reader.rows
}
