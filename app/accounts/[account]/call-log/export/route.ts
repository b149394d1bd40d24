import { csvFile } from '#app/_server/csv-file.ts'
import { accountPage } from '#app/_server/page.ts'
import { callsCsv } from '#db/call-log/export.ts'
import { parseCallFilter } from '#lib/call-log/filter.ts'
import { words as catalogue } from '../words.ts'

/** The records that the page shows, all of them, as a file that can be taken in again. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const page = await accountPage((await params).account, 'module.call-log', async () => null)
  const { account, actor, language, now } = page
  const filter = parseCallFilter(Object.fromEntries(new URL(request.url).searchParams))
  const words = catalogue[language]
  const batches = callsCsv({ actor, accountId: account.id, filter, language, ended: words.ended })
  return csvFile({ batches, of: account.slug, what: words.file, zone: account.timeZone, now })
}
