import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { currentPlace } from '#app/_server/arrive.ts'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { Once } from '#app/_server/once.tsx'
import { currentLanguage } from '#app/_server/session.ts'
import { tokenCookie } from '#app/_server/token-detour.ts'
import { Form } from '#components/ui/form.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { reading } from '#db/client.ts'
import { seeToken } from '#db/sign-in/token.ts'
import { continueHere } from './actions.ts'
import { handOverWords, words } from './words.ts'

export async function generateMetadata(): Promise<Metadata> {
  const brand = await currentBrand()
  return { title: words[await currentLanguage()].title(brand.name) }
}

/** Where a sister brand hands somebody over to their own. Names them, so that nobody is signed in as somebody else. */
export default async function HandOverPage() {
  const [brand, language, place] = [await currentBrand(), await currentLanguage(), await currentPlace()]
  const ticket = (await cookies()).get(tokenCookie('hand-over'))?.value ?? ''
  const { state, person } = await reading({ role: 'app', providerId: place.providerId }, tx =>
    seeToken(tx, place, 'hand-over', ticket, null),
  )
  const text = words[language]
  if (!person)
    return (
      <OpenFrame brand={brand} language={language} title={text.notReady}>
        <Notice tone="warning">{handOverWords[language][state === 'used' ? 'used' : 'over']}</Notice>
        <LinkButton href="/sign-in" variant="primary" wide>
          {text.signIn}
        </LinkButton>
      </OpenFrame>
    )
  return (
    <OpenFrame brand={brand} language={language} title={text.title(brand.name)}>
      <p>{text.as(person.name, person.email)}</p>
      <Form action={continueHere} label={text.title(brand.name)}>
        <Once />
        <SubmitButton wide>{text.continue}</SubmitButton>
      </Form>
    </OpenFrame>
  )
}
