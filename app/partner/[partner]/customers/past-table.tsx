import { InvitationBadge } from '#components/access/invitation-badge.tsx'
import { StateBadge } from '#components/access/state-badge.tsx'
import { When } from '#components/time/when.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { PastDealing } from '#db/partner/past.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { requestWords } from '#lib/access-request/words.ts'
import type { Language } from '#lib/language.ts'
import { deskWords } from '../words.ts'
import { words as catalogue } from './words.ts'

interface PastTableProps {
  readonly dealings: readonly PastDealing[]
  readonly root: string
  readonly language: Language
  readonly zone: string
}

const pages = { request: 'requests', invitation: 'invitations', grant: 'grants' } as const

/** Requests, invitations and grants with one account, in one list, newest first. */
export function PastTable({ dealings, root, language, zone }: PastTableProps) {
  const words = catalogue[language]
  return (
    <Table
      caption={words.history}
      hideCaption
      columns={[
        { id: 'what', label: words.what, rowHeading: true },
        { id: 'state', label: words.column.state },
        { id: 'scope', label: words.column.scope },
        { id: 'from', label: words.from },
        { id: 'until', label: words.until },
      ]}
      rows={dealings.map(dealing => ({
        key: dealing.id,
        cells: {
          what: (
            <TwoLines
              first={<a href={`${root}/${pages[dealing.kind]}/${dealing.id}`}>{words.kind[dealing.kind]}</a>}
              second={byWhom(dealing, language)}
            />
          ),
          state: <StateOf dealing={dealing} language={language} />,
          scope: scopeText(dealing.scope, language),
          from: <When at={dealing.at} zone={zone} language={language} />,
          until: dealing.endedAt ? (
            <TwoLines
              first={<When at={dealing.endedAt} zone={zone} language={language} />}
              second={dealing.endedBy && deskWords[language].by(dealing.endedBy)}
            />
          ) : (
            '–'
          ),
        },
      }))}
    />
  )
}

function byWhom({ kind, by }: PastDealing, language: Language): string {
  const words = catalogue[language]
  if (kind === 'request') return words.askedByPerson(by)
  return kind === 'invitation' ? words.invitedByPerson(by) : words.givenByPerson(by)
}

function StateOf({ dealing, language }: { dealing: PastDealing; language: Language }) {
  if (dealing.kind === 'invitation') return <InvitationBadge state={dealing.state} language={language} />
  const word =
    dealing.kind === 'request'
      ? requestWords[language].state[dealing.state]
      : deskWords[language].state[dealing.state]
  return <StateBadge state={dealing.state}>{word}</StateBadge>
}
