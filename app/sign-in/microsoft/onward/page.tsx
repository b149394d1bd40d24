import { currentPlace } from '#app/_server/arrive.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { currentWay } from '#app/_server/microsoft.ts'
import { seeOther } from '#app/_server/see-other.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { titled } from '#app/_server/titled.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { reading } from '#db/client.ts'
import { wayToMicrosoft } from '#db/microsoft/flow.ts'
import { environment } from '#lib/env.ts'
import { words } from '../words.ts'

export const generateMetadata = titled(words, text => text.onward.title)

/**
 * The last page before Microsoft. A form may lead to pages of the portal alone (form-action), and Microsoft sends people on to
 * houses that nobody can list; so what the form leads to is this page, and this page leads on by itself.
 */
export default async function OnwardPage() {
  const [brand, language, place] = [await currentBrand(), await currentLanguage(), await currentPlace()]
  const token = await currentWay()
  const to = await reading({ role: 'app', providerId: place.providerId }, tx =>
    wayToMicrosoft(tx, place, token),
  )
  // Whatever the row says: nowhere but to Microsoft.
  if (!to || new URL(to).origin !== environment().MICROSOFT_AUTHORITY) seeOther('/sign-in')
  const text = words[language].onward
  return (
    <OpenFrame brand={brand} language={language} title={text.title}>
      <meta httpEquiv="refresh" content={`0;url=${to}`} />
      <p>{text.text}</p>
      <LinkButton href={to} variant="primary" wide>
        {text.button}
      </LinkButton>
    </OpenFrame>
  )
}
