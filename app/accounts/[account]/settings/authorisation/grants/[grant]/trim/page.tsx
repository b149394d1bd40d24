import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { choicesBelow } from '#lib/grant/terms.ts'
import { type Movable, TermsPage } from '../../../terms-page.tsx'
import { termsPageWords } from '../../../terms-words.ts'
import { TrimForm } from '../../../trim-form.tsx'

interface Props {
  readonly params: Promise<{ account: string; grant: string }>
}

export const generateMetadata = titled(termsPageWords, words => words.trim)

/** Leaves an access less of what it allows. */
export default function TrimPage({ params }: Props) {
  return (
    <TermsPage
      params={params}
      title={({ grant, language }) => termsPageWords[language].trimTitle(grant.partnerName)}
      hindered={nothingLess}
    >
      {movable => (
        <Card title={termsPageWords[movable.language].less}>
          <TrimForm {...movable} />
        </Card>
      )}
    </TermsPage>
  )
}

function nothingLess({ grant, language }: Movable): string | null {
  return choicesBelow(grant.scope).names.length > 0 ? null : termsPageWords[language].nothingLess
}
