'use client'

import { useEffect, useState } from 'react'
import { PlainPage } from '#components/frame/plain-page.tsx'

interface Known {
  readonly name: string
  /** What its support is called; the brand itself where it has no name of its own. */
  readonly support: string
  readonly email: string
  readonly phone: string
}

/**
 * Something failed on our side. Says it in both languages, since what failed may be what knows the reader's; the brand
 * is read from the page around it, which was there before.
 */
export default function Failed({ error }: { error: Error & { digest?: string } }) {
  const [brand, setBrand] = useState<Known | null>(null)
  useEffect(() => {
    const { brand: name = '', supportName, supportEmail, supportPhone } = document.body.dataset
    if (name)
      setBrand({ name, support: supportName || name, email: supportEmail ?? '', phone: supportPhone ?? '' })
  }, [])
  return (
    <PlainPage
      icon="warning"
      title="Something went wrong · Une erreur est survenue"
      reference={error.digest}
      actions={
        <a className="button" data-variant="primary" href="/">
          Reload · Recharger
        </a>
      }
      head={brand && <Mark name={brand.name} />}
      foot={brand && <Support {...brand} />}
    >
      <p>Nothing was changed. Please try again in a moment.</p>
      <p lang="fr">Rien n’a été modifié. Veuillez réessayer dans un instant.</p>
    </PlainPage>
  )
}

function Mark({ name }: { name: string }) {
  return (
    <picture>
      <source media="screen and (prefers-color-scheme: dark)" srcSet="/brand/logo-dark" />
      <img src="/brand/logo" alt={name} className="brand-mark-logo" height={28} />
    </picture>
  )
}

function Support({ support, email, phone }: Known) {
  return (
    <footer className="footer">
      <div className="footer-support">
        <span>
          Support · <span lang="fr">Soutien</span>: {support}
        </span>
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
      </div>
    </footer>
  )
}
