import { currentBrand } from '#app/_server/brand.ts'
import { frameBrand } from '#app/_server/frame-brand.ts'
import { deadLinkWords } from '#app/_server/not-there-words.ts'
import { saidOnThisPage } from '#app/_server/said.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { BrandMark } from '#components/frame/brand-mark.tsx'
import { Footer } from '#components/frame/footer.tsx'
import { PlainPage } from '#components/frame/plain-page.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { localeOf } from '#lib/language.ts'

/**
 * The one answer for every share code that leads nowhere, whatever the reason; without JavaScript the same words stand in
 * not-there-page.ts. It is also where a form ends whose sender was signed out meanwhile.
 */
export default async function DeadLink() {
  const language = await currentLanguage()
  const words = deadLinkWords[language]
  const brand = frameBrand(await currentBrand())
  const said = await saidOnThisPage()
  const { href, label } = said?.further ?? { href: '/choose', label: words.back }
  return (
    <PlainPage
      lang={localeOf(language)}
      head={<BrandMark brand={brand} />}
      foot={<Footer brand={brand} language={language} />}
      icon="link"
      title={said?.message ?? words.title}
      actions={<LinkButton href={href}>{label}</LinkButton>}
    >
      {!said && <p>{words.text}</p>}
    </PlainPage>
  )
}
