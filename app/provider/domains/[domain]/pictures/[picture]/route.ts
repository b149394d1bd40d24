import { notFound } from 'next/navigation'
import { z } from 'zod'
import { readingAs, signedIn } from '#app/_server/session.ts'
import { shownPicture } from '#app/_server/shown-picture.ts'
import { brandPictureIn } from '#db/brand-picture.ts'
import { platformRoleOf } from '#db/provider/platform.ts'
import { pictureKinds } from '#lib/branding/domain.ts'

/** A picture of one of the provider's own domains, for its desk: there it is shown on every host, used or retired. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ domain: string; picture: string }> },
): Promise<Response> {
  const actor = await signedIn()
  const { domain, picture } = await params
  const kind = pictureKinds.find(one => one === picture)
  if (!kind || !z.uuid().safeParse(domain).success) notFound()
  const found = await readingAs(actor, async tx =>
    (await platformRoleOf(tx, actor)) ? brandPictureIn(tx, domain, kind) : null,
  )
  if (!found) notFound()
  return shownPicture(request, kind, found, 'private, no-store')
}
