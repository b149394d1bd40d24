import { PlaceState } from '#components/person/place-state.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedPlatformUser } from '#db/provider/people.ts'
import { letterText } from '#lib/delivery/letter-text.ts'
import type { Language } from '#lib/language.ts'
import { platformWords } from '#lib/platform/words.ts'
import { words as catalogue } from './words.ts'

interface UserTableProps {
  readonly users: readonly ListedPlatformUser[]
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** One row for each of the provider's own people. */
export function UserTable({ users, language, zone, now }: UserTableProps) {
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
        { id: 'lastSignIn', label: column.lastSignIn },
        { id: 'letter', label: column.letter },
        { id: 'acts', label: column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={users.map(user => ({
        key: user.id,
        cells: {
          name: (
            <TwoLines
              first={
                <>
                  <a href={`/provider/people/${user.id}`}>{user.name}</a>
                  {user.isSelf && ` (${words.you})`}
                </>
              }
              second={<Address>{user.email}</Address>}
            />
          ),
          role: platformWords[language].role[user.role],
          state: <PlaceState state={user.state} label={platformWords[language].state[user.state]} />,
          lastSignIn: user.lastSignInAt ? (
            <When at={user.lastSignInAt} zone={zone} language={language} />
          ) : (
            words.never
          ),
          letter: letterText(user.letter, now, language)?.text ?? words.noLetter,
          acts: (
            <RowActions>
              <LinkButton
                href={`/provider/people/${user.id}`}
                size="small"
                label={words.detailsOf(user.name)}
              >
                {words.details}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}
