import { ConditionBadge } from '#components/delivery/condition-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedMember } from '#db/membership/list.ts'
import { conditionOf } from '#lib/delivery/condition.ts'
import { hostShown } from '#lib/host.ts'
import { type Language, languageNames } from '#lib/language.ts'
import { MemberState } from '../member-acts.tsx'
import { memberWords } from '../member-words.ts'
import { words as catalogue } from './words.ts'

interface Props {
  readonly managers: readonly ListedMember[]
  readonly list: string
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

export function ManagerTable({ managers, list, language, zone, now }: Props) {
  const words = catalogue[language]
  const shared = memberWords[language]
  const { column } = words
  return (
    <Table
      caption={words.title}
      hideCaption
      columns={[
        { id: 'person', label: column.person, rowHeading: true },
        { id: 'state', label: column.state },
        { id: 'home', label: column.home },
        { id: 'language', label: column.language },
        { id: 'lastSignIn', label: column.lastSignIn },
        { id: 'letter', label: column.letter },
        { id: 'act', label: column.act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={managers.map(one => ({
        key: one.id,
        faded: one.state === 'disabled',
        cells: {
          person: <TwoLines first={one.name} second={<Address>{one.email}</Address>} />,
          state: <MemberState state={one.state} language={language} />,
          home: <TwoLines first={one.homeName} second={hostShown(one.homeHost)} />,
          language: languageNames[one.language],
          lastSignIn: one.lastSignInAt ? (
            <When at={one.lastSignInAt} zone={zone} language={language} />
          ) : (
            shared.never
          ),
          letter: one.letter ? (
            <ConditionBadge condition={conditionOf(one.letter, now)} language={language} />
          ) : (
            shared.noLetter
          ),
          act: (
            <RowActions>
              <LinkButton href={`${list}/${one.id}`} size="small" label={words.openNamed(one.name)}>
                {words.open}
              </LinkButton>
            </RowActions>
          ),
        },
      }))}
    />
  )
}
