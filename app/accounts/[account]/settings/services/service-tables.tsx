import { Card } from '#components/ui/card.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table } from '#components/ui/table.tsx'
import { Code } from '#components/ui/text.tsx'
import type { SeenService } from '#db/account/services.ts'
import { accountWords, productName } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { ServiceState } from './service-state.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly services: readonly SeenService[]
  readonly list: string
  readonly edits: boolean
  readonly language: Language
}

/** One card a product, in the order in which the services come. */
export function ServiceTables({ services, ...shown }: Props) {
  const products = [...new Set(services.map(one => one.product))]
  return products.map(product => (
    <Card key={product} title={productName(product, shown.language)} flush>
      <ServiceTable services={services.filter(one => one.product === product)} product={product} {...shown} />
    </Card>
  ))
}

function ServiceTable({ services, product, list, edits, language }: Props & { readonly product: string }) {
  const words = catalogue[language]
  const { column } = words
  const { kind } = accountWords[language]
  return (
    <Table
      caption={productName(product, language)}
      hideCaption
      className="even-columns"
      columns={[
        { id: 'identifier', label: column.identifier, rowHeading: true },
        { id: 'kind', label: column.kind },
        { id: 'label', label: column.label },
        { id: 'forwardTo', label: column.forwardTo },
        { id: 'state', label: column.state },
        { id: 'act', label: column.act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={services.map(one => ({
        key: one.id,
        faded: !one.enabled,
        cells: {
          identifier: one.kind === 'number' ? one.identifier : <Code>{one.identifier}</Code>,
          kind: kind[one.kind],
          label: one.label || '–',
          forwardTo: one.forwardTo || '–',
          state: <ServiceState enabled={one.enabled} waiting={one.waiting} language={language} />,
          act: (
            <RowActions>
              <LinkButton
                href={`${list}/${one.id}`}
                size="small"
                label={(edits ? words.editNamed : words.openNamed)(one.identifier)}
              >
                {edits ? words.edit : words.open}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}
