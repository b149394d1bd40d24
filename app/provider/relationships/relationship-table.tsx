import { When } from '#components/time/when.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedRelationship } from '#db/provider/relationships.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface RelationshipTableProps {
  readonly relationships: readonly ListedRelationship[]
  readonly mayEnd: boolean
  readonly language: Language
  readonly zone: string
}

/** One row per channel relationship, with what would end with it. */
export function RelationshipTable({ relationships, mayEnd, language, zone }: RelationshipTableProps) {
  const words = catalogue[language]
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'partner', label: words.column.partner, rowHeading: true },
        { id: 'account', label: words.column.account },
        { id: 'state', label: words.column.state },
        { id: 'since', label: words.column.since },
        { id: 'grants', label: words.column.grants },
        { id: 'requests', label: words.column.requests },
        { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={relationships.map(one => ({
        key: one.id,
        cells: {
          partner: (
            <TwoLines
              first={<a href={`/provider/relationships/${one.id}`}>{one.partnerName}</a>}
              second={one.partnerCode}
            />
          ),
          account: one.accountName,
          state: <RelationshipState relationship={one} language={language} zone={zone} />,
          since: <When at={one.startedAt} zone={zone} language={language} day />,
          grants: cappedText(one.grants),
          requests: String(one.requests),
          acts: (
            <RowActions>
              <LinkButton
                href={`/provider/relationships/${one.id}`}
                size="small"
                label={words.detailsLabel(one.partnerName, one.accountName)}
              >
                {words.details}
              </LinkButton>
              {mayEnd && !one.endedAt && (
                <LinkButton
                  href={`/provider/relationships/${one.id}/end`}
                  size="small"
                  variant="danger-quiet"
                  label={words.endLabel(one.partnerName, one.accountName)}
                >
                  {words.end}
                </LinkButton>
              )}
            </RowActions>
          ),
        },
      }))}
    />
  )
}

interface RelationshipStateProps {
  readonly relationship: Pick<ListedRelationship, 'endedAt' | 'endedBy'>
  readonly language: Language
  readonly zone: string
}

export function RelationshipState({ relationship, language, zone }: RelationshipStateProps) {
  const words = catalogue[language]
  const { endedAt, endedBy } = relationship
  if (!endedAt)
    return (
      <Badge tone="success" icon="link">
        {words.state.running}
      </Badge>
    )
  return (
    <TwoLines
      first={
        <Badge tone="neutral" icon="ban">
          {words.state.ended}
        </Badge>
      }
      second={
        <>
          <When at={endedAt} zone={zone} language={language} /> {endedBy && words.by(endedBy)}
        </>
      }
    />
  )
}
