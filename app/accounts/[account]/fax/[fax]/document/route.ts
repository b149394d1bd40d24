import { notFound } from 'next/navigation'
import { z } from 'zod'
import { accountPage } from '#app/_server/page.ts'
import { documentOf } from '#db/fax/reads.ts'
import { words as catalogue } from '../../words.ts'

/**
 * What a fax shows, to be saved. Whoever sent it may have put anything in: it is never shown by the browser, which would do so
 * in the portal's name, but handed on as a file.
 */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ account: string; fax: string }> },
): Promise<Response> {
  const { account: slug, fax: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const page = await accountPage(slug, 'module.fax', (tx, { account }) => documentOf(tx, account.id, id))
  const { account, language, data } = page
  if (!data) notFound()
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: account.timeZone }).format(data.at)
  const name = `${account.slug.replace(/[^\w-]/g, '')}-${catalogue[language].file}-${day}-${id.slice(0, 8)}.pdf`
  return new Response(new Uint8Array(data.content), {
    headers: {
      'content-type': 'application/pdf',
      'content-length': String(data.content.length),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    },
  })
}
