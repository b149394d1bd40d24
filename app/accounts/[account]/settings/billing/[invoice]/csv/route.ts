import { csvFile } from '#app/_server/csv-file.ts'
import { invoiceCsv } from '#db/invoice/export.ts'
import { words as catalogue } from '../../words.ts'
import { invoicePage } from '../invoice-page.ts'

/** One invoice as a file: its lines, tax and total. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ account: string; invoice: string }> },
): Promise<Response> {
  const { account: slug, invoice: id } = await params
  const { page, invoice, today } = await invoicePage(slug, id)
  const { account, actor, language, now } = page
  const { ended, oneFile } = catalogue[language]
  const batches = invoiceCsv({ actor, accountId: account.id, invoiceId: id, today, language, ended })
  return csvFile({
    batches,
    of: account.slug,
    what: `${oneFile}-${invoice.number.replace(/[^\w-]/g, '')}`,
    zone: account.timeZone,
    now,
  })
}
