import { accountPage } from '#app/_server/page.ts'
import { historyCsv } from '#db/history/export.ts'
import { csvWords } from '#lib/history/csv-words.ts'
import { parseHistoryFilter } from '#lib/history/filter.ts'

/**
 * The history that the page shows, as a file, with the page's own filters and for whoever may see the page. It is
 * written while it is read: a batch is asked of the database only when the reader has room for it, and none any more
 * once the reader has gone.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const page = await accountPage((await params).account, 'activity.read', async () => null)
  const { account, actor, language, now } = page
  const filter = parseHistoryFilter(Object.fromEntries(new URL(request.url).searchParams))
  const zone = actor.timeZone
  const batches = historyCsv({ actor, accountId: account.id, filter, language, zone })
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now)
  const slug = account.slug.replace(/[^\w-]/g, '')
  return new Response(streamOf(batches), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${slug}-${csvWords[language].file}-${day}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

function streamOf(batches: AsyncGenerator<Uint8Array, void, void>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await batches.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await batches.return()
      },
    },
    // One batch is made while the one before it is on its way; never more.
    { highWaterMark: 1 },
  )
}
