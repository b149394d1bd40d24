import { csvLabels, csvWords } from '#lib/history/csv-words.ts'
import type { Tx } from '../client.ts'
import { copyOut } from '../copy-out.ts'
import type { CsvBatch } from '../csv/file.ts'
import { Lines } from '../csv/lines.ts'
import { inlined } from '../sql-text.ts'
import { boundsFor } from './bounds.ts'
import { csvCells, csvValues, eventColumns } from './csv-columns.ts'
import { type HistoryQuestion, narrowed, narrowedValues, type OwnerKind, ownerOf } from './narrow.ts'

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
