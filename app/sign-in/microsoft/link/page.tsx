import { cookies } from 'next/headers'
import { currentPlace } from '#app/_server/arrive.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { currentlyHeld, wayAsFlow } from '#app/_server/microsoft.ts'
import { MicrosoftButton } from '#app/_server/microsoft-button.tsx'
import { MicrosoftLines } from '#app/_server/microsoft-facts.tsx'
import { Once } from '#app/_server/once.tsx'
import { currentLanguage } from '#app/_server/session.ts'
import { titled } from '#app/_server/titled.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { reading } from '#db/client.ts'
import { seeToken } from '#db/sign-in/token.ts'
import { words } from '../words.ts'
import { linkByLetter } from './actions.ts'
import { linkStateWords } from './state.ts'

export const generateMetadata = titled(words, text => text.link.title)

/** Where the letter's link leads. It names the account and whose sign-in it is to open; looking at it changes nothing. */
export default async function LinkPage() {
  const [brand, language, place] = [await currentBrand(), await currentLanguage(), await currentPlace()]
  const [flow, held] = [await wayAsFlow(), await currentlyHeld()]
  const token = (await cookies()).get(tokenCookie('microsoft'))?.value ?? ''
  const { state, person } = await reading({ role: 'app', providerId: place.providerId }, tx =>
    seeToken(tx, place, 'microsoft-link', token, flow),
  )
  const text = words[language].link
  if (state !== 'ready' || !person || !held)
    return (
      <OpenFrame brand={brand} language={language} title={text.notReady}>
        <Notice tone="warning">{linkStateWords(state === 'ready' ? 'gone' : state, language)}</Notice>
        <MicrosoftButton next="/" language={language} variant="primary" />
        <LinkButton href="/sign-in" variant="quiet" wide>
          {words[language].otherWay}
        </LinkButton>
      </OpenFrame>
    )
  return (
    <OpenFrame brand={brand} language={language} title={text.title}>
      <MicrosoftLines account={held} language={language} />
      <p>{text.as(person.name, person.email)}</p>
      <Form action={linkByLetter} label={text.title}>
        <Once />
        <SubmitButton wide>{text.button}</SubmitButton>
      </Form>
    </OpenFrame>
  )
}
