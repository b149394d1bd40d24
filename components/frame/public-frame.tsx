import type { ReactNode } from 'react'
import { Enhance } from '#components/ui/enhance.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { OvertakenNotice } from '#components/ui/overtaken-notice.tsx'
import type { Overtaken } from '#components/ui/overtaken-store.ts'
import { SkipLink } from '#components/ui/skip-link.tsx'
import type { Language } from '#lib/language.ts'
import { BrandMark } from './brand-mark.tsx'
import { Footer } from './footer.tsx'
import type { Flash, FrameBrand } from './types.ts'
import { words } from './words.ts'

type PublicFrameProps = {
  brand: FrameBrand
  language: Language
  title: ReactNode
  description?: ReactNode
  flash?: Flash | null | undefined
  /** Told where a form came too late. */
  overtaken?: Overtaken | null | undefined
  /** The other language: a link or a small form. */
  languageSwitch?: ReactNode
  /** Under the card: the other ways in. */
  below?: ReactNode
  /** `wide` where there is something to weigh, such as an invitation. */
  width?: 'normal' | 'wide' | undefined
  children: ReactNode
}

/** What stands around the pages of people who are not yet signed in: one card, the brand above it. */
export function PublicFrame(props: PublicFrameProps) {
  const {
    brand,
    language,
    title,
    description,
    flash,
    overtaken,
    languageSwitch,
    below,
    width = 'normal',
    children,
  } = props
  const text = words[language]
  return (
    <>
      <SkipLink>{text.skip}</SkipLink>
      <div className="public" data-width={width}>
        <header className="public-head">
          <BrandMark brand={brand} />
          {languageSwitch && <div className="public-language">{languageSwitch}</div>}
        </header>
        <main id="main" className="public-main" tabIndex={-1}>
          <div className="public-card">
            <h1>{title}</h1>
            {description && <p className="page-description">{description}</p>}
            <OvertakenNotice first={overtaken} />
            {flash && (
              <Notice id="told" tone={flash.tone} live={flash.tone === 'danger' ? 'alert' : 'status'}>
                {flash.text}
              </Notice>
            )}
            {children}
          </div>
          {below && <div className="public-below">{below}</div>}
        </main>
      </div>
      <Footer brand={brand} language={language} />
      <Enhance />
    </>
  )
}
