import { DateTimeField, SelectField } from '#components/ui/field.tsx'
import { Narrowing } from '#components/ui/narrowing.tsx'
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
export function CallFilters({ filter, numbers, list, zone, language }: CallFiltersProps) {
  const words = catalogue[language]
  const { direction, result } = callWords[language]
  const of = {
    direction: filter.direction ?? '',
    result: filter.result ?? '',
    number: filter.number,
    from: filter.from ?? '',
    to: filter.to ?? '',
  }
  return (
    <Narrowing
      words={words}
      list={list}
      search={filter.search}
      keep={{ log: filter.kind === 'switch' ? 'switch' : '', ...of }}
      misread={filter.misread.map(part => words.misread[part])}
      open={Object.values(of).some(value => value !== '') || filter.misread.length > 0}
      narrowed={isNarrowed(filter)}
      hidden={filter.kind === 'switch' && <input type="hidden" name="log" value="switch" />}
      hint={words.dayHint(zoneText(zone, language))}
    >
      <SelectField
        name="direction"
        label={words.direction}
        emptyLabel={words.anyDirection}
        defaultValue={of.direction}
        options={directions.map(value => ({ value, label: direction[value] }))}
      />
      <SelectField
        name="result"
        label={words.result}
        emptyLabel={words.anyResult}
        defaultValue={of.result}
        options={results.map(value => ({ value, label: result[value] }))}
      />
      <SelectField
        name="number"
        label={words.number}
        emptyLabel={words.anyNumber}
        defaultValue={of.number}
        options={numbers.map(({ digits, number, label }) => ({
          value: digits,
          label: label ? `${number} (${label})` : number,
        }))}
      />
      <DateTimeField name="from" type="date" label={words.from} defaultValue={of.from} />
      <DateTimeField name="to" type="date" label={words.to} defaultValue={of.to} />
    </Narrowing>
  )
}
