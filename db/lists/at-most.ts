/**
 * A limit written into its statement: of one that is a parameter the planner expects a tenth of all rows, and joins and
 * sorts for those. A prepared statement carries the number in its name too.
 */
export function atMost(rows: number): string {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new Error(`${rows} is no number of rows`)
  return `limit ${rows}`
}
