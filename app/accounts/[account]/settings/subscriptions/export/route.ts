import { csvFile } from '#app/_server/csv-file.ts'
import { accountPage } from '#app/_server/page.ts'
import { subscriptionsCsv } from '#db/subscription/export.ts'
import { accountWords } from '#lib/account/words.ts'
import { dayIn } from '#lib/day-span.ts'
import { parseSubscriptionFilter } from '#lib/subscription/filter.ts'
import { words as catalogue } from '../words.ts'

/** The subscriptions that the page shows, all of them, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const page = await accountPage((await params).account, 'subscriptions.read', async () => null)
  const { account, actor, language, now } = page
  const { column, ended, file } = catalogue[language]
  const batches = subscriptionsCsv({
    actor,
    accountId: account.id,
    today: dayIn(now, account.timeZone),
    language,
    filter: parseSubscriptionFilter(Object.fromEntries(new URL(request.url).searchParams)),
    words: { product: accountWords[language].product, heading: column, ended },
  })
  return csvFile({ batches, of: account.slug, what: file, zone: account.timeZone, now })
}
