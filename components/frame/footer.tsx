import { Address } from '#components/ui/address.tsx'
import { DialogButton } from '#components/ui/dialog.tsx'
import { withColon } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { FrameBrand, FrameOwn } from './types.ts'
import { words } from './words.ts'

/** Whom to turn to: the brand's own support, on every page. */
export function Footer({
  brand,
  own,
  language,
  shortcuts,
  helpHref,
}: {
  brand: FrameBrand
  own?: FrameOwn | null | undefined
  language: Language
  shortcuts?: boolean | undefined
  /** Who may do what, for whoever is signed in. */
  helpHref?: string | undefined
}) {
  const text = words[language]
  return (
    <footer className="footer">
      <div className="footer-support">
        <span>{text.supportBy(brand.supportName || brand.name)}</span>
        {brand.supportEmail && (
          <a href={`mailto:${brand.supportEmail}`}>
            <Address>{brand.supportEmail}</Address>
          </a>
        )}
        {brand.supportPhone && (
          <a href={`tel:${brand.supportPhone.replace(/[^+\d]/g, '')}`}>{brand.supportPhone}</a>
        )}
      </div>
      {own && <OwnLinks own={own} language={language} />}
      <div className="footer-links">
        {brand.supportUrl && <a href={brand.supportUrl}>{text.support}</a>}
        {brand.termsUrl && <a href={brand.termsUrl}>{text.terms}</a>}
        {brand.privacyUrl && <a href={brand.privacyUrl}>{text.privacy}</a>}
        {helpHref && <a href={helpHref}>{text.help}</a>}
        {shortcuts && (
          <span className="footer-shortcuts">
            <DialogButton opens="shortcuts" variant="link" size="small">
              {text.shortcuts}
            </DialogButton>
          </span>
        )}
      </div>
    </footer>
  )
}

/** Where the account itself sends its people; they need not be told from where somebody comes. */
function OwnLinks({ own, language }: { own: FrameOwn; language: Language }) {
  const text = words[language]
  const links = [
    [text.shop, own.shopLink],
    [text.support, own.supportLink],
  ].filter(([, href]) => href !== '')
  if (links.length === 0) return null
  return (
    <div className="footer-own">
      <span>{withColon(own.account, language)}</span>
      {links.map(([label, href]) => (
        <a key={label} href={href} rel="noopener noreferrer" aria-label={`${label}, ${own.account}`}>
          {label}
        </a>
      ))}
    </div>
  )
}
