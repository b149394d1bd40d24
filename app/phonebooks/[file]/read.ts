import 'server-only'
import { arrival } from '#app/_server/brand.ts'
import { readingAs } from '#app/_server/session.ts'
import { writing } from '#db/client.ts'
import { type Feed, feedOf, feedXml, noteFetch } from '#db/phonebook/feed.ts'
import { countTry } from '#db/sign-in/limits.ts'
import type { Brand } from '#lib/branding/brand.ts'
import { phoneShown, tokenOfPhonebook } from '#lib/phonebook/address.ts'
import { phonebookBuckets, phonebookMisses } from '#lib/sign-in/limits.ts'

/** A phone keeps what it read and asks whether there is more: so nothing here forbids to store it. */
const headers = {
  'cache-control': 'private, no-cache',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/**
 * The phonebook of the token in this file's name. Whatever is wrong with it, the answer is the same; only too many such
 * tries from one client are told to wait, and too many reads of one phonebook. A phone that has read this very state gets
 * told so and nothing else.
 */
export async function readPhonebook(request: Request, file: string): Promise<Response> {
  const { brand, address } = await arrival()
  const token = tokenOfPhonebook(file)
  const found = token && (await readBy(request, brand, token))
  if (!found) return (await waiting(phonebookMisses(address))) ?? notThere()
  if (found === 'too-often') return tooMany(60)
  const { feed, xml } = found
  if (xml === null) return new Response(null, { status: 304, headers: { ...headers, etag: feed.tag } })
  return new Response(xml, {
    headers: {
      ...headers,
      etag: feed.tag,
      'content-type': 'text/xml; charset=utf-8',
      'content-disposition': 'inline; filename="phonebook.xml"',
    },
  })
}

/** What a phone is told that is let in: nothing new (null), or all of it. */
async function readBy(
  request: Request,
  brand: Brand,
  token: string,
): Promise<{ readonly feed: Feed; readonly xml: string | null } | 'too-often' | null> {
  const feed = await readingAs(brand, tx => feedOf(tx, token))
  if (!feed) return null
  if ((await countTry(phonebookBuckets(feed.accountId))) > 0) return 'too-often'
  const phone = phoneShown(request.headers.get('user-agent') ?? '')
  // Asked anew, so that what is read and its tag are of one moment.
  return writing({ role: 'app', providerId: brand.providerId }, async tx => {
    const now = await feedOf(tx, token)
    if (!now) return null
    await noteFetch(tx, now.accountId, phone)
    return { feed: now, xml: knows(request, now) ? null : await feedXml(tx, now.accountId) }
  })
}

/** Proxies may weaken a tag on its way. */
function knows(request: Request, { tag }: Feed): boolean {
  const known = request.headers.get('if-none-match') ?? ''
  return known.split(',').some(one => one.trim().replace(/^W\//, '') === tag)
}

async function waiting(buckets: ReturnType<typeof phonebookMisses>): Promise<Response | null> {
  const wait = await countTry(buckets)
  return wait > 0 ? tooMany(wait) : null
}

function tooMany(wait: number): Response {
  return new Response('Too many requests', {
    status: 429,
    headers: { ...headers, 'retry-after': String(wait) },
  })
}

function notThere(): Response {
  return new Response('Not found', { status: 404, headers })
}
