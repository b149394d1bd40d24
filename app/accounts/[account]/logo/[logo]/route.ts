import { z } from 'zod'
import { readingAs, signedIn } from '#app/_server/session.ts'
import { shownPicture } from '#app/_server/shown-picture.ts'
import { sightOf } from '#db/authority.ts'
import { wornLogo } from '#db/own-brand/worn.ts'

/**
 * A logo that the account's pages wear at this moment, for whoever sees these pages. Browsers may keep it and ask each time
 * whether it still holds: once it was taken off, or they may not see the account any more, there is none.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ account: string; logo: string }> },
): Promise<Response> {
  const actor = await signedIn()
  const { account: slug, logo } = await params
  const found = z.uuid().safeParse(logo).success
    ? await readingAs(actor, async tx => {
        const sight = await sightOf(tx, actor, { slug })
        return sight && wornLogo(tx, sight.account.id, logo)
      })
    : null
  const answer = shownPicture(request, 'logo', found, 'private, no-cache')
  answer.headers.set('cross-origin-resource-policy', 'same-origin')
  return answer
}
