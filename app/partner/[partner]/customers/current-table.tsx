import { StateBadge } from '#components/access/state-badge.tsx'
import { Ends } from '#components/time/time-left.tsx'
import { Ago } from '#components/time/when.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { Customer, LiveGrant } from '#db/partner/customers.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { plainList } from '#lib/format.ts'
import { deskWords } from '../words.ts'
import { ownEnd, type Shown } from './customer-table.tsx'
import { words as catalogue } from './words.ts'

interface CurrentTableProps extends Shown {
  readonly customer: Customer
  readonly root: string
}

/** What is open now with one customer: every live access, and the invitation or the request that waits. */
export function CurrentTable({ customer, root, ...shown }: CurrentTableProps) {
  const words = catalogue[shown.language]
  const { open, invitation, live } = customer
  return (
    <Table
      caption={words.now}
      hideCaption
      columns={[
        { id: 'what', label: words.what, rowHeading: true },
        { id: 'state', label: words.column.state },
        { id: 'ends', label: words.column.ends },
        { id: 'people', label: words.people },
        { id: 'used', label: words.column.used },
      ]}
      rows={[
        ...(invitation ? [invitationRow(invitation, root, shown)] : []),
        ...(open ? [requestRow(open, root, shown)] : []),
        ...live.map(grant => grantRow(grant, root, shown)),
      ]}
    />
  )
}

function invitationRow(invitation: NonNullable<Customer['invitation']>, root: string, shown: Shown) {
  const { language, zone, now } = shown
  const words = catalogue[language]
  return {
    key: invitation.id,
    highlight: 'waiting' as const,
    cells: {
      what: (
        <TwoLines
          first={<a href={`${root}/invitations/${invitation.id}`}>{words.kind.invitation}</a>}
          second={scopeText(invitation.scope, language)}
        />
      ),
      state: <StateBadge state="invited">{deskWords[language].state.invited}</StateBadge>,
      ends: <Ends until={invitation.lapsesAt} now={now} zone={zone} language={language} kind="lapses" />,
      people: '–',
      used: '–',
    },
  }
}

function requestRow(open: NonNullable<Customer['open']>, root: string, shown: Shown) {
  const { language, zone, now } = shown
  const words = catalogue[language]
  const asking = open.state === 'question'
  return {
    key: open.id,
    highlight: asking ? ('waiting' as const) : undefined,
    cells: {
      what: (
        <TwoLines
          first={<a href={`${root}/requests/${open.id}`}>{words.kind.request}</a>}
          second={scopeText(open.scope, language)}
        />
      ),
      state: (
        <StateBadge state={open.state}>{deskWords[language].state[asking ? 'question' : 'asked']}</StateBadge>
      ),
      ends: <Ends until={open.lapsesAt} now={now} zone={zone} language={language} kind="lapses" />,
      people: words.askedByPerson(open.askedBy),
      used: '–',
    },
  }
}

function grantRow(grant: LiveGrant, root: string, shown: Shown) {
  const { language, zone, now } = shown
  const words = catalogue[language]
  const desk = deskWords[language]
  return {
    key: grant.id,
    cells: {
      what: (
        <TwoLines
          first={<a href={`${root}/grants/${grant.id}`}>{words.kind.grant}</a>}
          second={[
            scopeText(grant.own?.scope ?? grant.scope, language),
            ...(grant.via ? [desk.via(grant.via)] : []),
          ].join(', ')}
        />
      ),
      state: (
        <TwoLines
          first={<StateBadge state={grant.state}>{desk.state[grant.state]}</StateBadge>}
          second={grant.state === 'suspended' && grant.suspendedBy && desk.suspendedBy[grant.suspendedBy]}
        />
      ),
      ends: <GrantEnd grant={grant} {...shown} />,
      people: (
        <TwoLines
          first={plainList([...grant.assigned, words.administrators], language)}
          second={grant.state === 'active' && !grant.mine && desk.notAssigned}
        />
      ),
      used: grant.lastUsedAt ? (
        <TwoLines
          first={<Ago at={grant.lastUsedAt} now={now} zone={zone} language={language} />}
          second={grant.lastUsedBy}
        />
      ) : (
        words.never
      ),
    },
  }
}

function GrantEnd({ grant, language, zone, now }: Shown & { grant: LiveGrant }) {
  if (grant.state === 'scheduled')
    return <Ends until={grant.startsAt} now={now} zone={zone} language={language} kind="starts" />
  const end = ownEnd(grant)
  return end ? <Ends until={end} now={now} zone={zone} language={language} /> : deskWords[language].noEnd
}
