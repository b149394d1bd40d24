import type pg from 'pg'
import { type ImportFile, importFiles } from '#lib/import/files.ts'

export const fates = ['new', 'changed', 'same', 'left'] as const
export type Fate = (typeof fates)[number]

/** What a row changed, or why it was left. */
export interface Told {
  readonly file: ImportFile
  readonly line: number
  readonly what: string
  /** Why it was left. */
  readonly why: string | null
  /** Field by field: old and new. */
  readonly changes: Readonly<Record<string, readonly [string, string]>> | null
}

export interface Outcome {
  readonly counts: Readonly<Record<ImportFile, Readonly<Record<Fate, number>>>>
  /** Changed and left rows, the first `mostTold` of each file. */
  readonly told: readonly Told[]
}

export const mostTold = 50

const nameOf: Readonly<Record<ImportFile, string>> = {
  accounts: 'slug',
  partners: 'slug',
  relationships: `partner || ' – ' || account`,
  people: `email || ', ' || kind`,
  services: `account || ', ' || key`,
  invoices: `account || ', ' || number`,
  balances: `account || ', ' || currency`,
  offers: `account || ', ' || key`,
  subscriptions: `account || ', ' || key`,
  licences: `account || ', ' || key`,
  trials: `account || ', ' || key`,
}

/** What became of the rows, or would become of them. */
export async function outcomeOf(client: pg.ClientBase): Promise<Outcome> {
  const told: Told[] = []
  const none = { new: 0, changed: 0, same: 0, left: 0 }
  const counts = Object.fromEntries(importFiles.map(file => [file, none])) as Record<
    ImportFile,
    Readonly<Record<Fate, number>>
  >
  for (const file of importFiles) {
    const found = await client.query<{ fate: Fate; count: number }>(
      `select fate, count(*)::int as count from import_${file} group by fate`,
    )
    counts[file] = { ...none, ...Object.fromEntries(found.rows.map(row => [row.fate, row.count])) }
    const rows = await client.query<Omit<Told, 'file'>>(
      `select line, ${nameOf[file]} as what, why, changes from import_${file} where fate in ('changed', 'left') order by line limit ${mostTold}`,
    )
    told.push(...rows.rows.map(row => ({ file, ...row })))
  }
  return { counts, told }
}
