import { BrandMark } from '#components/frame/brand-mark.tsx'
import { Footer } from '#components/frame/footer.tsx'
import { PlainPage } from '#components/frame/plain-page.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { currentBrand } from './_server/brand.ts'
import { frameBrand } from './_server/frame-brand.ts'
import { notThereWords } from './_server/not-there-words.ts'
import { currentLanguage } from './_server/session.ts'

/** The same answer for what does not exist and for what this person may not see. */
export default async function NotFound() {
  const language = await currentLanguage()
  const text = notThereWords[language]
  const brand = frameBrand(await currentBrand())
  return (
    <PlainPage
      icon="question"
      title={text.title}
      head={<BrandMark brand={brand} />}
      foot={<Footer brand={brand} language={language} />}
      actions={<LinkButton href="/choose">{text.back}</LinkButton>}
    >
      <p>{text.text}</p>
      <p>{text.partners}</p>
    </PlainPage>
  )
}
