import { Card } from '#components/ui/card.tsx'
import { DateTimeField, SelectField, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Search } from '#components/ui/search.tsx'
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
  const { filter, list, language } = props
  const words = catalogue[language]
  const { kind, person, from, to } = filter
  const firm = firmValue(filter)
  const keep = { kind: kind ?? '', firm, person, from: from ?? '', to: to ?? '' }
  const kept = Object.entries(keep).filter(([, value]) => value !== '')
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
      <details className="disclosure no-print" open={kept.length > 0 || filter.misread.length > 0}>
        <summary>{words.filter}</summary>
        <Card className="mt-3">
          <FilterForm {...props} />
        </Card>
      </details>
      {isFiltered(filter) && (
        <p className="hidden print:block">{words.filtered(filterTexts(props).join(' · '))}</p>
      )}
    </>
  )
}

function FilterForm({ filter, firms, list, zone, language }: Props) {
  const words = catalogue[language]
  const { kind } = historyWords[language]
  const dayHint = words.dayHint(zoneText(zone, language))
  return (
    <form method="get" action={list} className="form" aria-label={words.filter}>
      {filter.search && <input type="hidden" name="q" value={filter.search} />}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          name="kind"
          label={words.kind}
          emptyLabel={words.anyKind}
          defaultValue={filter.kind ?? ''}
          options={historyKinds.map(value => ({ value, label: kind[value] }))}
        />
        {firms && (
          <SelectField
            name="firm"
            label={words.firm}
            emptyLabel={words.anyFirm}
            defaultValue={firmValue(filter)}
            options={firmOptions(firms, language)}
          />
        )}
        <TextField
          name="person"
          label={words.person}
          defaultValue={filter.person}
          placeholder={words.personHint}
          maxLength={100}
        />
        <DateTimeField name="from" type="date" label={words.from} defaultValue={filter.from ?? ''} />
        <DateTimeField name="to" type="date" label={words.to} defaultValue={filter.to ?? ''} />
      </div>
      <p className="field-hint">{dayHint}</p>
      <FormActions>
        <button type="submit" className="button" data-variant="primary">
          {words.show}
        </button>
        {isFiltered(filter) && (
          <LinkButton href={list} variant="quiet">
            {words.clear}
          </LinkButton>
        )}
      </FormActions>
    </form>
  )
}

function firmOptions(firms: readonly HistoryFirm[], language: Language) {
  const { side } = historyWords[language]
  const { partner } = catalogue[language]
  return [
    ...sides.map(value => ({ value: value as string, label: side[value] })),
    ...firms.map(firm => ({ value: `partner:${firm.slug}`, label: partner(firm.name) })),
  ]
}

/** What the history is narrowed to, for a page on paper. */
function filterTexts({ filter, firms, language }: Props): readonly string[] {
  const words = catalogue[language]
  const firm = firmOptions(firms ?? [], language).find(option => option.value === firmValue(filter))
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
