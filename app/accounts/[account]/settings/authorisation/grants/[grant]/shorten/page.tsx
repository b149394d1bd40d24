import { titled } from '#app/_server/titled.ts'
import { Card } from '#components/ui/card.tsx'
import { ShortenForm } from '../../../shorten-form.tsx'
import { TermsPage } from '../../../terms-page.tsx'
import { termsPageWords } from '../../../terms-words.ts'

interface Props {
  readonly params: Promise<{ account: string; grant: string }>
}

export const generateMetadata = titled(termsPageWords, words => words.shorten)

/** Gives an access an earlier end, or one at all. */
export default function ShortenPage({ params }: Props) {
  return (
    <TermsPage
      params={params}
      title={({ grant, language }) => termsPageWords[language].shortenTitle(grant.partnerName)}
      hindered={() => null}
    >
      {movable => (
        <Card title={termsPageWords[movable.language].newEnd}>
          <ShortenForm {...movable} />
        </Card>
      )}
    </TermsPage>
  )
}
