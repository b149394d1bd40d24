import { csvFile } from '#app/_server/csv-file.ts'
import { providerPage } from '#app/_server/page.ts'
import { historyCsv } from '#db/history/export.ts'
import { csvWords } from '#lib/history/csv-words.ts'
import { parseHistoryFilter } from '#lib/history/filter.ts'

/** The provider's own history as a file, with the page's own filters. */
export async function GET(request: Request): Promise<Response> {
  const { actor, platform, language, now } = await providerPage('desk.read', async () => null)
  const filter = parseHistoryFilter(Object.fromEntries(new URL(request.url).searchParams))
  const zone = actor.timeZone
  const batches = historyCsv({ actor, providerId: actor.providerId, filter, language, zone })
  const of = platform.providerName.normalize('NFD').replace(/\s+/g, '-').toLowerCase()
  return csvFile({ batches, of, what: csvWords[language].file, zone, now })
}
