import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { AssignedGrant } from '#db/assignment/by-staff.ts'
import { partScopeText } from '#lib/access/scope-words.ts'
import type { Language } from '#lib/language.ts'
import { assignmentPageWords } from '../../assignment-page-words.ts'
import { deskWords } from '../../words.ts'
import { words as catalogue } from '../words.ts'

interface Props {
  readonly assigned: readonly AssignedGrant[]
  /** The firm's desk. */
  readonly root: string
  readonly staffId: string
  readonly language: Language
  readonly zone: string
}

/** Which of the firm's access a technician works under, for its administrators. */
export function AssignedCard({ assigned, root, staffId, language, zone }: Props) {
  const words = catalogue[language]
  const assign = (
    <LinkButton href={`${root}/staff/${staffId}/assign`} variant="secondary">
      {words.assign}
    </LinkButton>
  )
  if (assigned.length === 0)
    return (
      <Card title={words.assigned}>
        <EmptyState title={words.unassigned} actions={assign}>
          <p>{words.unassignedText}</p>
        </EmptyState>
      </Card>
    )
  return (
    <Card title={words.assigned} description={words.assignedText} actions={assign} flush>
      <AssignedTable {...{ assigned, root, language, zone }} />
    </Card>
  )
}

function AssignedTable({ assigned, root, language, zone }: Omit<Props, 'staffId'>) {
  const { column, assigned: caption } = catalogue[language]
  const words = assignmentPageWords[language]
  const at = (date: Date) => <When at={date} zone={zone} language={language} />
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { id: 'customer', label: column.customer, rowHeading: true },
        { id: 'scope', label: words.scope },
        { id: 'until', label: words.until },
        { id: 'since', label: words.since },
      ]}
      rows={assigned.map(({ id, accountName, state, held, scope }) => ({
        key: id,
        cells: {
          customer: (
            <TwoLines
              first={<a href={`${root}/grants/${id}`}>{accountName}</a>}
              second={state !== 'active' && deskWords[language].state[state]}
            />
          ),
          scope: held.scope ? partScopeText(held.scope, scope, language) : words.whole,
          until: held.endsAt ? at(held.endsAt) : words.wholeTime,
          since: <TwoLines first={at(held.since)} second={words.by(held.by)} />,
        },
      }))}
    />
  )
}
