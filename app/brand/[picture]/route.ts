import { currentBrand } from '#app/_server/brand.ts'
import { shownPicture } from '#app/_server/shown-picture.ts'
import { brandPicture } from '#db/brand-picture.ts'
import { pictureKinds } from '#lib/branding/domain.ts'

/**
 * The brand's logo and favicon, public since they stand on the sign-in page and in letters. An address with the current
 * version (`?v=`) may be kept for good; any other one for five minutes.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ picture: string }> },
): Promise<Response> {
  const { picture: name } = await params
  const kind = pictureKinds.find(one => one === name)
  const brand = await currentBrand()
  const picture = kind ? await brandPicture(brand, kind) : null
  const isCurrent = new URL(request.url).searchParams.get('v') === String(brand.logoVersion)
  return shownPicture(
    request,
    kind ?? '',
    picture,
    isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
  )
}
