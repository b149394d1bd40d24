import { BrandMark } from '#components/frame/brand-mark.tsx'
import { Footer } from '#components/frame/footer.tsx'
import { PlainPage } from '#components/frame/plain-page.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { bilingual } from '#lib/language.ts'
import { currentBrand } from './_server/brand.ts'
import { frameBrand } from './_server/frame-brand.ts'
import { currentLanguage } from './_server/session.ts'

const words = bilingual({
  en: {
    title: 'There is nothing here for you',
    text: 'The page does not exist, or you have no access to it, or your access has ended. If you were just working here, ask the account’s owner.',
    partners: 'If you came as a partner, your list of customers says what ended, and why.',
    back: 'Go to your accounts',
  },
  fr: {
    title: 'Il n’y a rien ici pour vous',
    text: 'La page n’existe pas, vous n’y avez pas accès ou votre accès a pris fin. Si vous y travailliez à l’instant, adressez-vous au propriétaire du compte.',
    partners:
      'Si vous veniez à titre de partenaire, votre liste de clients dit ce qui a pris fin et pourquoi.',
    back: 'Aller à vos comptes',
  },
})

/** The same answer for what does not exist and for what this person may not see. */
export default async function NotFound() {
  const language = await currentLanguage()
  const text = words[language]
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
