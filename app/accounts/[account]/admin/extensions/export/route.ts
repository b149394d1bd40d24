import { csvFile } from '#app/_server/csv-file.ts'
import { accountPage } from '#app/_server/page.ts'
import { extensionsCsv } from '#db/pbx-extension/export.ts'
import { asked } from '../asked.ts'
import { words as catalogue } from '../words.ts'

/** The extensions that the page shows, as a file that can be taken in again. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const page = await accountPage((await params).account, 'module.admin', async () => null)
  const { account, actor, language, now } = page
  const { search, only, profile } = asked(Object.fromEntries(new URL(request.url).searchParams))
  const words = catalogue[language]
  const batches = extensionsCsv({
    actor,
    accountId: account.id,
    search,
    only,
    profile,
    language,
    ended: words.ended,
  })
  return csvFile({ batches, of: account.slug, what: words.file, zone: actor.timeZone, now })
}
