import { arrival } from '#app/_server/brand.ts'
import { readingAs } from '#app/_server/session.ts'
import { calendarFeed } from '#db/partner/calendar.ts'
import { countTry } from '#db/sign-in/limits.ts'
import { originOf } from '#lib/env.ts'
import { calendarText, tokenOfFile } from '#lib/partner/calendar.ts'
import { calendarBuckets } from '#lib/sign-in/limits.ts'

const headers = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' }

/**
 * The ends of a firm's accesses for a calendar of one of its people, who is known by the secret in the address. Whatever is
 * wrong with that, the answer is the same; only too many such tries from one address are told to wait.
 */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { brand, address } = await arrival()
  const token = tokenOfFile((await params).file)
  const feed = token && (await readingAs(brand, tx => calendarFeed(tx, brand.id, token)))
  if (!feed) {
    const wait = await countTry(calendarBuckets(address))
    if (wait > 0)
      return new Response('Too many requests', {
        status: 429,
        headers: { ...headers, 'retry-after': String(wait) },
      })
    return new Response('Not found', { status: 404, headers })
  }
  const { partner, ends, language } = feed
  const desk = `${originOf(brand.host)}/partner/${partner.slug}`
  return new Response(calendarText({ brand: brand.name, firm: partner.name, ends, language, desk }), {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="access-ends.ics"',
      'x-content-type-options': 'nosniff',
    },
  })
}
