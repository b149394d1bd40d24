import type { z } from 'zod'
import { firstFaults, type ReadRow, refusedCells } from './csv-reader.ts'
import { unguarded } from './spreadsheet.ts'

/**
 * A row of a file by the rules of its form, its cells taken out of their guard against formulas first. Of a row with faults
 * all are told, one for each column. `as` says what a cell stands for that may be written in several ways.
 */
export function guardedRow<Form extends z.ZodType>(
  written: Readonly<Record<string, string>>,
  texts: readonly string[],
  form: Form,
  as: (column: string, text: string) => string | undefined = (_, text) => text,
): ReadRow<z.output<Form>> {
  const cells: Record<string, string | undefined> = {}
  const formulas: [column: string, code: string][] = []
  for (const [column, text] of Object.entries(written)) {
    const cell = unguarded(text, texts.includes(column))
    if (!cell.ok) formulas.push([column, `formula:${text.trimStart().charAt(0)}`])
    cells[column] = as(column, cell.ok ? cell.value : text)
  }
  const parsed = form.safeParse(cells)
  if (parsed.success && formulas.length === 0) return { ok: true, row: parsed.data }
  const others = parsed.success ? [] : firstFaults(parsed.error.issues)
  const isFormula = new Set(formulas.map(([column]) => column))
  return refusedCells(written, [...formulas, ...others.filter(([column]) => !isFormula.has(column))])
}
