import { notFound } from 'next/navigation'
import { z } from 'zod'
import { type AccountPage, accountPage } from '#app/_server/page.ts'
import { invoiceOf, type WholeInvoice } from '#db/invoice/reads.ts'
import { dayIn } from '#lib/day-span.ts'

export interface InvoicePage {
  readonly page: AccountPage<unknown>
  readonly invoice: WholeInvoice
  /** The day where the account is. */
  readonly today: string
}

/** One invoice for whoever may read bills of its account; everybody else, and every other id, gets a 404. */
export async function invoicePage(slug: string, id: string): Promise<InvoicePage> {
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'billing.read', async (tx, { account, now }) => {
    const today = dayIn(now, account.timeZone)
    return { today, invoice: await invoiceOf(tx, { accountId: account.id, today }, id) }
  })
  const { invoice, today } = page.data
  if (!invoice) notFound()
  return { page, invoice, today }
}
