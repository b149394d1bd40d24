import { PictureShown as PictureGround } from '#components/branding/picture-shown.tsx'
import type { BrandingDomain } from '#db/branding-domain/reads.ts'
import { type PictureKind, pictureKinds } from '#lib/branding/domain.ts'
import { words as brandingWords } from '#lib/branding/words.ts'
import type { Language } from '#lib/language.ts'
import { pictureAddress } from './domain-page.ts'
import { words as catalogue } from './words.ts'

/** The pictures of a domain, each on the ground that it is made for. */
export function Pictures({ domain, language }: { domain: BrandingDomain; language: Language }) {
  return (
    <div className="brand-pictures">
      {pictureKinds.map(kind => (
        <PictureShown key={kind} domain={domain} kind={kind} language={language} />
      ))}
    </div>
  )
}

interface PictureShownProps {
  readonly domain: BrandingDomain
  readonly kind: PictureKind
  readonly language: Language
  /** Where its name stands above it already. */
  readonly named?: boolean
}

export function PictureShown({ domain, kind, language, named = true }: PictureShownProps) {
  const words = catalogue[language]
  const name = brandingWords[language].field[kind]
  const own = domain.pictures.includes(kind)
  const borrowed = kind === 'logo-dark' && domain.pictures.includes('logo')
  return (
    <PictureGround
      src={own || borrowed ? pictureAddress(domain, kind) : null}
      name={name}
      none={words.noPicture}
      mode={kind === 'logo-dark' ? 'dark' : 'light'}
    >
      {named && <strong>{name}</strong>}
      {borrowed && !own && <span className="second-line">{words.noDark}</span>}
    </PictureGround>
  )
}
