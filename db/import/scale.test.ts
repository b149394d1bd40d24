import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import type { Tx } from '../client.ts'
import { copyOut } from '../copy-out.ts'
import { loadDemo } from '../demo/load.ts'
import { freshDatabase } from '../testing.ts'

const ours = await freshDatabase()
const copied = await freshDatabase()
await loadDemo(ours.url)
afterAll(async () => {
  await ours.close()
  await copied.close()
})

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

interface Measured {
  readonly counts: Readonly<Record<string, Readonly<Record<'new' | 'changed' | 'same' | 'left', number>>>>
  readonly events: number
  readonly milliseconds: number
  readonly megabytes: number
}

/** In a process of its own whose heap is far smaller than the files' rows would be. */
async function taken(rows: number, how: 'apply' | 'look'): Promise<Measured> {
  const script = join(import.meta.dirname, 'testing-child.ts')
  const args = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=96', script, String(rows), how]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: ours.url },
  })
  return JSON.parse(stdout) as Measured
}

const sum = ({ counts }: Measured, fate: 'new' | 'same') =>
  Object.values(counts).reduce((all, one) => all + one[fate], 0)

/** What COPY needs of the driver beside its text. */
class CopyIn extends pg.Query {
  readonly done: Promise<void>
  readonly #lines: readonly Uint8Array[]
  #resolve: () => void = () => {}
  #reject: (error: Error) => void = () => {}

  constructor(text: string, lines: readonly Uint8Array[]) {
    super(text)
    this.#lines = lines
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  handleCopyInResponse(connection: {
    sendCopyFromChunk(chunk: Uint8Array): void
    endCopyFrom(): void
  }): void {
    for (const line of this.#lines) connection.sendCopyFromChunk(line)
    connection.endCopyFrom()
  }

  handleError(error: Error): void {
    this.#reject(error)
  }

  handleReadyForQuery(): void {
    this.#resolve()
  }

  handleCommandComplete(): void {}
}

const tables = [
  'provider',
  'branding_domain',
  'account',
  'account_product',
  'partner',
  'channel_relationship',
  'person',
  'membership',
  'partner_staff',
  'event',
]

/** The same rows, put into the same tables of another database by nothing but COPY. */
async function byCopy(): Promise<number> {
  const files: { text: string; lines: Uint8Array[] }[] = []
  await connected(ours.url, async client => {
    for (const table of tables) {
      const found = await client.query<{ columns: string }>(
        `select string_agg(column_name, ', ') as columns from information_schema.columns where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'`,
        [table],
      )
      const columns = found.rows[0]?.columns ?? ''
      let kept: Uint8Array[] = []
      const lines: Uint8Array[] = []
      await copyOut(
        { $client: client } as unknown as Tx,
        `copy (select ${columns} from ${table}) to stdout`,
        line => {
          if (kept.push(Uint8Array.from(line)) === 1_000) {
            lines.push(Buffer.concat(kept))
            kept = []
          }
        },
      )
      files.push({ text: `copy ${table} (${columns}) from stdin`, lines: [...lines, Buffer.concat(kept)] })
    }
  })
  return connected(copied.url, async client => {
    const start = performance.now()
    await client.query('begin')
    for (const { text, lines } of files) await client.query(new CopyIn(text, lines)).done
    await client.query('commit')
    return performance.now() - start
  })
}

test('100,000 rows come in within a few times what COPY of the same rows takes, in a small heap, and change nothing the second time', async () => {
  const small = await taken(1_000, 'look')
  const first = await taken(100_000, 'apply')
  expect([sum(first, 'new'), first.events]).toEqual([100_000, 100_000])
  const copy = await byCopy()
  const again = await taken(100_000, 'apply')
  expect([sum(again, 'same'), again.events]).toEqual([100_000, 0])
  const ratio = first.milliseconds / copy
  const growth = first.megabytes - small.megabytes
  console.log(
    `100,000 rows: ${Math.round(first.milliseconds)} ms, COPY ${Math.round(copy)} ms, ${ratio.toFixed(1)}×; again ${Math.round(again.milliseconds)} ms; memory +${Math.round(growth)} MB over 1,000 rows`,
  )
  expect(ratio).toBeLessThan(8)
  expect(growth).toBeLessThan(120)
}, 400_000)
