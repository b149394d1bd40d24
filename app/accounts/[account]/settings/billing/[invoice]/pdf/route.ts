import { paperFonts } from '#app/_server/paper-fonts.ts'
import { brandPicture } from '#db/brand-picture.ts'
import { invoicePaper } from '#lib/invoice/paper.ts'
import { words as catalogue } from '../../words.ts'
import { invoicePage } from '../invoice-page.ts'

/** What can be drawn on paper; another picture stays on the screen. */
const drawable = ['image/png', 'image/jpeg']

/** One invoice on paper, in the look of the brand on which it is read. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ account: string; invoice: string }> },
): Promise<Response> {
  const { account: slug, invoice: id } = await params
  const { page, invoice } = await invoicePage(slug, id)
  const { brand, language, account } = page
  const picture = await brandPicture(brand, 'logo')
  const logo = picture && drawable.includes(picture.contentType) ? picture.content : null
  const { billedTo } = invoice
  const paper = await invoicePaper({ invoice, billedTo, brand: { ...brand, logo }, language }, paperFonts)
  const number = invoice.number.replace(/[^\w-]/g, '')
  const name = `${account.slug.replace(/[^\w-]/g, '')}-${catalogue[language].oneFile}-${number}.pdf`
  return new Response(Buffer.from(paper), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
