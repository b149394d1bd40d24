import type { Metadata } from 'next'
import { currentPlace, currentTicket } from '#app/_server/arrive.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { seeOther } from '#app/_server/see-other.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { LinkButton } from '#components/ui/link-button.tsx'
import { reading } from '#db/client.ts'
import { homeOfTicket } from '#db/sign-in/token.ts'
import { originOf } from '#lib/env.ts'
import { hostShown } from '#lib/host.ts'
import { words } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

/** For somebody who proved on a sister brand who they are: where they belong, and the way there. */
export default async function ElsewherePage() {
  const [brand, language, place] = [await currentBrand(), await currentLanguage(), await currentPlace()]
  const ticket = await currentTicket()
  const home =
    ticket && (await reading({ role: 'app', providerId: place.providerId }, tx => homeOfTicket(tx, ticket)))
  if (!ticket || !home) seeOther('/sign-in')
  const text = words[language]
  return (
    <OpenFrame brand={brand} language={language} title={text.title}>
      <p>{text.explained(home.name, hostShown(home.host))}</p>
      <LinkButton href={`${originOf(home.host)}/sign-in/hand-over/${ticket}`} variant="primary" wide>
        {text.continue(home.name)}
      </LinkButton>
      <p className="field-hint">{text.life}</p>
    </OpenFrame>
  )
}
