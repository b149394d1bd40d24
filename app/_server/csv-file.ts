import 'server-only'
import { flowHere } from './flow.ts'

interface CsvFile {
  readonly batches: AsyncGenerator<Uint8Array, void, void>
  /** Whose it is: the beginning of the file's name. */
  readonly of: string
  /** What it is, in the reader's language. */
  readonly what: string
  readonly zone: string
  readonly now: Date
}

/**
 * A list as a file to be saved. It is written while it is read: a batch is asked of the database only when the reader
 * has room for it, and none any more once the reader has gone.
 */
export function csvFile({ batches, of, what, zone, now }: CsvFile): Response {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
  const name = of.replace(/[^\w-]/g, '')
  return new Response(streamOf(batches), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${what}-${day}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

function streamOf(batches: AsyncGenerator<Uint8Array, void, void>): ReadableStream<Uint8Array> {
  const flow = flowHere()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (flow && !(await flow.room())) await batches.return()
        const { done, value } = await batches.next()
        if (done) return controller.close()
        flow?.wrote(value.length)
        controller.enqueue(value)
      },
      async cancel() {
        await batches.return()
      },
    },
    // One batch is made while the one before it is on its way; never more.
    { highWaterMark: 1 },
  )
}
