import { csvFile } from '#app/_server/csv-file.ts'
import { accountPage } from '#app/_server/page.ts'
import { historyCsv } from '#db/history/export.ts'
import { csvWords } from '#lib/history/csv-words.ts'
import { parseHistoryFilter } from '#lib/history/filter.ts'

/** The history that the page shows, as a file, with the page's own filters and for whoever may see the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const page = await accountPage((await params).account, 'activity.read', async () => null)
  const { account, actor, language, now } = page
  const filter = parseHistoryFilter(Object.fromEntries(new URL(request.url).searchParams))
  const zone = actor.timeZone
  const batches = historyCsv({ actor, accountId: account.id, filter, language, zone })
  return csvFile({ batches, of: account.slug, what: csvWords[language].file, zone, now })
}
