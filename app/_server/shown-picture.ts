import { createHash } from 'node:crypto'
import type { BrandPicture } from '#db/brand-picture.ts'

/** Pictures that browsers and mail programs may show; anything else in the table is not served. */
const types: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/x-icon': 'ico',
}

/** A stored picture as an answer. Whatever its bytes are, it is a picture: no script, no document, no guessing. */
export function shownPicture(
  request: Request,
  name: string,
  picture: BrandPicture | null,
  cacheControl: string,
): Response {
  const extension = picture && types[picture.contentType]
  if (!picture || !extension)
    return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
  const etag = `"${createHash('sha256').update(picture.content).digest('base64url').slice(0, 27)}"`
  const headers = {
    etag,
    'cache-control': cacheControl,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // Mail programs show it from another origin.
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (knows(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(picture.content), {
    headers: {
      ...headers,
      'content-type': picture.contentType,
      'content-length': String(picture.content.length),
      'content-disposition': `inline; filename="${name}.${extension}"`,
    },
  })
}

function knows(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match') ?? ''
  return given.split(',').some(one => one.trim().replace(/^W\//, '') === etag)
}
