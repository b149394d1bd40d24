import { Address } from '#components/ui/address.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import { Code } from '#components/ui/text.tsx'
import type { ListedDomain } from '#db/branding-domain/reads.ts'
import { type Language, languageNames } from '#lib/language.ts'
import { Swatch } from './swatch.tsx'
import { words as catalogue } from './words.ts'

/** One row per branding domain, those in use first. */
export function DomainTable({ domains, language }: { domains: readonly ListedDomain[]; language: Language }) {
  const words = catalogue[language]
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'name', label: words.column.name, rowHeading: true },
        { id: 'state', label: words.column.state },
        { id: 'look', label: words.column.look },
        { id: 'language', label: words.column.language },
        { id: 'sender', label: words.column.sender },
        { id: 'people', label: words.column.people },
        { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={domains.map(one => ({
        key: one.id,
        faded: one.retiredAt !== null,
        cells: {
          name: <TwoLines first={<a href={`/provider/domains/${one.id}`}>{one.name}</a>} second={one.host} />,
          state: <DomainState domain={one} language={language} />,
          look: <Swatch colour={one.accent} />,
          language: <span lang={one.defaultLanguage}>{languageNames[one.defaultLanguage]}</span>,
          sender: (
            <Code>
              <Address>{one.senderAddress}</Address>
            </Code>
          ),
          people: words.people(one.people),
          acts: (
            <RowActions>
              <LinkButton href={`/provider/domains/${one.id}`} size="small" label={words.openLabel(one.name)}>
                {words.open}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}

interface DomainStateProps {
  readonly domain: Pick<ListedDomain, 'retiredAt' | 'successorName'>
  readonly language: Language
}

export function DomainState({ domain: { retiredAt, successorName }, language }: DomainStateProps) {
  const words = catalogue[language]
  if (!retiredAt)
    return (
      <Badge tone="success" icon="globe">
        {words.state.live}
      </Badge>
    )
  return (
    <TwoLines
      first={
        <Badge tone="neutral" icon="ban">
          {words.state.retired}
        </Badge>
      }
      second={successorName && words.successor(successorName)}
    />
  )
}
