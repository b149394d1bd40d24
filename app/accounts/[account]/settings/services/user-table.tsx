import { Address } from '#components/ui/address.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { SeenEndUser } from '#db/account/end-users.ts'
import { levelName, productName } from '#lib/account/words.ts'
import type { Language } from '#lib/language.ts'
import { MemberState } from '../member-acts.tsx'
import { words as catalogue } from './words.ts'

interface Props {
  readonly users: readonly SeenEndUser[]
  readonly list: string
  readonly edits: boolean
  readonly language: Language
}

/** The account's end users with product, level and extension. */
export function UserTable({ users, list, edits, language }: Props) {
  const words = catalogue[language]
  const { column } = words
  return (
    <Table
      caption={words.users}
      hideCaption
      className="even-columns"
      columns={[
        { id: 'person', label: column.person, rowHeading: true },
        { id: 'extension', label: column.extension },
        { id: 'level', label: column.level },
        { id: 'product', label: column.product },
        { id: 'state', label: column.state },
        { id: 'act', label: column.act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={users.map(one => ({
        key: one.id,
        faded: one.state === 'disabled',
        cells: {
          person: <TwoLines first={one.name} second={<Address>{one.email}</Address>} />,
          extension: one.extension || '–',
          level: levelName(one.level, language),
          product: productName(one.product, language),
          state: <MemberState state={one.state} language={language} />,
          act: (
            <RowActions>
              <LinkButton
                href={`${list}/users/${one.id}`}
                size="small"
                label={(edits ? words.editNamed : words.openNamed)(one.name)}
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
