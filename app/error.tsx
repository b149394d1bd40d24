'use client'

import { PlainPage } from '#components/frame/plain-page.tsx'

/** Something failed on our side. Says it in both languages, since what failed may be what knows the reader's. */
export default function Failed({ error }: { error: Error & { digest?: string } }) {
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
    >
      <p>Nothing was changed. Please try again in a moment.</p>
      <p lang="fr">Rien n’a été modifié. Veuillez réessayer dans un instant.</p>
    </PlainPage>
  )
}
