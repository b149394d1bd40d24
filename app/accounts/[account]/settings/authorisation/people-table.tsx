import { agoPiece } from '#components/time/piece.ts'
import { Card } from '#components/ui/card.tsx'
import { LongTable } from '#components/ui/long-table.tsx'
import type { AuthorisedPerson } from '#db/account/authorised.ts'
import { actsAs, moduleName, placeWords } from '#lib/access/place-words.ts'
import { isEndUserLevel } from '#lib/access/products.ts'
import { isModule, isRole } from '#lib/access/roles.ts'
import { levelName } from '#lib/account/words.ts'
import { phraseList, plainList } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface PeopleTableProps {
  readonly people: readonly AuthorisedPerson[]
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/**
 * The account's own people and its parent's who act here, since the question is who may get in, not only which partner. End
 * users who administer nothing are many and are counted below.
 */
function PeopleTable({ people, language, zone, now }: PeopleTableProps) {
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
            ? [words.via(person.via), fromParent(person, language)]
            : [placeWords[language].kind[person.kind], named(person, language)],
          signIn: person.lastSignInAt ? agoPiece(person.lastSignInAt, now, zone, language) : words.never,
        },
      }))}
    />
  )
}

/** As whom somebody of the parent account acts here. */
function fromParent({ roles }: AuthorisedPerson, language: Language): string {
  const words = placeWords[language]
  return words.fromParent(
    phraseList(
      actsAs(roles).map(role => words.role[role]),
      language,
    ),
  )
}

function named(person: AuthorisedPerson, language: Language): string {
  const level = person.level && isEndUserLevel(person.level) ? [levelName(person.level, language)] : []
  const roles = person.roles.filter(isRole).map(role => placeWords[language].role[role])
  return plainList(
    [...roles, ...level, ...person.modules.filter(isModule).map(module => moduleName(module, language))],
    language,
  )
}

interface PeopleCardProps extends PeopleTableProps {
  /** How many end users who administer nothing sign in, too; 100 means "more than 99". */
  readonly otherUsers: number
  /** Where they are listed; null where the reader may not see them. */
  readonly usersAt: string | null
}

/** Everybody of the account who may get in: by name, and the rest of its end users by number. */
export function PeopleCard({ otherUsers, usersAt, people, language, zone, now }: PeopleCardProps) {
  const words = catalogue[language]
  const others = words.otherUsers(otherUsers)
  return (
    <Card
      title={words.people}
      flush
      footer={otherUsers > 0 ? usersAt ? <a href={usersAt}>{others}</a> : others : undefined}
    >
      <PeopleTable people={people} language={language} zone={zone} now={now} />
    </Card>
  )
}
