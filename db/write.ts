import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { Overtaken, type Tx } from './client.ts'

/** One statement of a change, ending in `returning`, and how many rows it must touch. */
export interface Write {
  readonly query: SQLWrapper
  /** Missing = any number. */
  readonly rows?: number
}

/**
 * Sends all statements of one change as one, so that row, history and letters travel together in one round trip.
 * Throws Overtaken when a statement touched another number of rows than it must.
 */
export async function together(tx: Tx, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return
  const parts: SQL[] = writes.map((write, i) => sql`${sql.raw(`w${i}`)} as ${write.query}`)
  const counts: SQL[] = writes.map((_, i) => sql.raw(`(select count(*)::int from w${i}) as c${i}`))
  const answer = await tx.execute<Record<string, number>>(
    sql`with ${sql.join(parts, sql`, `)} select ${sql.join(counts, sql`, `)}`,
  )
  const row = answer.rows[0]
  writes.forEach((write, i) => {
    if (write.rows !== undefined && row?.[`c${i}`] !== write.rows) throw new Overtaken(i)
  })
}
