import { Card } from '#components/ui/card.tsx'
import { DateTimeField, SelectField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Search } from '#components/ui/search.tsx'
import type { OwnNumber } from '#db/call-log/reads.ts'
import { type CallFilter, isNarrowed } from '#lib/call-log/filter.ts'
import { directions, results } from '#lib/call-log/record.ts'
import { callWords } from '#lib/call-log/words.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { words as catalogue } from './words.ts'

interface CallFiltersProps {
  readonly filter: CallFilter
  readonly numbers: readonly OwnNumber[]
  readonly list: string
  /** Where the account is. */
  readonly zone: string
  readonly language: Language
}

/** Everything that the call log can be narrowed to; all of it only changes the page's address. */
export function CallFilters(props: CallFiltersProps) {
  const { filter, list, language } = props
  const words = catalogue[language]
  const keep = {
    log: filter.kind === 'switch' ? 'switch' : '',
    direction: filter.direction ?? '',
    result: filter.result ?? '',
    number: filter.number,
    from: filter.from ?? '',
    to: filter.to ?? '',
  }
  const kept = Object.entries(keep).filter(([, value]) => value !== '')
  const open = kept.some(([name]) => name !== 'log') || filter.misread.length > 0
  return (
    <>
      <Search
        label={words.search}
        value={filter.search}
        button={words.find}
        action={list}
        keep={Object.fromEntries(kept)}
      />
      {filter.misread.length > 0 && (
        <Notice tone="warning">{filter.misread.map(part => words.misread[part]).join(' ')}</Notice>
      )}
      <details className="disclosure no-print" open={open}>
        <summary>{words.filter}</summary>
        <Card className="mt-3">
          <FilterForm {...props} />
        </Card>
      </details>
    </>
  )
}

function FilterForm({ filter, numbers, list, zone, language }: CallFiltersProps) {
  const words = catalogue[language]
  const { direction, result } = callWords[language]
  return (
    <form method="get" action={list} className="form" aria-label={words.filter}>
      {filter.kind === 'switch' && <input type="hidden" name="log" value="switch" />}
      {filter.search && <input type="hidden" name="q" value={filter.search} />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          name="direction"
          label={words.direction}
          emptyLabel={words.anyDirection}
          defaultValue={filter.direction ?? ''}
          options={directions.map(value => ({ value, label: direction[value] }))}
        />
        <SelectField
          name="result"
          label={words.result}
          emptyLabel={words.anyResult}
          defaultValue={filter.result ?? ''}
          options={results.map(value => ({ value, label: result[value] }))}
        />
        <SelectField
          name="number"
          label={words.number}
          emptyLabel={words.anyNumber}
          defaultValue={filter.number}
          options={numbers.map(({ digits, number, label }) => ({
            value: digits,
            label: label ? `${number} (${label})` : number,
          }))}
        />
        <DateTimeField name="from" type="date" label={words.from} defaultValue={filter.from ?? ''} />
        <DateTimeField name="to" type="date" label={words.to} defaultValue={filter.to ?? ''} />
      </div>
      <p className="field-hint">{words.dayHint(zoneText(zone, language))}</p>
      <FormActions>
        <button type="submit" className="button" data-variant="primary">
          {words.show}
        </button>
        {isNarrowed(filter) && (
          <LinkButton href={list} variant="quiet">
            {words.clear}
          </LinkButton>
        )}
      </FormActions>
    </form>
  )
}
