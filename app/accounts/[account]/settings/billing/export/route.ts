import { csvFile } from '#app/_server/csv-file.ts'
import { accountPage } from '#app/_server/page.ts'
import { invoicesCsv } from '#db/invoice/export.ts'
import { dayIn } from '#lib/day-span.ts'
import { parseInvoiceFilter } from '#lib/invoice/filter.ts'
import { words as catalogue } from '../words.ts'

/** The invoices that the page shows, all of them, as a file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string }> },
): Promise<Response> {
  const page = await accountPage((await params).account, 'billing.read', async () => null)
  const { account, actor, language, now } = page
  const filter = parseInvoiceFilter(Object.fromEntries(new URL(request.url).searchParams))
  const words = catalogue[language]
  const today = dayIn(now, account.timeZone)
  const batches = invoicesCsv({ actor, accountId: account.id, filter, today, language, ended: words.ended })
  return csvFile({ batches, of: account.slug, what: words.file, zone: account.timeZone, now })
}
