import { stateText } from '#components/sending/state-badge.tsx'
import { DateTimeField, SelectField } from '#components/ui/field.tsx'
import { Narrowing } from '#components/ui/narrowing.tsx'
import { faxDirections, faxStates } from '#lib/fax/fax.ts'
import { type FaxFilter, isNarrowed } from '#lib/fax/filter.ts'
import { faxWords } from '#lib/fax/words.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { words as catalogue } from './words.ts'

interface FaxFiltersProps {
  readonly filter: FaxFilter
  readonly list: string
  /** Where the account is. */
  readonly zone: string
  readonly language: Language
}

/** Everything that the list of faxes can be narrowed to; all of it only changes the page's address. */
export function FaxFilters({ filter, list, zone, language }: FaxFiltersProps) {
  const words = catalogue[language]
  const { direction } = faxWords[language]
  const of = {
    direction: filter.direction ?? '',
    state: filter.state ?? '',
    from: filter.from ?? '',
    to: filter.to ?? '',
  }
  return (
    <Narrowing
      words={words}
      list={list}
      search={filter.search}
      keep={of}
      misread={filter.misread.map(part => words.misread[part])}
      open={Object.values(of).some(value => value !== '') || filter.misread.length > 0}
      narrowed={isNarrowed(filter)}
      hint={words.dayHint(zoneText(zone, language))}
    >
      <SelectField
        name="direction"
        label={words.direction}
        emptyLabel={words.anyDirection}
        defaultValue={of.direction}
        options={faxDirections.map(value => ({ value, label: direction[value] }))}
      />
      <SelectField
        name="state"
        label={words.state}
        emptyLabel={words.anyState}
        defaultValue={of.state}
        options={faxStates.map(value => ({ value, label: stateText(value, language) }))}
      />
      <DateTimeField name="from" type="date" label={words.from} defaultValue={of.from} />
      <DateTimeField name="to" type="date" label={words.to} defaultValue={of.to} />
    </Narrowing>
  )
}
