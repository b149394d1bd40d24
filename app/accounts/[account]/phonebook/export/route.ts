import { z } from 'zod'
import { csvFile } from '#app/_server/csv-file.ts'
import { accountPage } from '#app/_server/page.ts'
import { phonebookCsv } from '#db/phonebook/export.ts'
import { words as catalogue } from '../words.ts'

/** The contacts that the page shows, as a file that can be taken in again. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const page = await accountPage((await params).account, 'module.phonebook', async () => null)
  const { account, actor, language, now } = page
  const query = new URL(request.url).searchParams
  const words = catalogue[language]
  const batches = phonebookCsv({
    actor,
    accountId: account.id,
    search: (query.get('q') ?? '').slice(0, 100),
    group: z.uuid().safeParse(query.get('group')).data ?? null,
    language,
    ended: words.ended,
  })
  return csvFile({ batches, of: account.slug, what: words.file, zone: actor.timeZone, now })
}
