import { InvitationBadge } from '#components/access/invitation-badge.tsx'
import { TimeLeft } from '#components/time/time-left.tsx'
import { When } from '#components/time/when.tsx'
import { Card } from '#components/ui/card.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Table, TwoLines } from '#components/ui/table.tsx'
import type { SeenInvitation } from '#db/invitation/reads.ts'
import { scopeText } from '#lib/access/scope-words.ts'
import { durationText } from '#lib/duration-words.ts'
import { isOpen } from '#lib/invitation/invitation.ts'
import type { Language } from '#lib/language.ts'
import { againAddress } from './invitation-again.ts'
import { invitationWords } from './invitation-words.ts'

interface InvitationTableProps {
  readonly invitations: readonly SeenInvitation[]
  readonly list: string
  readonly decides: boolean
  readonly language: Language
  readonly zone: string
  readonly now: Date
}

/** The account's invitations, in green while one is open. */
export function InvitationsCard(shown: InvitationTableProps) {
  const words = invitationWords[shown.language]
  if (shown.invitations.length === 0) return null
  const open = shown.invitations.some(invitation => isOpen(invitation.state))
  return (
    <Card
      title={words.invitations}
      description={words.invitationsText}
      id="invitations"
      tone={open ? 'highlight' : 'plain'}
      flush
    >
      <InvitationTable {...shown} />
    </Card>
  )
}

/** The partners that the account invites: who, what has become of it, what they would get. */
function InvitationTable({ invitations, list, decides, language, zone, now }: InvitationTableProps) {
  const words = invitationWords[language]
  return (
    <Table
      caption={words.invitations}
      hideCaption
      columns={[
        { id: 'who', label: words.column.who, rowHeading: true },
        { id: 'state', label: words.column.state },
        { id: 'gets', label: words.column.gets },
        { id: 'until', label: words.column.until },
        { id: 'acts', label: words.column.acts, hideLabel: true, align: 'end', narrow: true },
      ]}
      rows={invitations.map(invitation => ({
        key: invitation.id,
        highlight: isOpen(invitation.state) ? 'waiting' : undefined,
        cells: {
          who: (
            <TwoLines
              first={<a href={`${list}/invitations/${invitation.id}`}>{invitation.partnerName}</a>}
              second={words.invitedBy(invitation.inviterName)}
            />
          ),
          state: (
            <TwoLines
              first={<InvitationBadge state={invitation.state} language={language} />}
              second={invitation.endReason && <span className="plain-text">{invitation.endReason}</span>}
            />
          ),
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
          acts: decides && <Act invitation={invitation} list={list} language={language} />,
        },
      }))}
    />
  )
}

function Act({
  invitation,
  list,
  language,
}: Pick<InvitationTableProps, 'list' | 'language'> & { invitation: SeenInvitation }) {
  const words = invitationWords[language]
  const { id, state, partnerName } = invitation
  if (isOpen(state))
    return (
      <LinkButton
        href={`${list}/invitations/${id}?act=cancel`}
        label={words.cancelOf(partnerName)}
        variant="danger-quiet"
        size="small"
      >
        {words.cancel}
      </LinkButton>
    )
  if (invitation.blocked || invitation.partnerClosed) return null
  return (
    <LinkButton href={againAddress(list, invitation)} label={words.againOf(partnerName)} size="small">
      {words.again}
    </LinkButton>
  )
}
