import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { currentFlow, currentPlace } from '#app/_server/arrive.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { reading } from '#db/client.ts'
import { seeToken } from '#db/sign-in/token.ts'
import { tokenWords } from '#lib/sign-in/words.ts'
import { signInWithLink } from './actions.ts'
import { words } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

/** Where the letter's link leads. Looking at it changes nothing, however often and by whomever. */
export default async function LinkPage() {
  const [brand, language, place] = [await currentBrand(), await currentLanguage(), await currentPlace()]
  const flow = await currentFlow()
  const token = (await cookies()).get(tokenCookie('link'))?.value ?? ''
  const { state, person } = await reading({ role: 'app', providerId: place.providerId }, tx =>
    seeToken(tx, place, 'sign-in', token, flow),
  )
  const text = words[language]
  if (state !== 'ready' || !person)
    return (
      <OpenFrame brand={brand} language={language} title={text.notReady}>
        <Notice tone="warning">{tokenWords[language][state === 'ready' ? 'unknown' : state]}</Notice>
        {flow && state !== 'used' && (
          <LinkButton href="/sign-in/code" variant="primary" wide>
            {text.typeCode}
          </LinkButton>
        )}
        {(await currentActor()) ? (
          <LinkButton href="/choose" wide>
            {text.goOn}
          </LinkButton>
        ) : (
          <LinkButton href="/sign-in" wide>
            {text.again}
          </LinkButton>
        )}
      </OpenFrame>
    )
  return (
    <OpenFrame brand={brand} language={language} title={text.title}>
      <p>{text.as(person.name, person.email)}</p>
      <Form action={signInWithLink} label={text.title}>
        <Once />
        <SubmitButton wide>{text.signIn}</SubmitButton>
      </Form>
    </OpenFrame>
  )
}
