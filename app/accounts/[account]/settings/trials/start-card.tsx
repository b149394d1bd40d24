import { Once } from '#app/_server/once.tsx'
import { Card } from '#components/ui/card.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { Form } from '#components/ui/form.tsx'
import { NothingFound } from '#components/ui/nothing-found.tsx'
import { Search } from '#components/ui/search.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { offersAtOnce, type SeenOffer } from '#db/subscription/offers.ts'
import { fieldLabels } from '#lib/form-fields.ts'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { start } from './actions.ts'
import { words as catalogue } from './words.ts'

interface Props {
  /** What the account can still try out, as far as it was looked for. */
  readonly offers: readonly SeenOffer[]
  readonly search: string
  readonly list: string
  readonly accountId: string
  readonly language: Language
}

/** What only the provider sees: the beginning of a trial. */
export function StartCard({ offers, search, list, accountId, language }: Props) {
  const words = catalogue[language]
  const isMore = offers.length > offersAtOnce
  return (
    <Card title={words.start} description={words.startText}>
      {(isMore || search !== '') && (
        <Search label={words.find} value={search} button={words.search} action={list} />
      )}
      {offers.length === 0 ? (
        <NothingFound title={words.nothing} list={list} showAll={words.showAll} />
      ) : (
        <Form action={start} label={words.start} labels={fieldLabels({ offer: words.offer }, language)}>
          <Once />
          <input type="hidden" name="account" value={accountId} />
          <SelectField
            name="offer"
            label={words.offer}
            hint={isMore ? words.only(wholeNumber(offersAtOnce, language)) : undefined}
            emptyLabel={words.choose}
            options={offers.slice(0, offersAtOnce).map(({ id, name, trialDays }) => ({
              value: id,
              label: words.option(name, wholeNumber(trialDays, language), trialDays),
            }))}
          />
          <FormActions>
            <SubmitButton pendingLabel={words.starting}>{words.button}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Card>
  )
}
