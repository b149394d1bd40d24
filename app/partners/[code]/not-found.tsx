import { currentBrand } from '#app/_server/brand.ts'
import { frameBrand } from '#app/_server/frame-brand.ts'
import { saidOnThisPage } from '#app/_server/said.ts'
import { currentLanguage } from '#app/_server/session.ts'
import { BrandMark } from '#components/frame/brand-mark.tsx'
import { Footer } from '#components/frame/footer.tsx'
import { PlainPage } from '#components/frame/plain-page.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { localeOf } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** The one answer for every share code that leads nowhere, whatever the reason; and where a form ends that met one. */
export default async function DeadLink() {
  const language = await currentLanguage()
  const words = catalogue[language]
  const brand = frameBrand(await currentBrand())
  const said = await saidOnThisPage()
  const further = said?.further
  return (
    <PlainPage
      lang={localeOf(language)}
      head={<BrandMark brand={brand} />}
      foot={<Footer brand={brand} language={language} />}
      icon="link"
      title={said?.message ?? words.deadTitle}
      actions={
        further ? (
          <LinkButton href={further.href}>{further.label}</LinkButton>
        ) : (
          <LinkButton href="/choose">{words.back}</LinkButton>
        )
      }
    >
      {!said && <p>{words.dead}</p>}
    </PlainPage>
  )
}
