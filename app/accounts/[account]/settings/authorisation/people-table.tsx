import { Ago } from '#components/time/when.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { AuthorisedPerson } from '#db/account/authorised.ts'
import { isModule, isRole } from '#lib/access/roles.ts'
import { plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface PeopleTableProps {
  readonly people: readonly AuthorisedPerson[]
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** The account's own people and its parent's who act here, since the question is who may get in, not only which partner. */
export function PeopleTable({ people, language, zone, now }: PeopleTableProps) {
  const words = catalogue[language]
  return (
    <Table
      caption={words.people}
      hideCaption
      columns={[
        { id: 'who', label: words.column.who, rowHeading: true },
        { id: 'roles', label: words.column.roles },
        { id: 'signIn', label: words.column.signIn },
      ]}
      rows={people.map(person => ({
        key: `${person.email}-${person.kind}`,
        cells: {
          who: <TwoLines first={person.name} second={person.email} />,
          roles: (
            <TwoLines
              first={person.via ? words.via(person.via) : words.kind[person.kind]}
              second={person.via ? words.asOwner : named(person, language)}
            />
          ),
          signIn: person.lastSignInAt ? (
            <Ago at={person.lastSignInAt} now={now} zone={zone} language={language} />
          ) : (
            words.never
          ),
        },
      }))}
    />
  )
}

function named(person: AuthorisedPerson, language: Language): string {
  const words = catalogue[language]
  const roles = person.roles.filter(isRole).map(role => words.role[role])
  return plainList(
    [...roles, ...person.modules.filter(isModule).map(module => words.module[module])],
    language,
  )
}
