import { currentBrand } from '#app/_server/brand.ts'
import { brandStyle } from '#lib/branding/brand.ts'

/** The brand's colours as a style sheet, public as its logo is. Kept for good at the address that a page gives it. */
export async function GET(request: Request): Promise<Response> {
  const { text, version } = brandStyle(await currentBrand())
  const isCurrent = new URL(request.url).searchParams.get('v') === version
  return new Response(text, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
