import { DateTimeField, SelectField, TextField } from '#components/ui/field.tsx'
import { Narrowing } from '#components/ui/narrowing.tsx'
import type { HistoryFirm } from '#lib/history/entry.ts'
import { firmValue, type HistoryFilter, isFiltered, sides } from '#lib/history/filter.ts'
import { historyKinds } from '#lib/history/kinds.ts'
import { historyWords } from '#lib/history/words.ts'
import type { Language } from '#lib/language.ts'
import { zoneText } from '#lib/person/time-zones.ts'
import { historyPageWords as catalogue } from './words.ts'

interface Props {
  readonly filter: HistoryFilter
  /** The partners to choose from; null where the history is not narrowed by who is involved. */
  readonly firms: readonly HistoryFirm[] | null
  readonly list: string
  readonly zone: string
  readonly language: Language
}

/** Everything that the history can be narrowed to; all of it only changes the page's address. */
export function Filters(props: Props) {
  const { filter, firms, list, zone, language } = props
  const words = catalogue[language]
  const { kind, person, from, to } = filter
  const keep = { kind: kind ?? '', firm: firmValue(filter), person, from: from ?? '', to: to ?? '' }
  return (
    <>
      <Narrowing
        words={words}
        list={list}
        search={filter.search}
        keep={keep}
        misread={filter.misread.map(part => words.misread[part])}
        open={Object.values(keep).some(value => value !== '') || filter.misread.length > 0}
        narrowed={isFiltered(filter)}
        hint={words.dayHint(zoneText(zone, language))}
      >
        <SelectField
          name="kind"
          label={words.kind}
          emptyLabel={words.anyKind}
          defaultValue={keep.kind}
          options={historyKinds.map(value => ({ value, label: historyWords[language].kind[value] }))}
        />
        {firms && (
          <SelectField
            name="firm"
            label={words.firm}
            emptyLabel={words.anyFirm}
            defaultValue={keep.firm}
            options={firmOptions(firms, filter, language)}
          />
        )}
        <TextField
          name="person"
          label={words.person}
          defaultValue={person}
          placeholder={words.personHint}
          maxLength={100}
        />
        <DateTimeField name="from" type="date" label={words.from} defaultValue={keep.from} />
        <DateTimeField name="to" type="date" label={words.to} defaultValue={keep.to} />
      </Narrowing>
      {isFiltered(filter) && (
        <p className="hidden print:block">{words.filtered(filterTexts(props).join(' · '))}</p>
      )}
    </>
  )
}

/** A firm that the address names and that has nothing here is called as it is there: the list is narrowed to it all the same. */
function firmOptions(firms: readonly HistoryFirm[], { partner: asked }: HistoryFilter, language: Language) {
  const { side } = historyWords[language]
  const { partner } = catalogue[language]
  return [
    ...sides.map(value => ({ value: value as string, label: side[value] })),
    ...firms.map(firm => ({ value: `partner:${firm.slug}`, label: partner(firm.name) })),
    ...(asked && firms.every(firm => firm.slug !== asked)
      ? [{ value: `partner:${asked}`, label: partner(asked) }]
      : []),
  ]
}

/** What the history is narrowed to, for a page on paper. */
function filterTexts({ filter, firms, language }: Props): readonly string[] {
  const words = catalogue[language]
  const firm = firmOptions(firms ?? [], filter, language).find(option => option.value === firmValue(filter))
  const texts = [
    filter.kind && historyWords[language].kind[filter.kind],
    firm?.label,
    filter.person,
    filter.from && `${words.from} ${filter.from}`,
    filter.to && `${words.to} ${filter.to}`,
    filter.search,
  ]
  return texts.flatMap(text => (text ? [text] : []))
}
