import { agoPiece } from '#components/time/piece.ts'
import { LongTable } from '#components/ui/long-table.tsx'
import type { AuthorisedPerson } from '#db/account/authorised.ts'
import { moduleName, placeWords } from '#lib/access/place-words.ts'
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
    <LongTable
      caption={words.people}
      columns={[
        { id: 'who', label: words.column.who, rowHeading: true },
        { id: 'roles', label: words.column.roles },
        { id: 'signIn', label: words.column.signIn },
      ]}
      rows={people.map(person => ({
        cells: {
          who: [person.name, person.email],
          roles: person.via
            ? [words.via(person.via), placeWords[language].asOwner]
            : [placeWords[language].kind[person.kind], named(person, language)],
          signIn: person.lastSignInAt ? agoPiece(person.lastSignInAt, now, zone, language) : words.never,
        },
      }))}
    />
  )
}

function named(person: AuthorisedPerson, language: Language): string {
  const roles = person.roles.filter(isRole).map(role => placeWords[language].role[role])
  return plainList(
    [...roles, ...person.modules.filter(isModule).map(module => moduleName(module, language))],
    language,
  )
}
