import type pg from 'pg'
import type { Actor } from '#lib/actor.ts'
import { reading, type Tx } from '../client.ts'
import { getPool } from '../driver/pool.ts'
import { codeOf } from '../faults.ts'
import { isLiveSession } from '../sign-in/live-session.ts'

/** Some lines of a file, and the key after which it goes on; null = that was the end. */
export interface CsvBatch {
  readonly lines: Uint8Array
  readonly last: string | null
}

/** A batch with what stands over its columns. */
export type HeadedBatch = CsvBatch & { readonly heading: string }

interface CsvSource {
  readonly actor: Actor
  /** The reader's zone; UTC is taken instead where PostgreSQL does not know it. */
  readonly zone: string
  /** What the last line says where the reader's access has ended. */
  readonly ended: string
  /** The batch behind the row with this key, or null: no access any more. */
  readonly batch: (tx: Tx, behind: string | null, zone: string) => Promise<HeadedBatch | null>
  /** Missing = the one to ask where the file is begun. */
  readonly pool?: pg.Pool | undefined
}

type BegunSource = CsvSource & { readonly pool: pg.Pool }

/** Without it, spreadsheets take the file for another encoding. */
const byteOrderMark = '\uFEFF'

/**
 * A file in pieces of one batch each; nothing is read before it is asked for. The batches follow each other by key, and no
 * transaction stays open while a slow reader reads. Access and session are checked again for every batch: whoever lost
 * either, or has another view by now and so other columns, gets one last line that says so.
 * Whoever reads a stream may do so from elsewhere: the pool is that of the request that began the file.
 */
export function csvInBatches(source: CsvSource): AsyncGenerator<Uint8Array, void, void> {
  return inBatches({ ...source, pool: source.pool ?? getPool() })
}

async function* inBatches(source: BegunSource): AsyncGenerator<Uint8Array, void, void> {
  let { zone } = source
  let behind: string | null = null
  let heading: string | null = null
  for (;;) {
    const batch: HeadedBatch | 'bad-zone' | null = await nextBatch(source, behind, zone)
    if (batch === 'bad-zone') {
      // PostgreSQL may not know the newest zone names.
      zone = 'UTC'
      continue
    }
    if (!batch || (heading !== null && heading !== batch.heading)) {
      yield Buffer.from(`${heading === null ? byteOrderMark : ''}"${source.ended}"\r\n`)
      return
    }
    if (heading === null) yield Buffer.from(`${byteOrderMark}${batch.heading}\r\n`)
    heading = batch.heading
    if (batch.lines.length > 0) yield batch.lines
    if (batch.last === null) return
    behind = batch.last
  }
}

/** The first line of a file. */
export function headingOf(names: readonly string[]): string {
  return names.map(name => `"${name}"`).join(',')
}

/** One batch in a transaction of its own, or null: no access, or no session, any more. */
async function nextBatch(
  { actor, batch, pool }: BegunSource,
  behind: string | null,
  zone: string,
): Promise<HeadedBatch | 'bad-zone' | null> {
  try {
    const read = async (tx: Tx) => ((await isSignedIn(tx, actor)) ? batch(tx, behind, zone) : null)
    return await reading({ role: 'app', providerId: actor.providerId }, read, pool)
  } catch (error) {
    if (zone !== 'UTC' && codeOf(error) === '22023') return 'bad-zone'
    throw error
  }
}

async function isSignedIn(tx: Tx, { sessionId, personId }: Actor): Promise<boolean> {
  const answer = await tx.$client.query(
    `select 1 from session s where s.id = $1 and s.person_id = $2 and ${isLiveSession('s')}`,
    [sessionId, personId],
  )
  return answer.rowCount === 1
}
