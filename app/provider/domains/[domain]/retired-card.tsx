import { Once } from '#app/_server/once.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { BrandingDomain } from '#db/branding-domain/reads.ts'
import type { Language } from '#lib/language.ts'
import { restore } from '../actions.ts'
import { retireWords } from '../retire-words.ts'
import { words as catalogue } from '../words.ts'

interface RetiredCardProps {
  readonly domain: BrandingDomain
  readonly at: Date
  readonly zone: string
  readonly administrates: boolean
  readonly language: Language
}

/** Where a retired domain leads, what its retirement moved, and what comes back with it. */
export function RetiredCard({ domain, at, zone, administrates, language }: RetiredCardProps) {
  const words = catalogue[language]
  const restoring = retireWords[language].restore
  const successor = domain.successorName ?? ''
  const { movedAccounts, movedPeople, returning } = domain
  const moved =
    movedAccounts === null || movedPeople === null
      ? []
      : [restoring.moved(movedAccounts, movedPeople, successor)]
  return (
    <Card title={words.state.retired}>
      <Facts
        items={[
          { term: words.since, value: <When at={at} zone={zone} language={language} /> },
          {
            term: words.leadsTo,
            value: <a href={`/provider/domains/${domain.successorId}`}>{successor}</a>,
          },
        ]}
      />
      {!administrates && moved.map(one => <p key={one}>{one}</p>)}
      {administrates && (
        <Form action={restore} label={words.restore}>
          <Once />
          <input type="hidden" name="domain" value={domain.id} />
          <ul className="list-disc ps-5">
            {[...moved, restoring.host, restoring.accounts(returning), restoring.people(successor)].map(
              one => (
                <li key={one}>{one}</li>
              ),
            )}
          </ul>
          <FormActions>
            <SubmitButton variant="secondary">{words.restore}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}
