import type { ReactNode } from 'react'
import { BrandMark } from '#components/frame/brand-mark.tsx'
import { Footer } from '#components/frame/footer.tsx'
import { PlainPage } from '#components/frame/plain-page.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { Overtaken } from '#components/ui/overtaken-store.ts'
import { type Language, localeOf } from '#lib/language.ts'
import { currentBrand } from './_server/brand.ts'
import { frameBrand } from './_server/frame-brand.ts'
import { notThereWords } from './_server/not-there-words.ts'
import { opensByReason } from './_server/reason-first.ts'
import { reasonFirstMark, reasonFirstWords } from './_server/reason-first-words.ts'
import { saidOnThisPage } from './_server/said.ts'
import { currentLanguage } from './_server/session.ts'

/**
 * The same answer for what does not exist and for what this person may not see. It is also where a form ends whose
 * sender was signed out meanwhile, since their page can't be made for them any more; and where the provider's support
 * is told that an account is entered by saying why.
 */
export default async function NotFound() {
  const language = await currentLanguage()
  const text = notThereWords[language]
  const brand = frameBrand(await currentBrand())
  const around = {
    lang: localeOf(language),
    head: <BrandMark brand={brand} />,
    foot: <Footer brand={brand} language={language} />,
  }
  const said = await saidOnThisPage()
  if (said) return <Unsent {...around} said={said} />
  const account = await opensByReason()
  if (account) return <ReasonFirst {...around} account={account} language={language} />
  return (
    <PlainPage
      {...around}
      icon="question"
      title={text.title}
      actions={<LinkButton href="/choose">{text.back}</LinkButton>}
    >
      <p>{text.text}</p>
      <p>{text.partners}</p>
    </PlainPage>
  )
}

interface Around {
  readonly lang: string
  readonly head: ReactNode
  readonly foot: ReactNode
}

function ReasonFirst({
  account,
  language,
  ...around
}: Around & { readonly account: string; readonly language: Language }) {
  const text = reasonFirstWords[language]
  return (
    <PlainPage
      {...around}
      icon="question"
      title={text.message}
      actions={<LinkButton href={`/provider/accounts/${account}`}>{text.open}</LinkButton>}
    >
      <p {...{ [reasonFirstMark]: account }}>{text.why}</p>
    </PlainPage>
  )
}

function Unsent({ said, ...around }: Around & { readonly said: Overtaken }) {
  const { further } = said
  return (
    <PlainPage
      {...around}
      icon="question"
      title={said.message}
      actions={further && <LinkButton href={further.href}>{further.label}</LinkButton>}
    >
      {said.typed.length > 0 && <p>{said.typed[0]?.label}</p>}
      {said.typed.map(({ text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: in the form's order, never moved, and the same may be written twice
        <p key={index} className="notice-typed">
          {text}
        </p>
      ))}
    </PlainPage>
  )
}
