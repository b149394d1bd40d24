import { InvitationBadge } from '#components/access/invitation-badge.tsx'
import { TimeLeft } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { SeenInvitation } from '#db/invitation/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { durationText } from '#lib/duration-words.ts'
import { isOpen } from '#lib/invitation/invitation.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

interface InvitationTableProps {
  readonly caption: string
  readonly invitations: readonly SeenInvitation[]
  readonly root: string
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** Invitations to the firm, each with what the account has chosen. */
export function InvitationTable({ caption, invitations, root, language, zone, now }: InvitationTableProps) {
  const words = catalogue[language]
  return (
    <Table
      caption={caption}
      hideCaption
      columns={[
        { id: 'account', label: words.column.account, rowHeading: true },
        { id: 'state', label: words.column.state },
        { id: 'gets', label: words.column.gets },
        { id: 'until', label: words.column.until },
        { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={invitations.map(invitation => ({
        key: invitation.id,
        highlight: isOpen(invitation.state) ? 'waiting' : undefined,
        cells: {
          account: (
            <TwoLines
              first={<a href={`${root}/invitations/${invitation.id}`}>{invitation.accountName}</a>}
              second={words.invitedBy(invitation.inviterName)}
            />
          ),
          state: <InvitationBadge state={invitation.state} language={language} />,
          gets: (
            <TwoLines
              first={scopeText(invitation.scope, language)}
              second={durationText(invitation.duration, language)}
            />
          ),
          until: isOpen(invitation.state) ? (
            <TimeLeft until={invitation.lapsesAt} now={now} language={language} kind="lapses" />
          ) : (
            <When at={invitation.decidedAt ?? invitation.lapsesAt} zone={zone} language={language} />
          ),
          acts: (
            <LinkButton
              href={`${root}/invitations/${invitation.id}`}
              label={words.viewOf(invitation.accountName)}
              variant={isOpen(invitation.state) ? 'primary' : 'secondary'}
              size="small"
            >
              {words.view}
            </LinkButton>
          ),
        },
      }))}
    />
  )
}
