import { PlaceState } from '#components/person/place-state.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { Colleague } from '#db/partner/staff-list.ts'
import type { Language } from '#lib/language.ts'
import { staffWords } from '#lib/partner/words.ts'
import { words as catalogue } from './words.ts'
import { worksOn } from './works-on.ts'

interface StaffTableProps {
  readonly colleagues: readonly Colleague[]
  readonly list: string
  readonly language: Language
  readonly zone: string
}

/** One row for each of the firm's people. */
export function StaffTable({ colleagues, list, language, zone }: StaffTableProps) {
  const words = catalogue[language]
  const { column } = words
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'name', label: column.name, rowHeading: true },
        { id: 'role', label: column.role },
        { id: 'state', label: column.state },
        { id: 'customers', label: column.customers },
        { id: 'lastSignIn', label: column.lastSignIn },
        { id: 'acts', label: column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={colleagues.map(one => ({
        key: one.id,
        cells: {
          name: (
            <TwoLines
              first={
                <>
                  <a href={`${list}/${one.id}`}>{one.name}</a>
                  {one.isSelf && ` (${words.you})`}
                </>
              }
              second={<Address>{one.email}</Address>}
            />
          ),
          role: staffWords[language].role[one.role],
          state: <PlaceState state={one.state} label={staffWords[language].state[one.state]} />,
          customers: worksOn(one, language),
          lastSignIn: one.lastSignInAt ? (
            <When at={one.lastSignInAt} zone={zone} language={language} />
          ) : (
            words.never
          ),
          acts: (
            <RowActions>
              <LinkButton href={`${list}/${one.id}`} size="small" label={words.detailsOf(one.name)}>
                {words.details}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}
