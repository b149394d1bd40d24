import { createHash } from 'node:crypto'
import { currentBrand } from '#app/_server/brand.ts'
import { type BrandPictureKind, brandPicture, brandPictures } from '#db/brand-picture.ts'

/** Pictures that browsers and mail programs may show; anything else in the table is not served. */
const types: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/x-icon': 'ico',
}

/**
 * The brand's logo and favicon, public since they stand on the sign-in page and in letters. An address with the current
 * version (`?v=`) may be kept for good; any other one for five minutes.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ picture: string }> },
): Promise<Response> {
  const kind = kindIn((await params).picture)
  const brand = await currentBrand()
  const picture = kind && (await brandPicture(brand, kind))
  const extension = picture && types[picture.contentType]
  if (!kind || !picture || !extension) {
    return new Response('Not found', { status: 404, headers: { 'cache-control': 'no-store' } })
  }
  const etag = `"${createHash('sha256').update(picture.content).digest('base64url').slice(0, 27)}"`
  const isCurrent = new URL(request.url).searchParams.get('v') === String(brand.logoVersion)
  const headers = {
    etag,
    'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    // Whatever the bytes are, they are a picture: no script, no document, no guessing.
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
      'content-disposition': `inline; filename="${kind}.${extension}"`,
    },
  })
}

function kindIn(text: string): BrandPictureKind | null {
  return brandPictures.find(kind => kind === text) ?? null
}

function knows(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match') ?? ''
  return given.split(',').some(one => one.trim().replace(/^W\//, '') === etag)
}
