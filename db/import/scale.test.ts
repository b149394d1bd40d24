import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { problemText } from '#lib/import/words.ts'
import type { Tx } from '../client.ts'
import { copyOut } from '../copy-out.ts'
import { loadDemo } from '../demo/load.ts'
import { freshDatabase } from '../testing.ts'
import { importFiles } from './import.ts'
import { folderOf } from './testing-folder.ts'

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

async function taken(rows: number) {
  const start = performance.now()
  const answer = await connected(ours.url, client =>
    importFiles(client, { provider: 'northwind', sources: folderOf(rows), apply: true, inviteWith: null }),
  )
  if (answer.kind === 'problems') throw new Error(answer.problems.slice(0, 9).map(problemText).join('\n'))
  if (answer.kind !== 'done') throw new Error(answer.kind)
  return { answer, milliseconds: performance.now() - start }
}

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

test('100,000 rows come in within a few times what COPY of the same rows takes, and change nothing the second time', async () => {
  const first = await taken(100_000)
  expect(Object.values(first.answer.counts).reduce((sum, one) => sum + one.new, 0)).toBe(100_000)
  const copy = await byCopy()
  const again = await taken(100_000)
  expect(again.answer.events).toBe(0)
  expect(Object.values(again.answer.counts).reduce((sum, one) => sum + one.same, 0)).toBe(100_000)
  const ratio = first.milliseconds / copy
  console.log(
    `100,000 rows: ${Math.round(first.milliseconds)} ms, COPY ${Math.round(copy)} ms, ${ratio.toFixed(1)}×; again ${Math.round(again.milliseconds)} ms`,
  )
  expect(ratio).toBeLessThan(8)
}, 300_000)
