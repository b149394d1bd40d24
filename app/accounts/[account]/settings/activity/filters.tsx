import { Card } from '#components/ui/card.tsx'
import { DateTimeField, SelectField, TextField } from '#components/ui/field.tsx'
import { FormActions } from '#components/ui/fieldset.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import type { HistoryFirm } from '#db/history/read.ts'
import { firmValue, type HistoryFilter, isFiltered, sides } from '#lib/history/filter.ts'
import { historyKinds } from '#lib/history/kinds.ts'
import { historyWords } from '#lib/history/words.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly filter: HistoryFilter
  readonly firms: readonly HistoryFirm[]
  readonly list: string
  readonly zone: string
  readonly language: Language
}

/** Everything that the history can be narrowed to, in one form that only changes the page's address. */
export function Filters({ filter, firms, list, zone, language }: Props) {
  const words = catalogue[language]
  const { kind, side } = historyWords[language]
  const firmOptions = [
    ...sides.map(value => ({ value: value as string, label: side[value] })),
    ...firms.map(firm => ({ value: `partner:${firm.slug}`, label: words.partner(firm.name) })),
  ]
  const dayHint = words.dayHint(zone.replaceAll('_', ' '))
  return (
    <Card className="no-print">
      <form method="get" action={list} className="form" aria-label={words.filter}>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          <SelectField
            name="kind"
            label={words.kind}
            emptyLabel={words.anyKind}
            defaultValue={filter.kind ?? ''}
            options={historyKinds.map(value => ({ value, label: kind[value] }))}
          />
          <SelectField
            name="firm"
            label={words.firm}
            emptyLabel={words.anyFirm}
            defaultValue={firmValue(filter)}
            options={firmOptions}
          />
          <TextField
            name="person"
            label={words.person}
            defaultValue={filter.person}
            placeholder={words.personHint}
            maxLength={100}
          />
          <DateTimeField name="from" type="date" label={words.from} defaultValue={filter.from ?? ''} />
          <DateTimeField name="to" type="date" label={words.to} defaultValue={filter.to ?? ''} />
          <TextField
            name="q"
            type="search"
            label={words.search}
            defaultValue={filter.search}
            placeholder={words.searchHint}
            maxLength={100}
          />
        </div>
        <FormActions>
          <button type="submit" className="button" data-variant="primary">
            {words.show}
          </button>
          {isFiltered(filter) && (
            <LinkButton href={list} variant="quiet">
              {words.clear}
            </LinkButton>
          )}
          <span className="text-muted text-[0.8125rem]">{dayHint}</span>
        </FormActions>
      </form>
    </Card>
  )
}
