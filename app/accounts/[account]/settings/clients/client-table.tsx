import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedClient } from '#db/account/client-list.ts'
import { productNames } from '#lib/account/words.ts'
import { dateOnly } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly clients: readonly ListedClient[]
  /** The parent, by name. */
  readonly parent: string
  readonly language: Language
  readonly zone: string
}

/** The client accounts of an account: what they have, who decides there, and the way in for those who may go there. */
export function ClientTable({ clients, ...shown }: Props) {
  const { column, list } = catalogue[shown.language]
  return (
    <Table
      caption={list}
      hideCaption
      columns={[
        { id: 'client', label: column.client, rowHeading: true },
        { id: 'products', label: column.products },
        { id: 'who', label: column.who },
        { id: 'state', label: column.state },
        { id: 'firms', label: column.firms },
        { id: 'act', label: column.act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={clients.map(client => rowOf(client, shown))}
    />
  )
}

function rowOf(client: ListedClient, { parent, language, zone }: Omit<Props, 'clients'>) {
  const words = catalogue[language]
  const { slug, name, enters } = client
  const since = words.since(dateOnly(client.createdAt, zone, language))
  return {
    key: client.id,
    cells: {
      client: <TwoLines first={name} second={enters ? since : `${since}. ${words.notYours}.`} />,
      products: productNames(client.products, language),
      who: <TwoLines first={words.own(client.deciders)} second={client.decided && words.parent(parent)} />,
      state: <State client={client} language={language} />,
      firms: words.firms(client.firms),
      act: enters && (
        <RowActions>
          <LinkButton href={`/accounts/${slug}`} size="small" label={words.openNamed(name)}>
            {words.open}
          </LinkButton>
        </RowActions>
      ),
    },
  }
}

function State({ client, language }: { client: ListedClient; language: Language }) {
  const words = catalogue[language]
  if (client.deciders === 0 && client.invited) return <Badge tone="info">{words.state.waiting}</Badge>
  if (client.decided) return <Badge tone="success">{words.state.decided}</Badge>
  return (
    <TwoLines first={<Badge tone="warning">{words.state.undecided}</Badge>} second={words.undecidedText} />
  )
}
