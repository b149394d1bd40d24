import { ConditionBadge } from '#components/delivery/condition-badge.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Address } from '#components/ui/address.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { RowActions, Table, TwoLines } from '#components/ui/table.tsx'
import type { ListedMember } from '#db/membership/list.ts'
import type { ListedInvitation } from '#db/person-invitation/reads.ts'
import { inOrder } from '#lib/access/offering.ts'
import { conditionOf } from '#lib/delivery/condition.ts'
import type { Language } from '#lib/language.ts'
import { personInvitationWords } from '#lib/person-invitation/words.ts'
import { MemberState } from '../member-acts.tsx'
import { memberWords } from '../member-words.ts'
import { roleNames } from './role-choices.ts'
import { words as catalogue } from './words.ts'

interface Shown {
  readonly list: string
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

interface Props extends Shown {
  readonly members: readonly ListedMember[]
  readonly invitations: readonly ListedInvitation[]
}

/** Invitations that wait stand first; then everybody who has a place. */
export function AdministratorTable({ members, invitations, ...shown }: Props) {
  const { column, list } = catalogue[shown.language]
  return (
    <Table
      caption={list}
      hideCaption
      columns={[
        { id: 'person', label: column.person, rowHeading: true },
        { id: 'roles', label: column.roles },
        { id: 'state', label: column.state },
        { id: 'seen', label: column.seen },
        { id: 'letter', label: column.letter },
        { id: 'act', label: column.act, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={[
        ...invitations.map(one => invitationRow(one, shown)),
        ...members.map(one => memberRow(one, shown)),
      ]}
    />
  )
}

function invitationRow(one: ListedInvitation, { list, language, zone, now }: Shown) {
  const words = catalogue[language]
  const name = one.email ?? words.linkFor
  return {
    key: one.id,
    highlight: 'waiting' as const,
    cells: {
      person: (
        <TwoLines
          first={one.email ? <Address>{one.email}</Address> : words.linkFor}
          second={words.by(one.invitedBy)}
        />
      ),
      roles: roleNames(one.roles, language),
      state: (
        <TwoLines
          first={<Badge tone="info">{personInvitationWords[language].state[one.state]}</Badge>}
          second={<Ends until={one.lapsesAt} now={now} zone={zone} language={language} kind="lapses" />}
        />
      ),
      seen: '–',
      letter: one.letter ? (
        <ConditionBadge condition={conditionOf(one.letter, now)} language={language} />
      ) : (
        memberWords[language].noLetter
      ),
      act: (
        <RowActions>
          <LinkButton href={`${list}/invitations/${one.id}`} size="small" label={words.openInvitation(name)}>
            {words.open}
          </LinkButton>
        </RowActions>
      ),
    },
  }
}

function memberRow(one: ListedMember, { list, language, zone, now }: Shown) {
  const words = catalogue[language]
  const shared = memberWords[language]
  return {
    key: one.id,
    faded: one.state === 'disabled',
    cells: {
      person: <TwoLines first={one.name} second={<Address>{one.email}</Address>} />,
      roles: roleNames(inOrder(one.roles), language),
      state: <MemberState state={one.state} language={language} />,
      seen: one.lastSignInAt ? <When at={one.lastSignInAt} zone={zone} language={language} /> : shared.never,
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
  }
}
